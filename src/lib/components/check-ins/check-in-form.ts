import type { FormState } from '#lib/components/form-state.ts';
import type { CheckInEvent, LineAnswer, LineKind } from '#lib/domain/check-ins/check-ins.ts';
import type { Measures } from '#lib/domain/risks/statements.ts';
import type { Standing } from '#lib/domain/check-ins/standing.ts';

export interface ShownPeriod {
	startsOn: string;
	endsOn: string;
	dueOn: string;
	lockedAt: string | null;
	standing: Standing;
	daysLate: number | null;
}

export interface AskedLine {
	kind: LineKind;
	recordId: string;
	code: string;
	title: string;
	dueOn: string | null;
	forecastOn: string | null;
	answers: readonly LineAnswer[];
	person: string | null;
	count: number;
	href: string;
	takesEvidence: boolean;
	line: {
		version: number;
		answer: LineAnswer | null;
		note: string;
		forecastOn: string;
		reasonCode: string;
		blockedById: string;
		blockedByName: string;
		measures: string;
	};
	evidence: readonly { id: string; evidenceId: string; name: string; isSent: boolean }[];
}

export interface Choices {
	reasons: readonly { code: string; label: string }[];
	organisations: readonly { id: string; acronym: string }[];
}

export interface CheckInFormData extends Choices {
	key: string;
	version: number;
	records: readonly AskedLine[];
	texts: readonly { workPackageId: string; number: number; title: string; text: string; version: number }[];
}

/** What was sent, to be read. */
export interface SentData {
	answer: 'report' | 'nil' | null;
	origin: string;
	submittedAt: string | null;
	marked: readonly {
		id: string;
		code: string;
		title: string;
		dueOn: string | null;
		forecastWasOn: string | null;
		answer: LineAnswer | null;
		note: string;
		forecastOn: string | null;
		reasonCode: string | null;
		blockedBy: string;
		measures: Measures | null;
		evidence: readonly { id: string; name: string; isWithdrawn: boolean }[];
	}[];
	unchanged: readonly { id: string; code: string; title: string; dueOn: string | null }[];
	texts: readonly { workPackageId: string; number: number; title: string; text: string }[];
	steps: readonly {
		number: number;
		event: CheckInEvent;
		reason: string;
		takenFor: string;
		enteredAt: string;
		name: string | null;
		acronym: string | null;
	}[];
}

interface Around {
	project: { slug: string; acronym: string };
	acronym: string;
	personId: string;
	timeZone: string;
	today: string;
}

interface Asked {
	period: ShownPeriod;
	periods: readonly ShownPeriod[];
	reasons: Choices['reasons'];
	returned: { reason: string; enteredAt: string; name: string | null; acronym: string } | null;
	form: Omit<CheckInFormData, 'reasons'> | null;
	correctUntilOn: string | null;
	sent: SentData | null;
}

/** The own organisation's page; without a period nothing is asked yet. */
export type OwnCheckInData = Around & (Asked | { period: null });

/** A refused form of this page, or what another form of it was answered. */
export type Failure = (FormState & { action: string }) | null;

/** What somebody else wrote meanwhile into this field. */
export function theirs(failure: Failure, field: string): string | null {
	return failure?.theirs?.[field] ?? null;
}
