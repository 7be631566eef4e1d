import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import { publishCriteria } from '#lib/server/commands/publish-criteria.ts';
import { refreshGaps } from '#lib/server/commands/refresh-gaps.ts';
import { findCriteriaList } from '#lib/server/queries/find-criteria-list.ts';
import { findCriteriaPreview } from '#lib/server/queries/find-criteria-preview.ts';
import { findCriteriaProfile } from '#lib/server/queries/find-criteria-profile.ts';
import { listOwingEntries } from '#lib/server/queries/list-owing-entries.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { COMPLETE } from '#tests/support/catalogue-content.ts';
import { withDatabase } from '#tests/support/database.ts';

const CORE = PROPOSED_PROFILES[0]?.rules ?? [];
const NEED: CriteriaRule = { element: 'need', weight: 1, mayBeNotApplicable: false, why: '', checks: [] };
const PAGE = new URL('http://localhost/');

/** One complete entry and one retired of Kazakhstan, an empty one of Spain. */
async function aCatalogue(db: Db) {
	const { id: projectId } = await aProject(db);
	const kz = await anOrganisation(db, { projectId, country: 'KZ' });
	const es = await anOrganisation(db, { projectId, country: 'ES' });
	const complete = await anEntry(db, { projectId, leadOrganisationId: kz.id, content: COMPLETE });
	await anEntry(db, { projectId, leadOrganisationId: kz.id, state: 'retired' });
	const empty = await anEntry(db, { projectId, leadOrganisationId: es.id });
	await refreshGaps(db, projectId, 'all', NOW);
	const coordinator = await anActor(db, { projectId, organisationId: es.id, role: 'coordinator' });
	return { projectId, complete, empty, coordinator };
}

test('the list says how many entries meet each profile, without those that owe nothing or are not asked', () =>
	withDatabase(async (db) => {
		const { coordinator } = await aCatalogue(db);
		const { profiles, countries } = await findCriteriaList(db, coordinator, TODAY);
		expect(profiles.map(({ code, entries, inForce }) => [code, inForce.meet, entries])).toEqual([
			['eu-core', 1, 2],
			['elm', 1, 2],
			['moochub', 1, 2],
			['national-kz', 1, 1],
			['national-uz', 0, 0]
		]);
		expect(countries).toEqual(['ES']);
	}));

test('a project that stored nothing shows the proposal, and weighs nothing', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const partner = await anActor(db, { projectId });
		const { profiles, countries } = await findCriteriaList(db, partner, TODAY);
		expect(profiles[0]).toMatchObject({
			inForce: { number: 0, meet: null },
			coming: null,
			mayPublish: false
		});
		expect(countries).toEqual([]);
		const profile = await findCriteriaProfile(db, partner, 'eu-core', TODAY);
		expect(profile?.versions).toMatchObject([{ number: 0, rules: CORE }]);
		expect(await findCriteriaProfile(db, partner, 'no-such', TODAY)).toBeUndefined();
	}));

test('before a version is published the preview says who would newly fail; afterwards the register says the same', () =>
	withDatabase(async (db) => {
		const { projectId, complete, empty, coordinator } = await aCatalogue(db);
		const rules = [...CORE, NEED];
		expect(await findCriteriaPreview(db, projectId, { code: 'eu-core', rules, today: TODAY })).toEqual({
			entries: 2,
			meetBefore: 1,
			meetAfter: 0,
			newlyFailing: 1,
			elements: [{ element: 'need', codes: [complete.code, empty.code] }]
		});
		const input = { code: 'eu-core', basedOn: 1, note: 'WP4', graceUntilOn: '2026-07-15', rules };
		await publishCriteria(db, coordinator, input, NOW);
		const profile = await findCriteriaProfile(db, coordinator, 'eu-core', TODAY);
		const ids = { inForceId: profile?.inForce.id ?? null, comingId: profile?.coming?.id ?? null };
		const { entries, pager } = await listOwingEntries(db, projectId, ids, PAGE);
		expect(pager.total).toBe(2);
		expect(entries.find(({ code }) => code === complete.code)).toMatchObject({
			inForce: [],
			coming: [{ element: 'need', standing: 'missing', reasons: [] }]
		});
	}));

test('where nothing is owed the list of entries is empty', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const ids = { inForceId: 'none', comingId: null };
		expect(await listOwingEntries(db, projectId, ids, PAGE)).toMatchObject({
			entries: [],
			pager: { total: 0 }
		});
	}));
