import { can } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import {
	approveBlocks,
	circulateBlocks,
	minutesStateBlocks,
	signBlocks,
	SIGNING_PARTS,
	writeBlocks
} from '#lib/domain/meetings/minutes.ts';
import { objectBlocks } from '#lib/domain/meetings/minutes-objections.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { objectorOf, type MinutesFound } from '#lib/server/queries/find-minutes-facts.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

const said = (reasons: readonly Reason[]) => reasons.map(sentenceOf);

/** What this actor may do with the minutes now, and what stands in the way of it. */
export function minutesSteps(found: MinutesFound, actor: Actor, today: Day) {
	const { minutes, subjects } = found;
	const { state, circulation } = minutes;
	const may = (permission: Parameters<typeof can>[1], subject = subjects.take) =>
		can(actor, permission, subject).ok;
	const { organisationId, personId } = actor;
	const objector = objectorOf(found, actor);
	const mayObject = state === 'circulated' && may('minutes:object', subjects.read);
	const seal = { personId, seenSha256: circulation?.sha256 ?? '' };
	const signs = SIGNING_PARTS.filter((part) => minutes[part]?.id === personId);
	return {
		mayWrite: may('minutes:write') && writeBlocks(minutes).length === 0,
		mayDecide: may('decision:record') && state === 'draft',
		mayGiveAction: may('action:create'),
		circulate:
			state === 'draft' && may('minutes:circulate') ? { blocks: said(circulateBlocks(minutes)) } : null,
		mayWithdraw: may('minutes:circulate') && minutesStateBlocks(minutes, 'withdraw').length === 0,
		mayAnswer: state === 'circulated' && may('minutes:write'),
		object: mayObject
			? { organisationId, blocks: said(objectBlocks(minutes, objector, 'nothing yet', today)) }
			: null,
		approve:
			state === 'circulated' && may('minutes:approve')
				? { blocks: said(approveBlocks(minutes, today)) }
				: null,
		/** Why the coordinator cannot approve yet, for everybody who waits for it. */
		waits: state === 'circulated' ? said(approveBlocks(minutes, today)) : [],
		sign:
			state === 'approved' && may('minutes:sign', subjects.sign)
				? signs.map((part) => ({ part, blocks: said(signBlocks(minutes, part, seal)) }))
				: [],
		mayCorrect: state === 'locked' && may('minutes:write')
	};
}
