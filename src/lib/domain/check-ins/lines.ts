import type { Day } from '#lib/domain/days.ts';
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
}

export const UNANSWERED: LineInput = {
	answer: null,
	note: '',
	forecastOn: null,
	reasonCode: null,
	blockedById: null,
	blockedByName: ''
};

const ALWAYS = ['no-change', 'on-track'] as const;

/** What may be said of a record. Only the owner of an action may move its day or claim it, and only work that began. */
export function answersFor(
	kind: LineKind,
	action: { isOwner: boolean; isClaimable: boolean } = { isOwner: false, isClaimable: false }
): LineAnswer[] {
	switch (kind) {
		case 'deliverable':
		case 'milestone':
			return [...ALWAYS, 'new-forecast', 'blocked'];
		case 'action':
			return [
				...ALWAYS,
				...(action.isOwner ? ['new-forecast' as const] : []),
				'blocked',
				...(action.isOwner && action.isClaimable ? ['done' as const] : [])
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
	return kind !== 'review' && kind !== 'risk';
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
		blockedByName: waits ? line.blockedByName : ''
	};
}

/** Does it say more than that nothing changed? */
export function isMarked(line: LineInput): boolean {
	return (line.answer !== null && line.answer !== 'no-change') || line.note !== '';
}

/** What an answer still lacks before it can be sent. */
export function lineBlocks(
	record: Pick<AskedRecord, 'code' | 'answers'>,
	line: LineInput & { evidence: number },
	reasons: readonly { code: string; label: string }[],
	today: Day
): CheckInReason[] {
	const { code: item } = record;
	const { answer } = line;
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
