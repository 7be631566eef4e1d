import { expect, test } from 'vitest';
import { dropDraft, keepDraft } from '#lib/server/commands/keep-draft.ts';
import { findDraft } from '#lib/server/queries/find-draft.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

const NOW = new Date('2026-06-15T09:00:00Z');
const LATER = new Date('2026-06-15T10:00:00Z');

test('a draft is what its author typed last, of one form, and nobody else’s', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const author = await anActor(db, { projectId, role: 'wp-leader' });
		const other = await anActor(db, { projectId, role: 'wp-leader' });
		await keepDraft(db, author, { form: 'algorithm', typed: { note: 'half a sen' } }, NOW);
		await keepDraft(
			db,
			author,
			{ form: 'algorithm', typed: { note: 'half', element: ['title', 'ә'] } },
			LATER
		);

		expect(await findDraft(db, author, 'algorithm')).toEqual({
			typed: { note: 'half', element: ['title', 'ә'] },
			keptAt: LATER.toISOString()
		});
		expect(await findDraft(db, author, 'criteria:elm')).toBeNull();
		expect(await findDraft(db, other, 'algorithm')).toBeNull();
		await dropDraft(db, other, 'algorithm');
		expect(await findDraft(db, author, 'algorithm')).not.toBeNull();
		await dropDraft(db, author, 'algorithm');
		expect(await findDraft(db, author, 'algorithm')).toBeNull();
	}));
