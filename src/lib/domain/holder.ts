import type { Role } from './roles.ts';

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
