import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Aim } from '#lib/domain/catalogue/targets.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import { findFrame, versionIdsIn } from '#lib/server/queries/find-frame.ts';
import { findHomeOwed } from '#lib/server/queries/find-home-owed.ts';
import { findRegister } from '#lib/server/queries/find-register.ts';
import { findTargetEffect } from '#lib/server/queries/find-target-effect.ts';
import { findTargetSummary } from '#lib/server/queries/find-target-summary.ts';
import { findOwedPage } from '#lib/server/queries/find-owed-page.ts';
import { aGap } from '#tests/support/builders/a-gap.ts';
import { aProfile } from '#tests/support/builders/a-profile.ts';
import { aTarget } from '#tests/support/builders/a-target.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

function owedFor(db: Db, actor: Actor, query = '') {
	const url = new URL(`http://localhost/leslie/catalogue/owed?${query}`);
	return findOwedPage(db, actor, { today: TODAY, timeZone: 'Europe/Madrid', url });
}

/** KOKSU owes two fields of its own entry, and Dana of BSU, another awarding body, a third one by a day of her own. */
async function someDebts(db: Db) {
	const { id: projectId } = await aProject(db);
	const koksu = await anOrganisation(db, { projectId, country: 'KZ', code: 'koksu', acronym: 'KOKSU' });
	const bsu = await anOrganisation(db, { projectId, country: 'UZ', code: 'bsu', acronym: 'BSU' });
	const author = await anActor(db, { projectId, organisationId: koksu.id, name: 'Aidar' });
	const dana = await anActor(db, { projectId, organisationId: bsu.id, name: 'Dana' });
	const elements = ['title', 'workload', 'level'] as const;
	const { versionId } = await aProfile(db, { projectId, code: 'eu-core', elements });
	const entry = await anEntry(db, {
		projectId,
		leadOrganisationId: koksu.id,
		code: 'MC-KOKSU-01',
		agreedOn: '2026-06-30',
		entry: { authorId: author.personId }
	});
	const cell = { projectId, itemId: entry.id, criteriaVersionId: versionId };
	for (const element of elements) await aGap(db, { ...cell, element });
	await db
		.insertInto('entryDuty')
		.values({
			id: newId(),
			projectId,
			itemId: entry.id,
			element: 'level',
			personId: dana.personId,
			dueOn: '2026-06-10',
			note: 'Agreed in Almaty',
			setBy: author.personId,
			setAt: NOW.toISOString(),
			endedAt: null
		})
		.execute();
	await db
		.insertInto('catalogueTarget')
		.values({
			id: newId(),
			projectId,
			title: 'Entries',
			scopeKind: 'country',
			scopeCode: 'UZ',
			measure: 'entries',
			amount: 4,
			dueOn: '2026-12-31',
			countingState: 'catalogue-ready',
			setBy: null,
			setAt: NOW.toISOString(),
			endedAt: null,
			endedBy: null,
			endReason: null,
			replacesId: null,
			origin: 'sample'
		})
		.execute();
	return { projectId, koksu, bsu, author, dana, versionId };
}

test('every open field is owed by the person of its duty, else by the author, by the day that was set for it', () =>
	withDatabase(async (db) => {
		const { projectId } = await someDebts(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const { groups, total } = await owedFor(db, coordinator);
		expect(total).toBe(3);
		expect(
			groups.map(({ acronym, people }) => [
				acronym,
				people.map(({ person, cells }) => [
					person,
					cells.map((cell) => [cell.element, cell.dueOn, cell.note])
				])
			])
		).toEqual([
			['BSU', [['Dana', [['level', '2026-06-10', 'Agreed in Almaty']]]]],
			[
				'KOKSU',
				[
					[
						'Aidar',
						[
							['title', '2026-06-30', ''],
							['workload', '2026-06-30', '']
						]
					]
				]
			]
		]);
	}));

test('an entry without a day of its own is due on the day of the target that covers it', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, versionId } = await someDebts(db);
		const { id: itemId } = await anEntry(db, { projectId, leadOrganisationId: bsu.id, code: 'MC-BSU-01' });
		await aGap(db, { projectId, itemId, criteriaVersionId: versionId, element: 'title' });
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const { groups } = await owedFor(db, coordinator, 'country=UZ');
		expect(groups.flatMap((group) => group.people.flatMap((one) => one.cells))).toMatchObject([
			{ code: 'MC-BSU-01', dueOn: '2026-12-31', person: null }
		]);
	}));

