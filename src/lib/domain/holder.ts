import type { HolderReason } from './deliverable-holder.ts';
import type { MilestoneHolderWhy } from './milestone-holder.ts';
import type { Actor, Role } from './roles.ts';
import { hasRole } from './roles.ts';

/** Who holds the ball of any item: an organisation, people, a role or the funder. Never stored, always computed. */
export interface Holder {
	organisationId: string | null;
	personIds: readonly string[];
	role: Role | 'funder' | null;
	/** Instant since which it lies there. */
	since: string;
	why: HolderReason | MilestoneHolderWhy;
}

/** Whether it lies with this actor: in person, through the organisation, or through a role held for the project. */
export function isHeldBy(holder: Holder, actor: Actor): boolean {
	if (holder.personIds.length > 0) return holder.personIds.includes(actor.personId);
	if (holder.organisationId !== null) return holder.organisationId === actor.organisationId;
	return holder.role !== null && holder.role !== 'funder' && hasRole(actor, holder.role);
}
