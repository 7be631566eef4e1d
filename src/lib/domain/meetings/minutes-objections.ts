import type { Day } from '#lib/domain/days.ts';
import { minutesStateBlocks, standingObjections, type MinutesFacts, type Objection } from './minutes.ts';
import type { MinutesReason } from './minutes-reasons.ts';

export interface Objector {
	organisationId: string;
	organisation: string;
	isInvited: boolean;
	/** A member of the consortium, see `isMember`. */
	hasVote: boolean;
}

/** One open objection per organisation and point, within the window; `pointId` null means the minutes as a whole. */
export function objectBlocks(
	facts: MinutesFacts,
	objector: Objector,
	pointId: string | null,
	today: Day
): MinutesReason[] {
	const { circulation, points } = facts;
	const stateBlocks = minutesStateBlocks(facts, 'object');
	if (stateBlocks.length > 0 || !circulation) return stateBlocks;
	const { organisationId, organisation } = objector;
	const point = points.find(({ id }) => id === pointId)?.title ?? null;
	const isOpen = standingObjections(facts).some(
		(one) => one.organisationId === organisationId && one.pointId === pointId
	);
	return [
		...(today > circulation.objectionsUntilOn
			? [{ code: 'window-over', untilOn: circulation.objectionsUntilOn } as const]
			: []),
		...(objector.isInvited ? [] : [{ code: 'organisation-not-invited', organisation } as const]),
		...(objector.isInvited && !objector.hasVote
			? [{ code: 'organisation-no-vote', organisation } as const]
			: []),
		...(isOpen ? [{ code: 'objection-open', organisation, point } as const] : [])
	];
}

/** Answering, or giving way. */
export function settleBlocks(facts: MinutesFacts, objection: Objection): MinutesReason[] {
	const { settled } = objection;
	return [
		...minutesStateBlocks(facts, 'object'),
		...(settled === null ? [] : [{ code: 'objection-settled', settled } as const])
	];
}

/** Only the organisation that raised it takes it back. */
export function withdrawObjectionBlocks(
	facts: MinutesFacts,
	objection: Objection,
	organisationId: string
): MinutesReason[] {
	const { organisation } = objection;
	return [
		...settleBlocks(facts, objection),
		...(objection.organisationId === organisationId
			? []
			: [{ code: 'objection-of-other', organisation } as const])
	];
}
