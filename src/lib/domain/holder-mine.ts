import type { Holder } from './holder.ts';
import type { Actor } from './roles.ts';

/** Is it for this actor to act next: in person, through a role, or as somebody of the organisation? */
export function isHeldBy(holder: Holder | null, actor: Actor): boolean {
	if (!holder) return false;
	if (holder.kind === 'people') return holder.personIds.includes(actor.personId);
	if (holder.kind === 'organisation') return holder.organisationId === actor.organisationId;
	return holder.kind === 'role' && actor.grants.some(({ role }) => role === holder.role);
}
