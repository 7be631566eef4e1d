import { sql } from 'kysely';
import * as v from 'valibot';
import type { Db } from '#db/schema.ts';
import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import { EVER, type EntryPast, type Since } from '#lib/domain/catalogue/target-series.ts';
import type { Aim } from '#lib/domain/catalogue/targets.ts';
import { dayTeller } from '#lib/domain/day-start.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import { ELEMENT_SCHEMAS } from '#lib/schemas/catalogue/content.ts';

/**
 * What every entry of the project was, day by day from a day on: from recorded steps and versions of its elements
 * alone. What did not change since then is read from the entry itself, so that a short look back stays cheap.
 */
export async function listEntryPasts(
	db: Db,
	projectId: string,
	{ aims, from, timeZone }: { aims: readonly Aim[]; from: Day; timeZone: string }
): Promise<EntryPast[]> {
	// A day earlier than asked: days of any time zone begin within it.
	const since = `${addDays(from, -1)}T00:00:00.000Z`;
	const rows = await db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.leftJoin('entryTag as theme', (join) =>
			join.onRef('theme.itemId', '=', 'item.id').on('theme.kind', '=', 'theme')
		)
		.leftJoin('entryTag as level', (join) =>
			join.onRef('level.itemId', '=', 'item.id').on('level.kind', '=', 'level')
		)
		.leftJoin(stepsSince(db, projectId, since).as('past'), 'past.itemId', 'item.id')
		.select([
			'item.id as itemId',
			'item.state',
			'item.leadOrganisationId as organisationId',
			'organisation.country',
			'entry.ects',
			'theme.code as theme',
			'level.code as level',
			'past.steps'
		])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.orderBy('item.id')
		.execute();
	const dayOf = dayTeller(timeZone);
	const changed = await listChangedElements(db, projectId, neededElements(aims), since, dayOf);
	return rows.map(({ itemId, organisationId, country, state, ects, theme, level, steps }) => {
		const past = changed.get(itemId);
		return {
			itemId,
			organisationId,
			country,
			states: steps === null ? [{ fromOn: EVER, value: state }] : parseSteps(steps, dayOf),
			ects: past?.ects ?? [{ fromOn: EVER, value: ects }],
			themes: past?.themes ?? [{ fromOn: EVER, value: theme }],
			levels: past?.levels ?? [{ fromOn: EVER, value: level }]
		};
	});
}

/** The steps of each entry that still stood at some time since then, as one text: a row for each is the larger part of reading. */
function stepsSince(db: Db, projectId: string, since: string) {
	return db
		.selectFrom('entryStep')
		.select('itemId')
		.select(sql<string>`string_agg(entered_at || state, ' ' order by number)`.as('steps'))
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('enteredAt', '>=', since), eb('leftAt', '>=', since)]))
		.groupBy('itemId');
}

const INSTANT_LETTERS = '2026-06-15T10:00:00.000Z'.length;

function parseSteps(steps: string, dayOf: (instant: string) => Day): Since<string>[] {
	return steps.split(' ').map((step) => ({
		fromOn: dayOf(step.slice(0, INSTANT_LETTERS)),
		value: step.slice(INSTANT_LETTERS)
	}));
}

function neededElements(aims: readonly Aim[]): StoredElement[] {
	return [
		...(aims.some(({ measure }) => measure === 'ects') ? (['workload'] as const) : []),
		...(aims.some(({ scopeKind }) => scopeKind === 'theme') ? (['theme'] as const) : []),
		...(aims.some(({ scopeKind }) => scopeKind === 'level') ? (['level'] as const) : [])
	];
}

interface ElementPast {
	ects?: Since<number | null>[];
	themes?: Since<string | null>[];
	levels?: Since<string | null>[];
}

/** Versions of these elements that stood at some time since then, of entries where one of them changed. */
async function listChangedElements(
	db: Db,
	projectId: string,
	elements: readonly StoredElement[],
	since: string,
	dayOf: (instant: string) => Day
): Promise<Map<string, ElementPast>> {
	const pasts = new Map<string, ElementPast>();
	if (elements.length === 0) return pasts;
	const rows = await db
		.selectFrom('entryElement')
		.innerJoin('item', 'item.id', 'entryElement.itemId')
		.select(['entryElement.itemId', 'element', 'standing', 'value', 'setAt'])
		.where('item.projectId', '=', projectId)
		.where('element', 'in', elements)
		.where((eb) => eb.or([eb('setAt', '>=', since), eb('untilAt', '>=', since)]))
		.orderBy('entryElement.itemId')
		.orderBy('element')
		.orderBy('entryElement.version')
		.execute();
	const read = elementReader();
	for (const { itemId, element, standing, value, setAt } of rows) {
		const past = pasts.get(itemId) ?? {};
		pasts.set(itemId, past);
		const held = standing === 'value' ? read(element, value) : NOTHING;
		const fromOn = dayOf(setAt);
		if (element === 'workload') (past.ects ??= []).push({ fromOn, value: held.ects });
		else if (element === 'theme') (past.themes ??= []).push({ fromOn, value: held.theme });
		else (past.levels ??= []).push({ fromOn, value: held.level });
	}
	return pasts;
}

interface HeldFacts {
	ects: number | null;
	theme: string | null;
	level: string | null;
}

const NOTHING: HeldFacts = { ects: null, theme: null, level: null };

/** What versions of elements say; thousands of entries share a few workloads, themes and levels, each read once. */
function elementReader(): (element: string, value: string) => HeldFacts {
	const known = new Map<string, HeldFacts>();
	return (element, value) => {
		const key = element + value;
		const facts = known.get(key) ?? factsOf(element, JSON.parse(value));
		known.set(key, facts);
		return facts;
	};
}

function factsOf(element: string, value: unknown): HeldFacts {
	if (element === 'workload') return { ...NOTHING, ects: v.parse(ELEMENT_SCHEMAS.workload, value).ects };
	if (element === 'theme') return { ...NOTHING, theme: v.parse(ELEMENT_SCHEMAS.theme, value) };
	const { eqf } = v.parse(ELEMENT_SCHEMAS.level, value);
	return { ...NOTHING, level: eqf === null ? null : String(eqf) };
}
