import type { Permission } from '#lib/domain/permissions.ts';
import type { Fields } from '#tests/support/http-client.ts';
import type { Target } from './target.ts';

export type ExpectedGate = Permission | 'signed-in' | 'visitor' | 'administrator';

/** A door with what guards it, and how to knock. */
export interface Row {
	route: string;
	/** `layout`, `load`, `action NAME`, or a method. */
	act: string;
	gate: ExpectedGate;
	/** What the permission is asked about: the project as such, or one record of it. */
	about: 'nothing' | Target['kind'];
	/** A table with a row that the body names; without one there is nothing to try. */
	needs?: string;
	/** A body that is in order, so that only rights decide. */
	form?: (target: Target) => Fields;
	/** The body names a record that does not exist: nobody may know that. */
	unknown?: true;
	/** The field in which a file comes with the body. */
	file?: string;
	/** The rest of the address. */
	search?: string;
	/** Changes so much that it is tried after all others, in this order. */
	last?: number;
}
