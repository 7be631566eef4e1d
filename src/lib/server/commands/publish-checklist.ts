import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { canonicalChecklist } from '#lib/domain/checklists.ts';
import { checklistBlocks } from '#lib/domain/quality-plan-blocks.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { PublishChecklist } from '#lib/schemas/checklists.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId, sha256 } from '#lib/server/ids.ts';

/** Makes a new version of a checklist, or the first one; a review keeps the version it was opened with. */
export function publishChecklist(
	db: Db,
	actor: Actor,
	input: PublishChecklist & { code: string },
	now: Date
): Promise<number> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'quality-plan:publish', {});
		const latest = await findLatest(db, actor.projectId, input.code);
		if ((latest?.number ?? 0) !== input.basedOn)
			throw new Conflict({ version: `Version ${latest?.number ?? 0}` });
		const hash = sha256(canonicalChecklist(input.items));
		assertNone(checklistBlocks(input.items, latest?.sha256 === hash));

		const number = input.basedOn + 1;
		const checklistId = latest?.checklistId ?? (await insertChecklist(db, actor, input));
		const id = newId();
		const { numInsertedOrUpdatedRows } = await db
			.insertInto('checklistVersion')
			.values({
				id,
				projectId: actor.projectId,
				checklistId,
				number,
				sha256: hash,
				note: input.note,
				publishedBy: actor.personId,
				publishedAt: now.toISOString(),
				origin: 'entered'
			})
			.onConflict((conflict) => conflict.columns(['checklistId', 'number']).doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n) throw new Conflict({ version: `Version ${number}` });
		await db
			.insertInto('checklistItem')
			.values(
				input.items.map(({ text, help, mandatory, section = '' }, index) => ({
					id: newId(),
					checklistVersionId: id,
					position: index + 1,
					section,
					text,
					help,
					mandatory: mandatory ? 1 : 0
				}))
			)
			.execute();
		const record = { type: 'checklist', id: checklistId, label: `${input.code} ${number}` };
		await recordAudit(db, actor, 'quality-plan:publish', record, now, {
			note: input.note,
			sha256: hash,
			questions: input.items.length
		});
		return number;
	});
}

function findLatest(db: Db, projectId: string, code: string) {
	return db
		.selectFrom('checklistVersion')
		.innerJoin('checklist', 'checklist.id', 'checklistVersion.checklistId')
		.select(['checklist.id as checklistId', 'checklistVersion.number', 'checklistVersion.sha256'])
		.where('checklist.projectId', '=', projectId)
		.where('checklist.code', '=', code)
		.orderBy('checklistVersion.number', 'desc')
		.limit(1)
		.executeTakeFirst();
}

async function insertChecklist(
	db: Db,
	actor: Actor,
	{ code, title, appliesTo }: Pick<PublishChecklist, 'title' | 'appliesTo'> & { code: string }
): Promise<string> {
	const id = newId();
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('checklist')
		.values({ id, projectId: actor.projectId, code, title, appliesTo })
		.onConflict((conflict) => conflict.columns(['projectId', 'code']).doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows === 0n) throw new Conflict({ version: 'Version 1' });
	return id;
}
