import type { Generated } from 'kysely';
import type { RiskEvent, RiskState } from '#lib/domain/risks/life-cycle.ts';
import type { MitigationState } from '#lib/domain/risks/mitigation.ts';
import type { Measures } from '#lib/domain/risks/statements.ts';
import type { Origin } from '#lib/domain/origin.ts';

/** Of a foreseen risk, Annex 1 fixes description and mitigation: what changes is our assessment and its state of play. */
export interface Risk {
	id: string;
	projectId: string;
	number: number;
	description: string;
	mitigation: string;
	likelihood: number | null;
	severity: number | null;
	foreseen: number;
	state: RiskState;
	ownerOrganisationId: string | null;
	origin: Origin;
	version: Generated<number>;
	/** Who watches it in person. */
	ownerId: Generated<string | null>;
	/** Null when it came with the plan. */
	openedBy: Generated<string | null>;
	openedAt: Generated<string | null>;
}

export interface RiskWorkPackage {
	riskId: string;
	workPackageId: string;
}

/** The history of a risk, where nothing is ever changed or removed. */
export interface RiskEventRow {
	id: string;
	projectId: string;
	riskId: string;
	number: number;
	kind: 'open' | RiskEvent | 'edit';
	/** The state it led to. */
	state: RiskState;
	fromLikelihood: number | null;
	fromSeverity: number | null;
	likelihood: number | null;
	severity: number | null;
	/** The day it materialised. */
	happenedOn: string | null;
	note: string;
	takenBy: string | null;
	organisationId: string | null;
	enteredAt: string;
}

export interface RiskMitigation {
	id: string;
	projectId: string;
	riskId: string;
	number: number;
	text: string;
	ownerId: string | null;
	organisationId: string | null;
	dueOn: string;
	state: MitigationState;
	endedText: string;
	endedBy: string | null;
	endedAt: string | null;
	createdBy: string | null;
	createdAt: string;
	origin: Origin;
	version: Generated<number>;
}

/** The state of play of a risk in a reporting period. A new one replaces the last, which stays. */
export interface RiskStatement {
	id: string;
	projectId: string;
	riskId: string;
	reportingPeriodId: string;
	/** Were the mitigation measures applied? */
	measures: Measures;
	materialised: number;
	text: string;
	/** The assessment as it stood then. */
	likelihood: number | null;
	severity: number | null;
	writtenBy: string | null;
	organisationId: string | null;
	writtenAt: string;
	replacedAt: string | null;
	origin: Origin;
}

export interface RiskTables {
	risk: Risk;
	riskWorkPackage: RiskWorkPackage;
	riskEvent: RiskEventRow;
	riskMitigation: RiskMitigation;
	riskStatement: RiskStatement;
}
