import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import {
	hasReached,
	isSideState,
	nextStep,
	SIDE_STATES,
	type Algorithm
} from '#lib/domain/catalogue/algorithm.ts';
import { readEntryFilter, type EntryFilter } from '#lib/domain/catalogue/entry-filter.ts';
import { GONE, owesNothing } from '#lib/domain/catalogue/gaps.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { filterEntries, openGaps, type FilteredEntries } from './filter-entries.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { findCoreRules, listCompleteness, type Completeness } from './list-completeness.ts';
import { listOrganisations } from './list-organisations.ts';
import { listThemes } from './list-themes.ts';

const PAGE_SIZE = 50;

/** One page of the entries that an address asks for, with how many stand in each state. Eight queries, however many entries. */
export async function listEntries(db: Db, actor: Actor, { url, today }: { url: URL; today: Day }) {
	const { algorithm, number } = await findAlgorithm(db, actor.projectId);
	const organisations = await listOrganisations(db, actor.projectId);
	const own = organisations.find(({ id }) => id === actor.organisationId)?.code ?? null;
	const filter = readEntryFilter(url.searchParams, actor, own);
	const core = await findCoreRules(db, actor.projectId, today);
	const about = { projectId: actor.projectId, personId: actor.personId, versionId: core?.versionId ?? null };

	const states = await filterEntries(db, about, { ...filter, state: null })
		.select((eb) => ['item.state', eb.fn.countAll<number>().as('count')])
		.groupBy('item.state')
		.orderBy('item.state')
		.execute();
	const everywhere = states.reduce((sum, one) => sum + one.count, 0);
	const total =
		filter.state === null ? everywhere : (states.find((one) => one.state === filter.state)?.count ?? 0);
	const page = pageParam(url, total, PAGE_SIZE);
	const rows = await sorted(filterEntries(db, about, filter), filter, algorithm, about.versionId)
		.leftJoin('person as author', 'author.id', 'entry.authorId')
		.select([
			'item.id',
			'item.code',
			'item.title',
			'item.state',
			'item.stateSinceAt',
			'item.agreedOn',
			'item.origin',
			'owner.acronym as owner',
			'owner.country',
			'author.name as author',
			'entry.authorId',
			'entry.ects'
		])
		.limit(PAGE_SIZE)
		.offset((page - 1) * PAGE_SIZE)
		.execute();
	const completeness = core
		? await listCompleteness(
				db,
				core,
				rows.map(({ id }) => id)
			)
		: new Map<string, Completeness>();
	const order = [...algorithm.steps.map(({ state }) => state), ...SIDE_STATES];
	const themes = await listThemes(db, actor.projectId);
	return {
		entries: rows.map((row) => ({
			...row,
			mine: row.authorId === actor.personId,
			isLate: isLate(algorithm, row, today),
			next: nextOf(algorithm, row.state),
			hasLeft: owesNothing(row.state),
			completeness: owesNothing(row.state) ? null : (completeness.get(row.id) ?? null)
		})),
		states: order.map((state) => ({ state, count: states.find((one) => one.state === state)?.count ?? 0 })),
		total,
		everywhere,
		pager: { page: page, size: PAGE_SIZE },
		filter,
		choices: {
			organisations: organisations.map(({ code, acronym, country }) => ({ code, acronym, country })),
			countries: [...new Set(organisations.map(({ country }) => country))].sort(),
			themes: themes.map(({ code, title }) => ({ code, title })),
			languages: algorithm.languages
		},
		algorithm,
		isProposal: number === 0,
		query: url.search
	};
}

function nextOf(algorithm: Algorithm, state: string) {
	const step = nextStep(algorithm, state);
	return step ? { title: step.title, actor: step.actor } : null;
}

/** Past the day by which it should be catalogue-ready, and neither that nor off the way. */
function isLate(algorithm: Algorithm, row: { state: string; agreedOn: Day | null }, today: Day): boolean {
	const isOpen = !isSideState(row.state) && !hasReached(algorithm, row.state, algorithm.inCatalogueFrom);
	return isOpen && row.agreedOn !== null && row.agreedOn < today;
}

function sorted(
	query: FilteredEntries,
	{ sort, descending }: EntryFilter,
	algorithm: Algorithm,
	versionId: string | null
) {
	const way = descending ? 'desc' : 'asc';
	const order = [...algorithm.steps.map(({ state }) => state), ...SIDE_STATES];
	const place = sql`case item.state ${sql.join(
		order.map((state, index) => sql`when ${state} then ${sql.lit(index)}`),
		sql` `
	)} else 999 end`;
	switch (sort) {
		case 'code':
			return query.orderBy('owner.code', way).orderBy('item.position', way).orderBy('item.code', way);
		case 'title':
			return query.orderBy('item.search', way).orderBy('item.code');
		case 'state':
			return query.orderBy(place, way).orderBy('item.code');
		case 'owner':
			return query.orderBy('owner.acronym', way).orderBy('item.code');
		case 'due':
			return query
				.orderBy('item.agreedOn', (order) => (descending ? order.desc() : order.asc()).nullsLast())
				.orderBy('item.code');
		case 'gaps':
			return query
				.orderBy((eb) => eb.case().when('item.state', 'in', GONE).then(1).else(0).end())
				.orderBy(openGaps(versionId), way)
				.orderBy('item.code');
		case 'ects':
			return query
				.orderBy('entry.ects', (order) => (descending ? order.desc() : order.asc()).nullsLast())
				.orderBy('item.code');
	}
}
