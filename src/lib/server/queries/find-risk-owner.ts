import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { rolesWith } from '#lib/domain/permissions.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { findActionOwner } from './find-action-owner.ts';

/** A member who may watch a risk or take a measure against it: whoever may also report on it. */
export async function findRiskOwner(db: Db, projectId: string, personId: string, today: Day) {
	const owner = await findActionOwner(db, projectId, personId, today);
	const able = rolesWith('risk:report');
	if (!owner.roles.some((role) => able.includes(role))) throw new NotFound();
	return owner;
}
