import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { addBody, removeBody } from '#lib/server/commands/change-bodies.ts';
import { setElement } from '#lib/server/commands/set-element.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import { findEntryHistory } from '#lib/server/queries/find-entry-history.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

async function aJoint(db: Db, state = 'idea') {
	const { id: projectId } = await aProject(db);
	const author = await anActor(db, { projectId });
	const entry = await anEntry(db, { projectId, leadOrganisationId: author.organisationId, state });
	const partner = await anOrganisation(db, { projectId, acronym: 'UCY' });
	const input = { itemId: entry.id, organisationId: partner.id };
	const read = async () => findEntryFacts(db, projectId, { id: entry.id });
	return { projectId, author, entry, input, read };
}

test('a further awarding body joins, contributes and may leave again', () =>
	withDatabase(async (db) => {
		const { author, input, read } = await aJoint(db);
		await addBody(db, author, input, NOW);
		const joint = await read();
		expect(joint?.facts.bodies.map(({ acronym }) => acronym)).toEqual([author.organisationAcronym, 'UCY']);
		expect(joint?.subject.organisationIds).toContain(input.organisationId);
		const twice = () => addBody(db, author, input, NOW);
		expect(await refused(db, twice)).toEqual(['body-already']);
		await removeBody(db, author, input, NOW);
		const alone = await read();
		expect(alone?.facts.bodies).toHaveLength(1);
		expect(alone?.history.contributions.map((one) => one.organisationId)).toContain(input.organisationId);
	}));

test('the owner awards anyway, and strangers add nobody', () =>
	withDatabase(async (db) => {
		const { projectId, author, input } = await aJoint(db);
		const owner = { ...input, organisationId: author.organisationId };
		expect(await refused(db, () => addBody(db, author, owner, NOW))).toEqual(['body-owns']);
		const stranger = await anActor(db, { projectId });
		expect(await refused(db, () => addBody(db, stranger, input, NOW))).toEqual(['out-of-scope']);
	}));

test('another awarding body after the quality check sends the entry back', () =>
	withDatabase(async (db) => {
		const { author, input, read } = await aJoint(db, 'institution-approved');
		await addBody(db, author, input, NOW);
		expect((await read())?.item.state).toBe('designed');
	}));

test('a protected element changed after the quality check sends the entry back, another one does not', () =>
	withDatabase(async (db) => {
		const { author, entry, read } = await aJoint(db, 'institution-approved');
		const set = (element: 'contact' | 'workload', value: unknown) =>
			setElement(
				db,
				author,
				{ itemId: entry.id, element, standing: 'value', value, reason: '', version: 0 },
				NOW
			);
		expect(await set('contact', 'courses@example.org')).toMatchObject({ outcome: 'untouched' });
		expect(await set('workload', { hours: 60, ects: 2 })).toMatchObject({ outcome: 'reset' });
		expect((await read())?.item.state).toBe('designed');
	}));

test('the history tells what stood before, and how the entry was on a day', () =>
	withDatabase(async (db) => {
		const { author, entry } = await aJoint(db);
		const coordinator = await anActor(db, { projectId: author.projectId, role: 'coordinator' });
		const days = ['2026-06-15', '2026-06-20'] as const;
		for (const [version, day] of days.entries()) {
			const grading = { itemId: entry.id, element: 'grading', standing: 'value', reason: '' } as const;
			const at = new Date(`${day}T10:00:00.000Z`);
			await setElement(db, author, { ...grading, value: `As of ${day}`, version }, at);
		}
		const ask = (search: string) =>
			findEntryHistory(db, coordinator, {
				code: entry.code,
				url: new URL(`http://here/?${search}`),
				timeZone: 'Europe/Madrid'
			});
		const all = await ask('');
		expect(all?.changes.map(({ version, before }) => [version, before.grading])).toEqual([
			[2, { standing: 'value', value: 'As of 2026-06-15' }],
			[1, undefined]
		]);
		expect((await ask('since=2026-06-16'))?.total).toBe(1);
		expect((await ask('at=2026-06-18'))?.content?.grading).toMatchObject({ value: 'As of 2026-06-15' });
		expect((await ask('at=2026-06-14'))?.content).toEqual({});
	}));
