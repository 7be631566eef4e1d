import type { Db } from '#db/schema.ts';
import {
	hasReached,
	isSideState,
	nextStep,
	SIDE_STATES,
	type Algorithm,
	type StepActor
} from '#lib/domain/catalogue/algorithm.ts';
import { readEntryFilter } from '#lib/domain/catalogue/entry-filter.ts';
import { owesNothing } from '#lib/domain/catalogue/gaps.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { findCoreRules, listCompleteness, type Completeness } from './list-completeness.ts';
import { inOrder } from './in-order.ts';
import { countStatesOnce, listEntryIdsOnce } from './list-entry-ids.ts';
import { listNextHands, type NextHand } from './list-next-hands.ts';
import { listOrganisations } from './list-organisations.ts';
import { listThemes } from './list-themes.ts';

const PAGE_SIZE = 50;

interface Asked {
	url: URL;
	today: Day;
	/** Of the data, where it is known. */
	dataVersion?: string | undefined;
}

/**
 * One page of the entries that an address asks for, with how many stand in each state. Nine queries, however many
 * entries; their order and numbers once for each version of the data.
 */
export async function listEntries(db: Db, actor: Actor, { url, today, dataVersion }: Asked) {
	const { algorithm, number } = await findAlgorithm(db, actor.projectId);
	const organisations = await listOrganisations(db, actor.projectId);
	const own = organisations.find(({ id }) => id === actor.organisationId)?.code ?? null;
	const filter = readEntryFilter(url.searchParams, actor, own);
	const core = await findCoreRules(db, actor.projectId, today);
	// Only a list of one's own differs from person to person.
	const about = { personId: filter.mine ? actor.personId : '', versionId: core?.versionId ?? null };

	const data = { projectId: actor.projectId, dataVersion };
	const states = await countStatesOnce(db, data, about, { ...filter, state: null });
	const everywhere = states.reduce((sum, one) => sum + one.count, 0);
	const total =
		filter.state === null ? everywhere : (states.find((one) => one.state === filter.state)?.count ?? 0);
	const page = pageParam(url, total, PAGE_SIZE);
	const order = [...algorithm.steps.map(({ state }) => state), ...SIDE_STATES];
	const ids = await listEntryIdsOnce(db, data, about, filter, order);
	const rows = await listRows(db, algorithm, ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE));
	const signing = rows.filter(({ state }) => isSigned(nextStep(algorithm, state)?.actor)).map(({ id }) => id);
	const hands = Map.groupBy(await listNextHands(db, signing, today), ({ itemId }) => itemId);
	const completeness = core
		? await listCompleteness(
				db,
				core,
				rows.map(({ id }) => id)
			)
		: new Map<string, Completeness>();
	const themes = await listThemes(db, actor.projectId);
	return {
		entries: rows.map((row) => ({
			...row,
			mine: row.authorId === actor.personId,
			isLate: isLate(algorithm, row, today),
			next: nextOf(algorithm, row, hands.get(row.id) ?? []),
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

const isSigned = (actor: StepActor | undefined) => actor === 'reviewer' || actor === 'officer';

/** The next step, and by name who takes it where that is known. */
function nextOf(
	algorithm: Algorithm,
	row: { state: string; owner: string; publisher: string | null },
	hands: readonly NextHand[]
) {
	const step = nextStep(algorithm, row.state);
	if (!step) return null;
	const { title, actor } = step;
	const of: Readonly<Record<StepActor, readonly (string | null)[]>> = {
		author: [row.owner],
		recogniser: [row.owner],
		publisher: [row.publisher],
		system: [],
		reviewer: namesOf('reviewer', hands),
		officer: namesOf('officer', hands)
	};
	return { title, actor, by: of[actor].filter((name) => name !== null) };
}

function namesOf(hand: NextHand['hand'], hands: readonly NextHand[]): string[] {
	return hands.filter((one) => one.hand === hand).map(({ name, acronym }) => `${name} (${acronym})`);
}

/** Past the day by which it should be catalogue-ready, and neither that nor off the way. */
function isLate(algorithm: Algorithm, row: { state: string; agreedOn: Day | null }, today: Day): boolean {
	const isOpen = !isSideState(row.state) && !hasReached(algorithm, row.state, algorithm.inCatalogueFrom);
	return isOpen && row.agreedOn !== null && row.agreedOn < today;
}

/** These entries in this order, with what the list shows of them. */
async function listRows(db: Db, algorithm: Algorithm, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.innerJoin('organisation as owner', 'owner.id', 'item.leadOrganisationId')
		.leftJoin('person as author', 'author.id', 'entry.authorId')
		.select((eb) => [
			eb
				.selectFrom('workPackage')
				.innerJoin('organisation', 'organisation.id', 'workPackage.leadOrganisationId')
				.select('organisation.acronym')
				.whereRef('workPackage.projectId', '=', 'item.projectId')
				.where('workPackage.number', '=', algorithm.workPackage)
				.as('publisher'),
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
		.where('item.id', 'in', ids)
		.orderBy('item.id')
		.execute();
	return inOrder(rows, ids);
}
