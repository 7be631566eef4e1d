import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import type { IndicatorReason } from '#lib/domain/indicators/indicator-reasons.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { CloseIndicator, EditIndicator, IndicatorDefinition } from '#lib/schemas/indicators.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findIndicatorFacts } from '#lib/server/queries/find-indicator-facts.ts';
import { lockProject } from './lock-project.ts';
import { putDimensions } from './put-dimensions.ts';
import { putIndicatorLinks } from './put-indicator-links.ts';

/** Decides on something that is counted. */
export function createIndicator(
	db: Db,
	actor: Actor,
	input: IndicatorDefinition,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		assertCan(actor, 'indicator:target', {});
		assertNone(await definitionBlocks(db, actor.projectId, input, null));
		const id = newId();
		const { last } = await db
			.selectFrom('indicator')
			.select((eb) => eb.fn.max('position').as('last'))
			.where('projectId', '=', actor.projectId)
			.executeTakeFirstOrThrow();
		await db
			.insertInto('indicator')
			.values({
				id,
				projectId: actor.projectId,
				position: Number(last ?? 0) + 1,
				...columnsOf(input),
				closedAt: null,
				origin: 'entered',
				createdAt: now.toISOString()
			})
			.execute();
		await putIndicatorLinks(db, actor.projectId, id, input);
		await putDimensions(db, id, input.dimensions);
		await record(db, actor, 'indicator:create', { id, ...input }, now);
		return { code: input.code };
	});
}

/** Changes what is counted, by whom and towards what; numbers reported so far stay. */
export function editIndicator(
	db: Db,
	actor: Actor,
	input: EditIndicator,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		assertCan(actor, 'indicator:target', {});
		const indicator = await findIndicatorFacts(db, actor.projectId, { id: input.indicatorId });
		if (!indicator) throw new NotFound();
		assertNone(await definitionBlocks(db, actor.projectId, input, indicator.id));
		await change(db, input, columnsOf(input));
		await putIndicatorLinks(db, actor.projectId, indicator.id, input);
		await putDimensions(db, indicator.id, input.dimensions);
		await record(db, actor, 'indicator:edit', { id: indicator.id, ...input }, now);
		return { code: input.code };
	});
}

/** Nothing more is reported for it; or again. */
export function closeIndicator(
	db: Db,
	actor: Actor,
	input: CloseIndicator,
	now: Date
): Promise<{ code: string; isClosed: boolean }> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'indicator:target', {});
		const indicator = await findIndicatorFacts(db, actor.projectId, { id: input.indicatorId });
		if (!indicator) throw new NotFound();
		const isClosed = indicator.closedAt === null;
		await change(db, input, { closedAt: isClosed ? now.toISOString() : null });
		const audited = { type: 'indicator', id: indicator.id, label: indicator.code };
		await recordAudit(db, actor, isClosed ? 'indicator:close' : 'indicator:open', audited, now);
		return { code: indicator.code, isClosed };
	});
}

function columnsOf(input: IndicatorDefinition) {
	const { code, title, description, unit, baseline, baselineOn, level, measure } = input;
	const search = searchText(code, title, description, unit);
	return { code, title, description, unit, baseline, baselineOn, level, measure, search };
}

async function change(
	db: Db,
	{ indicatorId, version }: CloseIndicator,
	columns: ReturnType<typeof columnsOf> | { closedAt: string | null }
): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('indicator')
		.set({ ...columns, version: version + 1 })
		.where('id', '=', indicatorId)
		.where('version', '=', version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict();
}

async function definitionBlocks(
	db: Db,
	projectId: string,
	input: IndicatorDefinition,
	id: string | null
): Promise<IndicatorReason[]> {
	const taken = await findIndicatorFacts(db, projectId, { code: input.code });
	const days = input.targets.map(({ dueOn }) => dueOn);
	const twice = days.find((day, index) => days.indexOf(day) !== index);
	return [
		...(taken && taken.id !== id ? [{ code: 'indicator-code-taken', indicator: input.code } as const] : []),
		...(input.reporterIds.length === 0 ? [{ code: 'indicator-without-reporters' } as const] : []),
		...(twice === undefined ? [] : [{ code: 'target-day-twice', on: twice } as const])
	];
}

function record(
	db: Db,
	actor: Actor,
	act: string,
	{ id, code, title, unit, measure, targets, dimensions, reporterIds }: IndicatorDefinition & { id: string },
	now: Date
): Promise<void> {
	const details = { title, unit, measure, targets, dimensions, reporters: reporterIds.length };
	return recordAudit(db, actor, act, { type: 'indicator', id, label: code }, now, details);
}
