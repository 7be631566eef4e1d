import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { assignDuty } from '#lib/server/commands/assign-duty.ts';
import { aGap } from '#tests/support/builders/a-gap.ts';
import { aProfile } from '#tests/support/builders/a-profile.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';

async function anOpenEntry(db: Db) {
	const { id: projectId } = await aProject(db);
	const koksu = await anOrganisation(db, { projectId, country: 'KZ' });
	const author = await anActor(db, { projectId, organisationId: koksu.id });
	const colleague = await anActor(db, { projectId, organisationId: koksu.id });
	const stranger = await anActor(db, { projectId });
	const { versionId } = await aProfile(db, { projectId, elements: ['title', 'level'] });
	const entry = await anEntry(db, { projectId, leadOrganisationId: koksu.id });
	for (const element of ['title', 'level'] as const)
		await aGap(db, { projectId, itemId: entry.id, criteriaVersionId: versionId, element });
	return { projectId, author, colleague, stranger, entry };
}

const listDuties = (db: Db) =>
	db
		.selectFrom('entryDuty')
		.select(['element', 'personId', 'dueOn', 'endedAt'])
		.orderBy('setAt')
		.orderBy('element')
		.execute();

const given = { dueOn: '2026-06-30', note: '' };

test('everything that is open is given at once, and a new duty for a field ends the former one', () =>
	withDatabase(async (db) => {
		const { author, colleague, entry } = await anOpenEntry(db);
		const duty = { itemId: entry.id, element: '' as const, ...given };
		await assignDuty(db, author, { ...duty, personId: author.personId }, NOW);
		const later = new Date(NOW.getTime() + 60_000);
		await assignDuty(db, author, { ...duty, element: 'level', personId: colleague.personId }, later);
		expect(await listDuties(db)).toEqual([
			{ element: 'level', personId: author.personId, dueOn: '2026-06-30', endedAt: later.toISOString() },
			{ element: 'title', personId: author.personId, dueOn: '2026-06-30', endedAt: null },
			{ element: 'level', personId: colleague.personId, dueOn: '2026-06-30', endedAt: null }
		]);
		const acts = await db.selectFrom('auditEvent').select('act').orderBy('sequence').execute();
		expect(acts.map(({ act }) => act)).toEqual(['duty:assign', 'duty:assign']);
	}));

test('a duty goes to nobody outside the awarding bodies, not into the past, and for nothing that is complete', () =>
	withDatabase(async (db) => {
		const { author, stranger, entry } = await anOpenEntry(db);
		const duty = { itemId: entry.id, element: 'workload' as const, personId: stranger.personId, note: '' };
		const refused = await codesOf(assignDuty(db, author, { ...duty, dueOn: '2026-06-14' }, NOW));
		expect(refused).toEqual(['duty-person-foreign', 'duty-due-passed', 'duty-nothing-open']);
		expect(await listDuties(db)).toEqual([]);
	}));

test('another organisation gives nobody anything', () =>
	withDatabase(async (db) => {
		const { author, stranger, entry } = await anOpenEntry(db);
		const duty = { itemId: entry.id, element: '' as const, personId: author.personId, ...given };
		expect(await codesOf(assignDuty(db, stranger, duty, NOW))).toEqual(['out-of-scope']);
		expect(await listDuties(db)).toEqual([]);
	}));
