import type { Health } from '#lib/domain/health.ts';
import { moveAgreedDate } from '#lib/server/commands/move-agreed-date.ts';
import { moveForecast } from '#lib/server/commands/move-forecast.ts';
import { overrideHealth } from '#lib/server/commands/override-health.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';

/** `reason` is one of the quality plan's codes. */
export const forecast =
	(code: string, toOn: string, reason: string, text: string): Act =>
	async (stage) => {
		const { db, actor, now, item } = stage;
		const seen = { itemId: item(code), version: await versionOf(stage, code) };
		await moveForecast(db, actor, { ...seen, toOn, reasonCode: reason, reasonText: text }, now);
	};

export const agree =
	(code: string, toOn: string, reference: string, text: string): Act =>
	async (stage) => {
		const { db, actor, now, item } = stage;
		const seen = { itemId: item(code), version: await versionOf(stage, code) };
		await moveAgreedDate(db, actor, { ...seen, toOn, reference, reasonText: text }, now);
	};

export const judgeHealth =
	(workPackage: number, health: Health, reason: string, untilOn: string): Act =>
	async ({ db, actor, now }) => {
		const { id } = await db
			.selectFrom('workPackage')
			.select('id')
			.where('projectId', '=', actor.projectId)
			.where('number', '=', workPackage)
			.executeTakeFirstOrThrow();
		await overrideHealth(db, actor, { workPackageId: id, health, reason, untilOn }, now);
	};

async function versionOf({ db, item }: Stage, code: string): Promise<number> {
	const row = await db
		.selectFrom('item')
		.select('version')
		.where('id', '=', item(code))
		.executeTakeFirstOrThrow();
	return row.version;
}
