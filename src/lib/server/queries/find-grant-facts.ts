import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';

/** A grant of the project with the name of the person it is for. */
export async function findGrantFacts(db: Db, projectId: string, grantId: string) {
	const grant = await db
		.selectFrom('roleGrant')
		.innerJoin('person', 'person.id', 'roleGrant.personId')
		.selectAll('roleGrant')
		.select('person.name')
		.where('roleGrant.projectId', '=', projectId)
		.where('roleGrant.id', '=', grantId)
		.executeTakeFirst();
	if (!grant) throw new NotFound();
	return grant;
}

/** The record of a grant as the audit trail names it. */
export function auditedGrant(grant: { id: string; name: string; role: string }) {
	return { type: 'grant', id: grant.id, label: `${grant.name} · ${grant.role}` };
}
