import { can } from '#lib/domain/can.ts';
import { mobilityGaps } from '#lib/domain/outreach/mobility.ts';
import { page } from '#lib/server/http/page.ts';
import { countedRecordActions } from '#lib/server/pages/counted-record-actions.ts';
import { findMobilityPage } from '#lib/server/queries/find-mobility-page.ts';
import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';
import { listOrganisationOptions } from '#lib/server/queries/list-organisation-options.ts';

export const load = page('mobility:read', async ({ db, actor, project, param, url }) => {
	const found = await findMobilityPage(db, actor, param('code'));
	if (!found) return undefined;
	const { line, heads, evidence } = found;
	const mayEdit = can(actor, 'mobility:edit', found.subject).ok;
	const said = (role: string) => heads.some((one) => one.role === role && one.value.kind !== 'missing');
	const told = {
		hasParticipants: said('participant'),
		hasTrainers: said('trainer'),
		evidence: found.isProven ? 1 : 0
	};
	return {
		line,
		heads,
		evidence,
		gaps: mobilityGaps({ ...line, ...told }),
		mayEdit,
		organisations: mayEdit ? await listOrganisationOptions(db, project.id) : [],
		linkable: mayEdit && url.searchParams.has('reuse') ? await listLinkableEvidence(db, actor) : null,
		timeZone: project.timeZone
	};
});

export const actions = countedRecordActions('mobility');
