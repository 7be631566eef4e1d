import { hasRole, type Actor, type Role } from './roles.ts';

/** Who holds the ball: exactly one of persons, an organisation, a role, or the funder; never stored, always computed. */
export interface Holder {
	kind: 'people' | 'organisation' | 'role' | 'funder';
	personIds: readonly string[];
	organisationId: string | null;
	role: Role | null;
	/** Instant since which it lies there. */
	since: string;
	/** What the holder has to do, as a code for `lib/text`. */
	awaits: string;
}

/** Whether it lies with this actor: in person, through the organisation, or through a role held in the project. */
export function isHeldBy(holder: Holder, actor: Actor): boolean {
	switch (holder.kind) {
		case 'people':
			return holder.personIds.includes(actor.personId);
		case 'organisation':
			return holder.organisationId === actor.organisationId;
		case 'role':
			return holder.role !== null && hasRole(actor, holder.role);
		case 'funder':
			return false;
	}
}
