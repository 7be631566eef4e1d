import { can, mayEver } from '#lib/domain/can.ts';
import { isOfPublicRecord } from '#lib/domain/origin.ts';
import { outreachGaps, visibilityBlocks } from '#lib/domain/outreach/rules.ts';
import { ConfirmVisibility } from '#lib/schemas/outreach/outreach.ts';
import { confirmVisibility } from '#lib/server/commands/edit-outreach.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { checkLinksAction } from '#lib/server/pages/check-links-action.ts';
import { countedRecordActions } from '#lib/server/pages/counted-record-actions.ts';
import { findOutreachPage } from '#lib/server/queries/find-outreach-page.ts';
import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';
import { listOrganisationOptions } from '#lib/server/queries/list-organisation-options.ts';
import { listSources } from '#lib/server/queries/list-sources.ts';

export const load = page('outreach:read', async ({ db, actor, project, param, url }) => {
	const found = await findOutreachPage(db, actor, param('code'));
	if (!found) return undefined;
	const { line, heads, checks } = found;
	const mayEdit = can(actor, 'outreach:edit', found.subject).ok;
	const seesPeople = mayEver(actor, 'person:read');
	const last = checks.find((check) => check.url === line.url);
	const told = {
		isCounted: heads.some(({ value }) => value.kind !== 'missing'),
		evidence: found.isProven ? 1 : 0,
		link: last?.result ?? null
	};
	return {
		line: seesPeople ? line : { ...line, visibilityByName: null },
		heads,
		evidence: found.evidence,
		checks,
		gaps: mayEver(actor, 'progress:read') ? outreachGaps({ ...line, ...told }) : [],
		mayEdit,
		mayCheck: line.state === 'done' && can(actor, 'outreach:check-links', {}).ok,
		mayConfirm: mayEdit && visibilityBlocks(line).length === 0,
		organisations: mayEdit ? await listOrganisationOptions(db, project.id) : [],
		linkable: mayEdit && url.searchParams.has('reuse') ? await listLinkableEvidence(db, actor) : null,
		sources: isOfPublicRecord(line.origin) ? await listSources(db, actor.projectId, line.id) : [],
		timeZone: project.timeZone
	};
});

export const actions = {
	...countedRecordActions('outreach'),
	'check-links': checkLinksAction(({ param }) => ({ code: param('code') })),
	visibility: action('outreach:edit', ConfirmVisibility, async ({ db, actor, now, param }, input) => {
		const { code } = await confirmVisibility(db, actor, { ...input, code: param('code') }, now);
		return { flash: 'visibility-confirmed', label: code };
	})
};
