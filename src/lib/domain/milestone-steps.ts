import type { AccessReason } from './access-reason.ts';
import { can, type Subject } from './can.ts';
import { candidateOf } from './candidates.ts';
import type { Day } from './days.ts';
import type { Candidate, IndependenceReason } from './independence.ts';
import { eventsFrom, type StateReason } from './life-cycle.ts';
import {
	claimBlocks,
	declareBlocks,
	eligibleVerifiers,
	returnBlocks,
	verifyBlocks
} from './milestone-blocks.ts';
import type { MilestoneReason } from './milestone-reasons.ts';
import {
	MILESTONE_EVENTS,
	MILESTONE_LIFE_CYCLE,
	type MilestoneEvent,
	type MilestoneFacts
} from './milestones.ts';
import type { Permission } from './permissions.ts';
import type { Actor } from './roles.ts';

const MILESTONE_PERMISSIONS = {
	'link-evidence': 'milestone:evidence',
	claim: 'milestone:claim',
	'assign-verifier': 'milestone:assign',
	judge: 'milestone:verify',
	return: 'milestone:verify',
	verify: 'milestone:verify',
	declare: 'milestone:declare',
	reopen: 'milestone:reopen',
	end: 'milestone:end',
	replace: 'milestone:end',
	defer: 'milestone:end'
} as const satisfies Record<MilestoneEvent, Permission>;

export interface MilestoneStep {
	event: MilestoneEvent;
	permission: Permission;
	/** Why this actor may not; null when the actor may. */
	because: AccessReason | null;
	/** What still stands in the way, whoever does it. */
	blocks: readonly (MilestoneReason | IndependenceReason | StateReason)[];
}

/** Every step possible from the present state, with what blocks it for this actor on this day; `candidates` null: not asked for. */
export function milestoneSteps(
	milestone: MilestoneFacts,
	subject: Subject,
	actor: Actor,
	candidates: readonly Candidate[] | null,
	today: Day
): MilestoneStep[] {
	const seen = { claimId: milestone.claim?.id ?? '', coversSha256: milestone.claim?.coversSha256 ?? '' };
	const self = candidateOf(actor);
	const blocksOf = (event: MilestoneEvent, mayAct: boolean): MilestoneStep['blocks'] => {
		if (event === 'claim') return claimBlocks(milestone, today, today);
		if (event === 'assign-verifier' && candidates && eligibleVerifiers(milestone, candidates).length === 0)
			return [{ code: 'eligible-people', people: [] }];
		if (event === 'return' && mayAct) return returnBlocks(milestone, self, seen.claimId);
		if (event === 'verify' && mayAct) return verifyBlocks(milestone, self, seen);
		if (event === 'declare' && mayAct) return declareBlocks(milestone, actor, seen, today, today);
		return [];
	};
	return eventsFrom(MILESTONE_LIFE_CYCLE, MILESTONE_EVENTS, milestone.state).map((event) => {
		const permission = MILESTONE_PERMISSIONS[event];
		const answer = can(actor, permission, subject);
		return {
			event,
			permission,
			because: answer.ok ? null : answer.because,
			blocks: blocksOf(event, answer.ok)
		};
	});
}
