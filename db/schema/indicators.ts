import type { Generated } from 'kysely';
import type { ActualStanding, ActualState, ActualStep } from '#lib/domain/indicators/actuals.ts';
import type { TargetVerdict } from '#lib/domain/indicators/target-proposals.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { OutreachMeasure } from '#lib/domain/outreach/measures.ts';

/** A Sustainable Development Goal that the project names, and how its results serve it. */
export interface DevelopmentGoal {
	id: string;
	projectId: string;
	number: number;
	contribution: string;
	/** Of the goal itself. */
	origin: Origin;
	contributionOrigin: Generated<Origin>;
	version: Generated<number>;
}

export interface Indicator {
	id: string;
	projectId: string;
	code: string;
	position: number;
	title: string;
	description: string;
	unit: string;
	baseline: number | null;
	baselineOn: string | null;
	level: 'PU' | 'SEN';
	/** What the logs count for it; null: only what organisations report. */
	measure: OutreachMeasure | null;
	/** Nothing more is reported for it. */
	closedAt: string | null;
	origin: Origin;
	search: string;
	createdAt: string;
	version: Generated<number>;
}

export interface IndicatorWorkPackage {
	indicatorId: string;
	workPackageId: string;
}

export interface IndicatorGoal {
	indicatorId: string;
	goalId: string;
}

/** Who is expected to report: what they have not is missing, and never zero. */
export interface IndicatorReporter {
	indicatorId: string;
	organisationId: string;
}

export interface IndicatorTarget {
	id: string;
	indicatorId: string;
	dueOn: string;
	value: number;
	note: string;
	origin: Origin;
}

/** A target that a work package leader asks for; it stands when the coordinator has accepted it. */
export interface IndicatorTargetProposal {
	id: string;
	projectId: string;
	indicatorId: string;
	dueOn: string;
	value: number;
	reason: string;
	proposedBy: string | null;
	organisationId: string;
	proposedAt: string;
	verdict: TargetVerdict | null;
	verdictNote: string;
	decidedBy: string | null;
	decidedAt: string | null;
}

/** How the numbers are taken apart: women, men, other … */
export interface IndicatorDimension {
	id: string;
	indicatorId: string;
	label: string;
	position: number;
}

export interface IndicatorCategory {
	id: string;
	dimensionId: string;
	label: string;
	position: number;
}

/** What an organisation reached up to a day, counted from the start. A correction replaces it; the first one stays. */
export interface IndicatorActual {
	id: string;
	projectId: string;
	indicatorId: string;
	organisationId: string;
	asOfOn: string;
	standing: ActualStanding;
	value: number | null;
	/** Why it does not apply. */
	reason: string;
	/** Where the number comes from; of one read from the logs, the codes of their records. */
	source: string;
	/** What was read from the logs; null: told by the organisation. */
	measure: OutreachMeasure | null;
	state: ActualState;
	reportedBy: string | null;
	reportedAt: string;
	acceptedBy: string | null;
	acceptedAt: string | null;
	verifiedBy: string | null;
	verifiedAt: string | null;
	replacedAt: string | null;
	origin: Origin;
	version: Generated<number>;
}

export interface IndicatorActualPart {
	actualId: string;
	categoryId: string;
	value: number;
}

/** The history of a reported number, where nothing is ever changed or removed. */
export interface IndicatorActualStep {
	id: string;
	projectId: string;
	actualId: string;
	number: number;
	kind: ActualStep;
	note: string;
	takenBy: string | null;
	organisationId: string | null;
	enteredAt: string;
}

export interface IndicatorTables {
	developmentGoal: DevelopmentGoal;
	indicator: Indicator;
	indicatorWorkPackage: IndicatorWorkPackage;
	indicatorGoal: IndicatorGoal;
	indicatorReporter: IndicatorReporter;
	indicatorTarget: IndicatorTarget;
	indicatorTargetProposal: IndicatorTargetProposal;
	indicatorDimension: IndicatorDimension;
	indicatorCategory: IndicatorCategory;
	indicatorActual: IndicatorActual;
	indicatorActualPart: IndicatorActualPart;
	indicatorActualStep: IndicatorActualStep;
}
