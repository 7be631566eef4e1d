import type { Db } from '#db/schema.ts';
import type { Baseline } from '#db/schema/plan.ts';
import { inChunks } from './in-chunks.ts';
import { newId } from '#lib/server/ids.ts';
import { listPlanEntries } from '#lib/server/queries/list-plan-entries.ts';

type NewBaseline = Omit<Baseline, 'id' | 'createdAt'>;

/** Keeps the plan as it stands now as an immutable baseline: number 0 is Annex 1, amendments follow. Returns its id. */
export async function insertBaseline(db: Db, baseline: NewBaseline, now: Date): Promise<string> {
	const id = newId();
	await db
		.insertInto('baseline')
		.values({ id, createdAt: now.toISOString(), ...baseline })
		.execute();
	const { projectId } = baseline;
	const entries = (await listPlanEntries(db, projectId)).map((entry) => ({ baselineId: id, ...entry }));
	await inChunks(entries, (rows) => db.insertInto('baselineEntry').values(rows).execute());
	return id;
}
