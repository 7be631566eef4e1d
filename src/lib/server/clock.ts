import type { Db } from '#db/schema.ts';

const DEMO_CLOCK = 'demo-clock-offset-ms';

let offsetMs = 0;
let shifted = false;

/** Now, as every rule sees it: a demo runs on its own shifted clock, a real installation on the real one. */
export function now(): Date {
	return new Date(Date.now() + offsetMs);
}

export function isDemoClock(): boolean {
	return shifted;
}

/** Reads the clock's shift once at start. */
export async function loadClock(db: Db): Promise<void> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', DEMO_CLOCK).executeTakeFirst();
	shifted = row !== undefined;
	offsetMs = row ? Number(row.value) : 0;
}

/** Makes the moment of loading the given instant; from there the clock runs on. */
export async function setDemoClock(db: Db, demoNow: Date): Promise<void> {
	const value = String(demoNow.getTime() - Date.now());
	await db
		.insertInto('setting')
		.values({ key: DEMO_CLOCK, value })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
		.execute();
	await loadClock(db);
}

/** Back to real time for every process that loads the clock from now on. */
export async function clearDemoClock(db: Db): Promise<void> {
	await db.deleteFrom('setting').where('key', '=', DEMO_CLOCK).execute();
}
