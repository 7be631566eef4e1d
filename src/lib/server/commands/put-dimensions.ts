import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { IndicatorDefinition } from '#lib/schemas/indicators.ts';
import { newId } from '#lib/server/ids.ts';
import { listDimensions } from '#lib/server/queries/find-indicator-facts.ts';

/** How the number is taken apart from now on; a part that was reported cannot go. */
export async function putDimensions(
	db: Db,
	indicatorId: string,
	wanted: IndicatorDefinition['dimensions']
): Promise<void> {
	const before = await listDimensions(db, indicatorId);
	if (JSON.stringify(plain(before)) === JSON.stringify(wanted)) return;
	const gone = before.flatMap(({ label, categories }) => {
		const kept = wanted.find((one) => one.label === label)?.categories ?? [];
		return categories.filter((category) => !kept.includes(category.label));
	});
	await assertUnused(db, gone);
	await db
		.deleteFrom('indicatorCategory')
		.where('id', 'in', ['', ...gone.map(({ id }) => id)])
		.execute();
	// Places are given anew, beyond all old ones, so that no two meet on the way.
	let position = await lastPosition(db, indicatorId);
	for (const { label, categories } of wanted) {
		const known = before.find((one) => one.label === label);
		const id = known?.id ?? newId();
		position += 1;
		if (known) await db.updateTable('indicatorDimension').set({ position }).where('id', '=', id).execute();
		else await db.insertInto('indicatorDimension').values({ id, indicatorId, label, position }).execute();
		for (const category of categories) {
			const there = known?.categories.find((one) => one.label === category);
			position += 1;
			if (there)
				await db.updateTable('indicatorCategory').set({ position }).where('id', '=', there.id).execute();
			else
				await db
					.insertInto('indicatorCategory')
					.values({ id: newId(), dimensionId: id, label: category, position })
					.execute();
		}
	}
	const labels = wanted.map(({ label }) => label);
	const dropped = before.filter(({ label }) => !labels.includes(label)).map(({ id }) => id);
	await db
		.deleteFrom('indicatorDimension')
		.where('id', 'in', ['', ...dropped])
		.execute();
}

function plain(dimensions: Awaited<ReturnType<typeof listDimensions>>) {
	return dimensions.map(({ label, categories }) => ({
		label,
		categories: categories.map((one) => one.label)
	}));
}

async function assertUnused(db: Db, categories: readonly { id: string; label: string }[]): Promise<void> {
	const used = await db
		.selectFrom('indicatorActualPart')
		.select('categoryId')
		.distinct()
		.where('categoryId', 'in', ['', ...categories.map(({ id }) => id)])
		.execute();
	const taken = categories.filter(({ id }) => used.some(({ categoryId }) => categoryId === id));
	if (taken.length > 0)
		throw new Refusal(taken.map(({ label: category }) => ({ code: 'indicator-category-used', category })));
}

async function lastPosition(db: Db, indicatorId: string): Promise<number> {
	const { dimension, category } = await db
		.selectFrom('indicatorDimension')
		.leftJoin('indicatorCategory', 'indicatorCategory.dimensionId', 'indicatorDimension.id')
		.select((eb) => [
			eb.fn.max('indicatorDimension.position').as('dimension'),
			eb.fn.max('indicatorCategory.position').as('category')
		])
		.where('indicatorDimension.indicatorId', '=', indicatorId)
		.executeTakeFirstOrThrow();
	return Math.max(Number(dimension ?? 0), Number(category ?? 0));
}
