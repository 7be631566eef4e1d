import type { Db } from '#db/schema.ts';
import { appendAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';

const CHUNK = 200;

/** Copies of the demonstration's entries, with their elements, gaps and history, until there are so many. */
export async function growCatalogue(db: Db, projectId: string, size: number): Promise<number> {
	const entries = await db
		.selectFrom('item')
		.selectAll()
		.where('projectId', '=', projectId)
		.where('kind', '=', 'entry')
		.execute();
	const [steps, details, elements, tags, gaps] = [
		await db.selectFrom('entryStep').selectAll().execute(),
		await db.selectFrom('entry').selectAll().execute(),
		await db.selectFrom('entryElement').selectAll().execute(),
		await db.selectFrom('entryTag').selectAll().execute(),
		await db.selectFrom('entryGap').selectAll().execute()
	] as const;
	let made = entries.length;
	while (made < size) {
		await db.transaction().execute(async (db) => {
			for (let count = 0; count < CHUNK && made < size; count++, made++) {
				const model = entries[made % entries.length];
				if (!model) throw new Error('The demonstration has no entries');
				const itemId = newId();
				const own = <R extends { itemId: string }>(rows: readonly R[]) =>
					rows.filter((row) => row.itemId === model.id).map((row) => ({ ...row, itemId }));
				const named = <R extends { id: string; itemId: string }>(rows: readonly R[]) =>
					own(rows).map((row) => ({ ...row, id: newId() }));
				const code = `${model.code.replace(/\d+$/, '')}${1000 + made}`;
				await db
					.insertInto('item')
					.values({ ...model, id: itemId, code, position: made })
					.execute();
				await db.insertInto('entry').values(own(details)).execute();
				await db.insertInto('entryStep').values(named(steps)).execute();
				await db.insertInto('entryElement').values(own(elements)).execute();
				if (own(tags).length > 0) await db.insertInto('entryTag').values(own(tags)).execute();
				if (own(gaps).length > 0) await db.insertInto('entryGap').values(named(gaps)).execute();
			}
		});
	}
	return entries.length;
}

/** An event of the trail, as every change leaves one: what is kept of the data before counts no more. */
export function changeSomething(db: Db, projectId: string): Promise<void> {
	const actor = { personId: null, name: 'Measurement', organisationId: null };
	const record = { type: 'project', id: projectId, label: 'Measurement' };
	return db
		.transaction()
		.execute((db) =>
			appendAudit(db, { chain: projectId, actor, act: 'project:measure', record }, new Date())
		);
}
