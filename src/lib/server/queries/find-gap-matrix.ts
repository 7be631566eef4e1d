import type { Db } from '#db/schema.ts';
import { SIDE_STATES } from '#lib/domain/catalogue/algorithm.ts';
import { choicesOf, groupsOf } from '#lib/domain/catalogue/matrix-groups.ts';
import { readMatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import { askedOf, chosenProfiles, columnsOf } from '#lib/domain/catalogue/matrix-profile.ts';
import { cellsOf, completeness, debtorsOf, dueOf, gapTotals } from '#lib/domain/catalogue/matrix.ts';
import { defaultScope } from '#lib/domain/catalogue/scope.ts';
import { dayStart } from '#lib/domain/day-start.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { countEntries } from './count-entries.ts';
import { countGaps } from './count-gaps.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { listCells } from './list-cells.ts';
import { listMatrixEntries } from './list-matrix-entries.ts';
import { listProfilesInForce } from './list-profiles-in-force.ts';

const PAGE_SIZE = 50;

interface Asked {
	today: Day;
	timeZone: string;
	url: URL;
}

/** One page of the gap matrix as its address asks for it, with the totals of all that fits. Six queries. */
export async function findGapMatrix(db: Db, actor: Actor, { today, timeZone, url }: Asked) {
	const { projectId } = actor;
	const initial = defaultScope(actor);
	const own = { country: initial.country, organisation: initial.organisationId };
	const filter = readMatrixFilter(url.searchParams, own, today);
	const day = filter.on ?? today;
	const at = filter.on === null ? null : endOf(filter.on, timeZone);
	const { algorithm, number: algorithmNumber } = await findAlgorithm(db, projectId);
	const profiles = await listProfilesInForce(db, projectId, day, at);
	const chosen = chosenProfiles(algorithm, profiles, filter.profile);
	const columns = columnsOf(chosen);
	const moment = { versionIds: chosen.map((one) => one.versionId), at };
	const states = [...algorithm.steps.map((step) => step.state), ...SIDE_STATES];

	const counts = await countEntries(db, projectId, filter, moment);
	const found = counts.reduce((sum, one) => sum + one.found, 0);
	const page = pageParam(url, found, PAGE_SIZE);
	const entries = await listMatrixEntries(db, projectId, filter, moment, { states, page, size: PAGE_SIZE });
	const cells = await listCells(
		db,
		projectId,
		entries.map((entry) => entry.id),
		moment
	);
	const gaps = await countGaps(db, projectId, filter, moment, day);

	const owner = counts.find((one) => one.ownerId === filter.organisation);
	return {
		filter: { ...filter, organisation: owner?.ownerCode ?? filter.organisation },
		day,
		chosen: chosen.map(({ code, title, country, number }) => ({ code, title, country, number })),
		columns,
		algorithmNumber,
		states: algorithm.steps.map(({ state, title }) => ({ state, title })),
		choices: choicesOf(counts, profiles, actor),
		found,
		total: counts.reduce((sum, one) => sum + one.total, 0),
		pager: { page, size: PAGE_SIZE },
		groups: groupsOf(counts, filter.group, states),
		rows: entries.map(({ id, leftOut, agreedOn, targetOn, ...entry }) => {
			const row = cellsOf(columns, {
				open: cells.get(id) ?? [],
				leftOut: leftOut?.split(',') ?? [],
				asked: askedOf(chosen, entry.country)
			});
			return {
				...entry,
				cells: row.map((cell) => ({
					...cell,
					dueOn: cell.open && dueOf({ dutyOn: cell.open.duty.dueOn, agreedOn, targetOn })
				})),
				completeness: completeness(row)
			};
		}),
		gaps,
		debtors: debtorsOf(gaps),
		all: gapTotals(gaps).all
	};
}

export type GapMatrix = Awaited<ReturnType<typeof findGapMatrix>>;
export type MatrixRow = GapMatrix['rows'][number];
export type MatrixCell = MatrixRow['cells'][number];

/** The last instant of a day. */
function endOf(day: Day, timeZone: string): string {
	return new Date(dayStart(timeZone, addDays(day, 1)).getTime() - 1).toISOString();
}
