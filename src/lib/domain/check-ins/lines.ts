import type { Day } from '#lib/domain/days.ts';
import type { ActionState } from '#lib/domain/meetings/actions.ts';
import type { Measures } from '#lib/domain/risks/statements.ts';
import type { CheckInReason } from './check-in-reasons.ts';
import type { LineAnswer, LineKind } from './check-ins.ts';

/** A record of the organisation, as the check-in asks about it. */
export interface AskedRecord {
	kind: LineKind;
	recordId: string;
	code: string;
	title: string;
	workPackageId: string | null;
	dueOn: Day | null;
	forecastOn: Day | null;
	/** What may be said of it. */
	answers: readonly LineAnswer[];
}

export interface LineInput {
	answer: LineAnswer | null;
	note: string;
	forecastOn: Day | null;
	reasonCode: string | null;
	blockedById: string | null;
	blockedByName: string;
	/** Of a risk: whether the measures against it were applied. */
	measures: Measures | null;
}

export const UNANSWERED: LineInput = {
	answer: null,
	note: '',
	forecastOn: null,
	reasonCode: null,
	blockedById: null,
	blockedByName: '',
	measures: null
};

const ALWAYS = ['no-change', 'on-track'] as const;

/** Where an action can be said to wait for somebody; what has not begun is begun by it. */
const BLOCKABLE: readonly ActionState[] = ['accepted', 'in-progress', 'blocked'];

/** What may be said of a record. Of an action its owner alone says what moves it, and only from where it stands. */
export function answersFor(
	kind: LineKind,
	action: { isOwner: boolean; state: ActionState } = { isOwner: false, state: 'open' }
): LineAnswer[] {
	switch (kind) {
		case 'deliverable':
		case 'milestone':
			return [...ALWAYS, 'new-forecast', 'blocked'];
		case 'action':
			return [
				...ALWAYS,
				...(action.isOwner ? ['new-forecast' as const] : []),
				...(action.isOwner && BLOCKABLE.includes(action.state) ? ['blocked' as const] : []),
				...(action.isOwner && action.state === 'in-progress' ? ['done' as const] : [])
			];
		case 'entry':
		case 'review':
			return [...ALWAYS, 'blocked'];
		case 'risk':
			return [...ALWAYS];
	}
}

/** Can a file or a link be brought along, as evidence of the record? */
export function takesEvidence(kind: LineKind): boolean {
	return kind !== 'review';
}

/** Parts that belong to another answer are left out, so that a changed mind leaves nothing behind. */
export function tidied(line: LineInput): LineInput {
	const moves = line.answer === 'new-forecast';
	const waits = line.answer === 'blocked';
	return {
		answer: line.answer,
		note: line.note,
		forecastOn: moves ? line.forecastOn : null,
		reasonCode: moves ? line.reasonCode : null,
		blockedById: waits ? line.blockedById : null,
		blockedByName: waits ? line.blockedByName : '',
		measures: line.note === '' ? null : line.measures
	};
}

/** Does it say more than that nothing changed? */
export function isMarked(line: LineInput): boolean {
	return (line.answer !== null && line.answer !== 'no-change') || line.note !== '';
}

/** What an answer still lacks before it can be sent. */
export function lineBlocks(
	record: Pick<AskedRecord, 'kind' | 'code' | 'answers'>,
	line: LineInput & { evidence: number },
	reasons: readonly { code: string; label: string }[],
	today: Day
): CheckInReason[] {
	const { code: item } = record;
	const { answer } = line;
	if (record.kind === 'risk' && line.note !== '' && line.measures === null)
		return [{ code: 'check-in-measures-needed', item }];
	if (answer === null) return [];
	if (!record.answers.includes(answer)) return [{ code: 'check-in-answer-unfit', item, answer }];
	switch (answer) {
		case 'new-forecast':
			return [
				...(line.forecastOn === null ? [{ code: 'check-in-forecast-needed', item } as const] : []),
				...(line.forecastOn !== null && line.forecastOn < today
					? [{ code: 'check-in-forecast-passed', item, on: line.forecastOn } as const]
					: []),
				...(reasons.some(({ code }) => code === line.reasonCode)
					? []
					: [{ code: 'check-in-reason-needed', item } as const])
			];
		case 'blocked':
			return line.blockedById === null && line.blockedByName === ''
				? [{ code: 'check-in-blocker-needed', item }]
				: [];
		case 'done':
			return line.note === '' && line.evidence === 0 ? [{ code: 'check-in-result-needed', item }] : [];
		default:
			return [];
	}
}
