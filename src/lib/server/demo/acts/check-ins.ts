import type { LineAnswer } from '#lib/domain/check-ins/check-ins.ts';
import type { WriteCheckIn } from '#lib/schemas/check-ins.ts';
import { acceptCheckIns } from '#lib/server/commands/check-ins/accept-check-ins.ts';
import { goWithout } from '#lib/server/commands/check-ins/go-without.ts';
import { lockPeriod } from '#lib/server/commands/check-ins/lock-period.ts';
import { returnCheckIn } from '#lib/server/commands/check-ins/return-check-in.ts';
import { saveCheckIn } from '#lib/server/commands/check-ins/save-check-in.ts';
import { reportNil, submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';
import { newId } from '#lib/server/ids.ts';
import { listAsked } from '#lib/server/queries/check-ins/list-asked.ts';

export interface Said {
	/** What is new of records, by their code. */
	lines?: Readonly<Record<string, { answer: LineAnswer; note?: string; waitsFor?: string }>>;
	/** By number of the work package. */
	texts?: Readonly<Record<number, string>>;
}

/** Sends the check-in of the person's organisation, marked as sample data. */
export const checkIn =
	(period: string, said: Said = {}): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await submitCheckIn(db, actor, period, await written(stage, said), [], now);
		await markSample(stage);
	};

export const nothingToReport =
	(period: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await reportNil(db, actor, period, await written(stage, {}), now);
		await markSample(stage);
	};

/** Begins and does not send. */
export const beginCheckIn =
	(period: string, said: Said): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await saveCheckIn(db, actor, period, await written(stage, said), [], now);
		await markSample(stage);
	};

/** Accepts what came from these organisations, or from all that this person may accept. */
export const acceptFrom =
	(period: string, codes: readonly string[], note = ''): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const checkIns = await sentBy(stage, period, codes);
		await acceptCheckIns(db, actor, period, { checkIns, note }, now);
	};

export const giveBack =
	(period: string, code: string, reason: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const [checkIn] = await sentBy(stage, period, [code]);
		if (!checkIn) throw new Error(`${code} sent nothing for ${period}`);
		await returnCheckIn(db, actor, period, { checkIn, reason }, now);
	};

export const without =
	(period: string, codes: readonly string[], reason: string): Act =>
	async ({ db, actor, now, organisations }) => {
		const organisationIds = organisations.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
		await goWithout(db, actor, period, { organisationIds, reason }, now);
	};

export const lock =
	(period: string): Act =>
	async ({ db, actor, now }) => {
		await lockPeriod(db, actor, period, now);
	};

async function written({ db, actor, item, organisations }: Stage, said: Said): Promise<WriteCheckIn> {
	const lines = Object.entries(said.lines ?? {}).map(([code, { answer, note = '', waitsFor }]) => ({
		recordId: item(code),
		version: 0,
		answer,
		note,
		forecastOn: null,
		reasonCode: null,
		blockedById: organisations.find((one) => one.code === waitsFor)?.id ?? null,
		blockedByName: '',
		measures: null,
		link: ''
	}));
	const packages = await db
		.selectFrom('workPackage')
		.select(['id', 'number'])
		.where('projectId', '=', actor.projectId)
		.orderBy('number')
		.execute();
	const texts = packages.flatMap(({ id, number }) => {
		const text = said.texts?.[number];
		return text === undefined ? [] : [{ workPackageId: id, version: 0, text }];
	});
	const back = await db
		.selectFrom('checkIn')
		.select('version')
		.where('projectId', '=', actor.projectId)
		.where('organisationId', '=', actor.organisationId)
		.where('state', '=', 'returned')
		.orderBy('createdAt', 'desc')
		.executeTakeFirst();
	const seenVersion = back?.version ?? 0;
	const asked = { isNoChange: false, isConfirmed: false, isQuiet: false };
	return { key: newId(), seenVersion, lines, texts, remove: null, ...asked };
}

async function sentBy({ db, actor }: Stage, period: string, codes: readonly string[]) {
	const { id } = await db
		.selectFrom('checkInPeriod')
		.select('id')
		.where('projectId', '=', actor.projectId)
		.where('startsOn', '=', period)
		.executeTakeFirstOrThrow();
	const asked = await listAsked(db, actor.projectId, id);
	return asked.flatMap(({ code, checkInId, version }) =>
		codes.includes(code) && checkInId !== null && version !== null ? [{ id: checkInId, version }] : []
	);
}

async function markSample({ db, actor }: Stage): Promise<void> {
	await db
		.updateTable('checkIn')
		.set({ origin: 'sample' })
		.where('organisationId', '=', actor.organisationId)
		.where('origin', '!=', 'sample')
		.execute();
}
