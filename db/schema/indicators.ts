import type { Generated } from 'kysely';
import type { ActualStanding, ActualState, ActualStep } from '#lib/domain/indicators/actuals.ts';
import type { Origin } from '#lib/domain/origin.ts';

/** A Sustainable Development Goal that the project names, and how its results serve it. */
export interface DevelopmentGoal {
	id: string;
	projectId: string;
	number: number;
	contribution: string;
	origin: Origin;
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
	/** Where the number comes from. */
	source: string;
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
	indicatorDimension: IndicatorDimension;
	indicatorCategory: IndicatorCategory;
	indicatorActual: IndicatorActual;
	indicatorActualPart: IndicatorActualPart;
	indicatorActualStep: IndicatorActualStep;
}
