import { mayEver } from '#lib/domain/can.ts';
import { criteriaChanges } from '#lib/domain/catalogue/criteria-changes.ts';
import { page } from '#lib/server/http/page.ts';
import { findCriteriaProfile } from '#lib/server/queries/find-criteria-profile.ts';
import { listOwingEntries } from '#lib/server/queries/list-owing-entries.ts';
import { criteriaChangeText } from '#lib/text/catalogue/criteria-changes.ts';

export const load = page('catalogue:read', async ({ db, actor, project, today, url, param }) => {
	const profile = await findCriteriaProfile(db, actor, param('profile'), today);
	if (!profile) return undefined;
	const { versions, inForce, coming } = profile;
	const ids = { inForceId: inForce.id, comingId: coming?.id ?? null };
	const { entries, pager } = await listOwingEntries(db, project.id, ids, url);
	const asked = Number(url.searchParams.get('version'));
	const shown = versions.find(({ number }) => number === asked) ?? inForce;
	return {
		code: profile.code,
		title: profile.title,
		country: profile.country,
		mayPublish: profile.mayPublish,
		mayEdit: mayEver(actor, 'entry:edit'),
		timeZone: project.timeZone,
		inForce: { number: inForce.number, origin: inForce.origin },
		coming: coming && { number: coming.number, graceUntilOn: coming.graceUntilOn },
		shown: { number: shown.number, note: shown.note, rules: shown.rules },
		versions: versions.map(({ id: _, rules, ...version }, index) => {
			const before = versions[index + 1];
			return {
				...version,
				changes: before ? criteriaChanges(before.rules, rules).map(criteriaChangeText) : null
			};
		}),
		entries,
		pager
	};
});
