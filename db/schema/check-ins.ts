import type { Generated } from 'kysely';
import type {
	CheckInAnswer,
	CheckInEvent,
	CheckInState,
	LineAnswer,
	LineKind,
	Tier
} from '#lib/domain/check-ins/check-ins.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { Measures } from '#lib/domain/risks/statements.ts';

/** A span of months that every organisation of the consortium reports on, each once. */
export interface CheckInPeriod {
	id: string;
	projectId: string;
	startsOn: string;
	endsOn: string;
	/** From this day on it can be answered. */
	opensOn: string;
	dueOn: string;
	lockedAt: string | null;
	lockedBy: string | null;
	version: Generated<number>;
}

export interface CheckInPeriodStep {
	id: string;
	projectId: string;
	periodId: string;
	number: number;
	event: 'lock' | 'reopen';
	reason: string;
	takenBy: string | null;
	/** Name of the person whose deputy took it; empty for one's own step. */
	takenFor: string;
	takenAt: string;
}

/** What one organisation says of one period; no row while nobody began. */
export interface CheckIn {
	id: string;
	projectId: string;
	periodId: string;
	organisationId: string;
	state: CheckInState;
	/** Whether what was submitted last is a report or says that there is nothing to report. */
	answer: CheckInAnswer | null;
	/** Decides whether it came in time, however often it was returned. */
	firstSubmittedAt: string | null;
	submittedAt: string | null;
	submittedBy: string | null;
	/** Of the form that was submitted last, so that a second tap finds it done. */
	submitKey: string | null;
	stateSinceAt: string;
	origin: Origin;
	createdAt: string;
	version: Generated<number>;
}

/** What is said of one record, with the record as it stood then. */
export interface CheckInLine {
	id: string;
	projectId: string;
	checkInId: string;
	recordKind: LineKind;
	recordId: string;
	position: number;
	code: string;
	title: string;
	workPackageId: string | null;
	dueOn: string | null;
	forecastWasOn: string | null;
	answer: LineAnswer | null;
	note: string;
	forecastOn: string | null;
	reasonCode: string | null;
	/** The organisation of the consortium that it waits for, or the name of somebody outside. */
	blockedById: string | null;
	blockedByName: string;
	/** Of a risk: whether the measures against it were applied. */
	measures: Measures | null;
	/** When it last changed the record it speaks of. */
	appliedAt: string | null;
	version: Generated<number>;
}

export interface CheckInText {
	checkInId: string;
	workPackageId: string;
	text: string;
	version: Generated<number>;
}

/** A file or link brought along; it becomes evidence of the item when the check-in is submitted. */
export interface CheckInEvidence {
	id: string;
	projectId: string;
	checkInId: string;
	lineId: string | null;
	evidenceId: string;
	/** Its `evidence_use` once submitted. */
	useId: string | null;
	addedBy: string;
	addedAt: string;
	removedAt: string | null;
}

export interface CheckInStep {
	id: string;
	projectId: string;
	checkInId: string;
	number: number;
	event: CheckInEvent;
	state: CheckInState;
	reason: string;
	takenBy: string | null;
	organisationId: string | null;
	takenFor: string;
	enteredAt: string;
}

/** "Accepted without X, because …"; ended when X reports after all. */
export interface CheckInException {
	id: string;
	projectId: string;
	periodId: string;
	organisationId: string;
	tier: Tier;
	reason: string;
	madeBy: string | null;
	madeFor: string;
	madeAt: string;
	endedAt: string | null;
}

export interface CheckInTables {
	checkInPeriod: CheckInPeriod;
	checkInPeriodStep: CheckInPeriodStep;
	checkIn: CheckIn;
	checkInLine: CheckInLine;
	checkInText: CheckInText;
	checkInEvidence: CheckInEvidence;
	checkInStep: CheckInStep;
	checkInException: CheckInException;
}
