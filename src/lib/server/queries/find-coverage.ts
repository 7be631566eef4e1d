import type { Db } from '#db/schema.ts';
import { hasReached } from '#lib/domain/catalogue/algorithm.ts';
import { coverageGrid, type CoverageCount } from '#lib/domain/catalogue/coverage.ts';
import { defaultScope } from '#lib/domain/catalogue/entry-filter.ts';
import { NO_INSTITUTIONS } from '#lib/domain/organisations.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { kept, type DataOf } from '#lib/server/kept-answers.ts';
import { entriesAt } from './entries-at.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { listOrganisations } from './list-organisations.ts';
import { listTargets } from './list-targets.ts';
import { listThemes } from './list-themes.ts';

const LEVELS = ['4', '5', '6', '7', '8'];
const GOALS = Array.from({ length: 17 }, (_, index) => String(index + 1));
const NONE = '';

/** Where the catalogue has entries and where it has holes, for a country or for all. Seven queries. */
export async function findCoverage(db: Db, actor: Actor, data: DataOf, params: URLSearchParams) {
	const { projectId } = data;
	const isAsked = params.has('country') || params.has('all');
	const country = isAsked ? params.get('country') || null : defaultScope(actor, null).country;
	const { algorithm } = await findAlgorithm(db, projectId);
	const themes = await listThemes(db, projectId);
	const organisations = await listOrganisations(db, projectId);
	const targets = (await listTargets(db, projectId)).filter(
		(one) => one.endedAt === null && one.measure === 'entries'
	);
	const places = await countPlacesOnce(db, data, country);
	const levels = await countLevelsOnce(db, data, country);
	const goals = await countGoalsOnce(db, data, country);

	const isIn = (state: string) => hasReached(algorithm, state, algorithm.inCatalogueFrom);
	const counted = <C extends { state: string; count: number }>(
		counts: readonly C[],
		key: (one: C) => { row: string; column: string }
	): CoverageCount[] =>
		counts.map((one) => ({ ...key(one), have: isIn(one.state) ? one.count : 0, all: one.count }));
	const aims = (kind: string) =>
		Object.fromEntries(
			targets.filter((one) => one.scopeKind === kind).map((one) => [one.scopeCode, one.amount])
		);
	// Countries that teach in the catalogue: their institutions are those that could fill a hole.
	const teaching = new Set(places.map((one) => one.country));
	const owners = new Set(places.map((one) => one.ownerCode));
	const partners = organisations.filter(
		(one) =>
			(country === null ? teaching.has(one.country) : one.country === country) &&
			(!NO_INSTITUTIONS.includes(one.role) || owners.has(one.code))
	);
	const taught = algorithm.languages.filter(
		(language) =>
			language === 'en' || partners.some((one) => algorithm.localLanguages[one.country]?.includes(language))
	);
	const hasNoTheme = places.some((one) => one.theme === null);
	const byPartner = counted(places, (one) => ({ row: one.ownerCode, column: one.theme ?? NONE }));
	const byLevel = counted(levels, (one) => ({ row: one.level, column: one.language }));
	return {
		country,
		countries: [...new Set(organisations.map((one) => one.country))].filter(
			(one) => country === null || one === country || teaching.has(one)
		),
		partners,
		themes,
		localLanguages: algorithm.localLanguages,
		targets: { organisation: aims('organisation'), theme: aims('theme'), level: aims('level') },
		byTheme: coverageGrid(
			partners.map((one) => one.code),
			[...themes.map((one) => one.code), ...(hasNoTheme ? [NONE] : [])],
			byPartner
		),
		byLanguage: coverageGrid(
			[...new Set([...LEVELS.slice(1, 4), ...levels.map((one) => one.level)])].sort(),
			[...new Set([...taught, ...levels.map((one) => one.language)])],
			byLevel
		),
		byGoal: coverageGrid(
			[NONE],
			GOALS,
			counted(goals, (one) => ({ row: NONE, column: one.sdg }))
		)
	};
}

function countPlaces(db: Db, projectId: string, country: string | null) {
	return inCountry(db, projectId, country)
		.select((eb) => ['e.ownerCode', 'e.country', 'e.theme', 'e.state', eb.fn.countAll<number>().as('count')])
		.groupBy(['e.ownerCode', 'e.country', 'e.theme', 'e.state'])
		.orderBy('e.ownerCode')
		.execute();
}

function countLevels(db: Db, projectId: string, country: string | null) {
	return inCountry(db, projectId, country)
		.innerJoin('entryTag as level', (join) =>
			join.onRef('level.itemId', '=', 'e.id').on('level.kind', '=', 'level')
		)
		.innerJoin('entryTag as language', (join) =>
			join.onRef('language.itemId', '=', 'e.id').on('language.kind', '=', 'language')
		)
		.select((eb) => [
			'level.code as level',
			'language.code as language',
			'e.state',
			eb.fn.countAll<number>().as('count')
		])
		.groupBy(['level.code', 'language.code', 'e.state'])
		.orderBy('level.code')
		.orderBy('language.code')
		.execute();
}

function countGoals(db: Db, projectId: string, country: string | null) {
	return inCountry(db, projectId, country)
		.innerJoin('entryTag as goal', (join) =>
			join.onRef('goal.itemId', '=', 'e.id').on('goal.kind', '=', 'sdg')
		)
		.select((eb) => ['goal.code as sdg', 'e.state', eb.fn.countAll<number>().as('count')])
		.groupBy(['goal.code', 'e.state'])
		.orderBy('goal.code')
		.execute();
}

function inCountry(db: Db, projectId: string, country: string | null) {
	const entries = db.selectFrom(entriesAt(db, projectId, { at: null, dueTargets: [] }).as('e'));
	return country === null ? entries : entries.where('e.country', '=', country);
}

const countPlacesOnce = kept(countPlaces);
const countLevelsOnce = kept(countLevels);
const countGoalsOnce = kept(countGoals);