test('a further, smaller target of the same part moves no day and leads no headline, and what it would move is said', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, versionId } = await someDebts(db);
		const { id: itemId } = await anEntry(db, { projectId, leadOrganisationId: bsu.id, code: 'MC-BSU-01' });
		await anEntry(db, { projectId, leadOrganisationId: bsu.id, state: 'published' });
		await aGap(db, { projectId, itemId, criteriaVersionId: versionId, element: 'title' });
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const dueOn = async () => {
			const { groups } = await owedFor(db, coordinator, 'country=UZ');
			return groups.flatMap((group) => group.people.flatMap((one) => one.cells.map((cell) => cell.dueOn)));
		};
		const part = { scopeKind: 'country', scopeCode: 'UZ' } as const;
		await aTarget(db, { projectId, ...part, title: 'Small', amount: 1, dueOn: '2026-11-30' });
		expect(await dueOn()).toEqual(['2026-12-31']);
		const summary = await findTargetSummary(db, { projectId }, part, { today: TODAY, timeZone: 'UTC' });
		expect(summary).toMatchObject({ title: 'Entries', others: [{ title: 'Small', isReached: true }] });

		const sets = { ...part, measure: 'entries', countingState: 'catalogue-ready', amount: 9 } as const;
		const effect = (aim: Aim) => findTargetEffect(db, projectId, { sets: aim }, TODAY);
		expect(await effect({ ...sets, dueOn: '2026-10-31' })).toEqual([]);
		expect(await effect({ ...sets, dueOn: '2027-03-31' })).toEqual([{ dueOn: '2027-03-31', fields: 1 }]);
		await aTarget(db, { projectId, ...sets, dueOn: '2027-03-31' });
		expect(await dueOn()).toEqual(['2027-03-31']);
	}));

test('an entry on hold owes nothing', () =>
	withDatabase(async (db) => {
		const { projectId, bsu, versionId } = await someDebts(db);
		const onHold = { projectId, leadOrganisationId: bsu.id, code: 'MC-BSU-01', state: 'on-hold' };
		const { id: itemId } = await anEntry(db, onHold);
		await aGap(db, { projectId, itemId, criteriaVersionId: versionId, element: 'title' });
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		expect((await owedFor(db, coordinator, 'country=UZ')).total).toBe(0);
	}));

test('only what is late, and only what one organisation owes', () =>
	withDatabase(async (db) => {
		const { projectId, dana, author } = await someDebts(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		expect((await owedFor(db, coordinator, 'late=1')).total).toBe(1);
		expect((await owedFor(db, coordinator, 'organisation=koksu')).total).toBe(2);
		expect((await owedFor(db, dana)).total).toBe(1);
		expect((await owedFor(db, author)).total).toBe(2);
	}));

test('the first page tells a partner which fields, and coordinators who owes them', () =>
	withDatabase(async (db) => {
		const { projectId, author } = await someDebts(db);
		const scope = { type: 'country', id: 'UZ' } as const;
		const uzbek = await anActor(db, { projectId, role: 'national-coordinator', scope });
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const frame = await findFrame(db, projectId);
		expect(await findHomeOwed(db, author, { projectId }, frame, TODAY)).toMatchObject({
			kind: 'fields',
			total: 2,
			cells: [{ element: 'title' }, { element: 'workload' }]
		});
		expect(await findHomeOwed(db, uzbek, { projectId }, frame, TODAY)).toMatchObject({
			kind: 'debtors',
			country: 'UZ',
			debtors: []
		});
		expect(await findHomeOwed(db, coordinator, { projectId }, frame, TODAY)).toMatchObject({
			kind: 'debtors',
			debtors: [
				{ code: 'bsu', count: 1, late: 1, nextOn: null },
				{ code: 'koksu', count: 2, late: 0, nextOn: '2026-06-30' }
			]
		});
	}));

test('the frame of a project names the profiles that the register is read by, on any day', () =>
	withDatabase(async (db) => {
		const { projectId } = await someDebts(db);
		const frame = await findFrame(db, projectId);
		for (const today of ['2020-01-01', TODAY, '2030-01-01']) {
			const { moment } = await findRegister(db, projectId, {
				today,
				timeZone: 'UTC',
				on: null,
				profile: null
			});
			expect(moment.versionIds.length).toBeGreaterThan(0);
			expect(versionIdsIn(frame, today)).toEqual(moment.versionIds);
		}
	}));
