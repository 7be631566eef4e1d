import { readEvidenceList } from '#lib/schemas/evidence.ts';
import { page } from '#lib/server/http/page.ts';
import { listEvidence } from '#lib/server/queries/list-evidence.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';

export const load = page('evidence:read', async ({ db, actor, project, url }) => {
	const filter = readEvidenceList(url);
	const organisations = await listOrganisations(db, project.id);
	return { ...(await listEvidence(db, actor, filter)), filter, organisations, timeZone: project.timeZone };
});
