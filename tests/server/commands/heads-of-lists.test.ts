import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { addRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { saveHeads } from '#lib/server/commands/save-heads.ts';
import { findOutreachPage } from '#lib/server/queries/find-outreach-page.ts';
import { listOutreach } from '#lib/server/queries/list-outreach.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOutreach } from '#tests/support/builders/an-outreach.ts';
import { someEvidence } from '#tests/support/builders/some-evidence.ts';
import { SOME_HEADS } from '#tests/support/builders/some-heads.ts';
import { withDatabase } from '#tests/support/database.ts';

async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const partner = await anActor(db, { projectId });
	const observer = await anActor(db, { projectId, role: 'observer' });
	return { projectId, organisationId: partner.organisationId, partner, observer };
}

test('how many came is said once, also when it is sent twice at the same moment', () =>
	withDatabase(async (db) => {
		const { partner, ...of } = await aStage(db);
		const { code } = await anOutreach(db, { projectId: of.projectId, organisationId: of.organisationId });
		const say = () => saveHeads(db, partner, { type: 'outreach', code }, SOME_HEADS, NOW);
		const answers = await Promise.allSettled([say(), say()]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await db.selectFrom('headCount').select('heads').execute()).toEqual([{ heads: 30 }]);
	}));

test('outsiders are not told of an internal line under which the heads of a list count', () =>
	withDatabase(async (db) => {
		const { projectId, organisationId, partner, observer } = await aStage(db);
		const day = (startsOn: string, level: 'PU' | 'SEN') =>
			anOutreach(db, { projectId, organisationId, startsOn, level });
		const internal = await day('2026-03-01', 'SEN');
		const open = await day('2026-03-02', 'PU');
		const { id: listId } = await someEvidence(db, partner, { level: 'SEN' });
		for (const { id, code } of [internal, open]) {
			await addRecordEvidence(db, partner, { type: 'outreach', id }, async () => [listId], NOW);
			await saveHeads(db, partner, { type: 'outreach', code }, { ...SOME_HEADS, listId }, NOW);
		}
		const countedAt = async (actor: typeof partner) =>
			(await findOutreachPage(db, actor, open.code))?.heads.map((line) => line.countedAt);
		expect(await countedAt(partner)).toEqual([internal.code]);
		expect(await countedAt(observer)).toEqual([null]);
		expect(JSON.stringify(await listOutreach(db, observer))).not.toContain(internal.code);
	}));
