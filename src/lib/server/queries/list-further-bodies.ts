import type { Db } from '#db/schema.ts';
import { listOrganisations } from './list-organisations.ts';

/** Organisations that could award an entry beside those that do. */
export async function listFurtherBodies(
	db: Db,
	projectId: string,
	bodies: readonly { organisationId: string }[]
) {
	const taken = new Set(bodies.map((one) => one.organisationId));
	const all = await listOrganisations(db, projectId);
	return all.filter(({ id }) => !taken.has(id)).map(({ id, acronym, name }) => ({ id, acronym, name }));
}
