import { expect, test } from 'vitest';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import { editOrganisation } from '#lib/server/commands/edit-organisation.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

const change = (code: string, version = 1) => ({
	code,
	version,
	currentName: 'Bukhara State Technical University',
	renamedOn: '2025-02-01',
	city: 'Bukhara',
	timeZone: 'Asia/Samarkand',
	pic: null
});

test('the name in the agreement stays, the name of today is found by search', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const organisation = await anOrganisation(db, { projectId, name: 'Bukhara Institute' });
		await editOrganisation(db, coordinator, change(organisation.code), NOW);
		const row = await db
			.selectFrom('organisation')
			.selectAll()
			.where('id', '=', organisation.id)
			.executeTakeFirstOrThrow();
		expect(row).toMatchObject({ name: 'Bukhara Institute', city: 'Bukhara', version: 2 });
		expect(row.search).toContain('technical university');
	}));

test('who edits meanwhile is shown what stands now, and neither text is lost', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const organisation = await anOrganisation(db, { projectId });
		await editOrganisation(db, coordinator, change(organisation.code), NOW);
		const before = await contentsOf(db, ['organisation', 'auditEvent']);
		const second = editOrganisation(db, coordinator, { ...change(organisation.code), city: 'Kogon' }, NOW);
		await expect(second).rejects.toBeInstanceOf(Conflict);
		await expect(second).rejects.toMatchObject({ theirs: { city: 'Bukhara', timeZone: 'Asia/Samarkand' } });
		expect(await contentsOf(db, ['organisation', 'auditEvent'])).toBe(before);
	}));

test('a partner edits their own organisation, a national coordinator those of the country, nobody a foreign one', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const uz = await anOrganisation(db, { projectId, country: 'UZ' });
		const kz = await anOrganisation(db, { projectId, country: 'KZ' });
		const partner = await anActor(db, { projectId, organisationId: uz.id });
		const scope = { type: 'country', id: 'UZ' } as const;
		const national = await anActor(db, { projectId, role: 'national-coordinator', scope });
		await editOrganisation(db, partner, change(uz.code), NOW);
		await editOrganisation(db, national, change(uz.code, 2), NOW);
		for (const actor of [partner, national])
			expect(await codesOf(editOrganisation(db, actor, change(kz.code), NOW))).toEqual(['out-of-scope']);

		const foreign = await anOrganisation(db, { projectId: (await aProject(db)).id });
		await expect(editOrganisation(db, partner, change(foreign.code), NOW)).rejects.toBeInstanceOf(NotFound);
	}));
