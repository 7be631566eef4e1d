import { expect, test } from 'vitest';
import { importProject } from '#lib/server/commands/import-project.ts';
import { insertDemoPeople } from '#lib/server/demo/insert-people.ts';
import { noteLoading, startOver } from '#lib/server/demo/start-over.ts';
import { withDatabase } from '#tests/support/database.ts';
import { DEMO_FILES } from '#tests/support/demo.ts';
import { rowCounts } from '#tests/support/row-counts.ts';

const NOW = new Date('2023-12-04T09:00:00.000Z');

test('a demo that was interrupted while loading goes without a trace, and a complete one stays', () =>
	withDatabase(async (db) => {
		await noteLoading(db);
		const loaded = await importProject(db, 'Test', { content: DEMO_FILES.facts }, NOW);
		if (!loaded.ok) throw new Error('the facts do not load');
		await importProject(db, 'Test', { content: DEMO_FILES.plan, into: 'leslie' }, NOW);
		await insertDemoPeople(db, loaded.projectId, 'hash', NOW);
		await startOver(db);
		expect(Object.values(await rowCounts(db)).every((count) => count === 0)).toBe(true);

		await importProject(db, 'Test', { content: DEMO_FILES.facts }, NOW);
		const before = await rowCounts(db);
		await startOver(db);
		expect(await rowCounts(db)).toEqual(before);
	}));
