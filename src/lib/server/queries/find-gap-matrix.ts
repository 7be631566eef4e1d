import type { Db } from '#db/schema.ts';
import { SIDE_STATES } from '#lib/domain/catalogue/algorithm.ts';
import { choicesOf, groupsOf } from '#lib/domain/catalogue/matrix-groups.ts';
import { readMatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import { askedOf, columnsOf } from '#lib/domain/catalogue/matrix-profile.ts';
import { cellsOf, completeness, debtorsOf, gapTotals } from '#lib/domain/catalogue/matrix.ts';
import { defaultScope } from '#lib/domain/catalogue/entry-filter.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { countEntriesOnce } from './count-entries.ts';
import { countGapsOnce } from './count-gaps.ts';
import { findChangesSince } from './find-changes-since.ts';
import { findRegister } from './find-register.ts';
import { listCells } from './list-cells.ts';
import { listMatrixEntries } from './list-matrix-entries.ts';
import { listMatrixIdsOnce } from './list-matrix-ids.ts';

const PAGE_SIZE = 50;

interface Asked {
	today: Day;
	timeZone: string;
	url: URL;
	/** Of the data, where it is known. */
	dataVersion?: string | undefined;
}

/**
 * One page of the gap matrix as its address asks for it, with the totals of all that fits: these and the order of the
 * entries are read once for each version of the data. Seven queries at most, three more for what changed since a past day.
 */
export async function findGapMatrix(db: Db, actor: Actor, { today, timeZone, url, dataVersion }: Asked) {
	const { projectId } = actor;
	const data = { projectId, dataVersion };
	const own = defaultScope(actor, actor.organisationId);
	const filter = readMatrixFilter(url.searchParams, own, today);
	const asked = { today, timeZone, on: filter.on, profile: filter.profile, dataVersion };
	const register = await findRegister(db, projectId, asked);
	const { algorithm, profiles, chosen, moment, day } = register;
	const columns = columnsOf(chosen);
	const states = [...algorithm.steps.map((step) => step.state), ...SIDE_STATES];

	// Which row is explained decides nothing about the others.
	const fitting = { ...filter, entry: null };
	const counts = await countEntriesOnce(db, data, fitting, moment);
	const ids = await listMatrixIdsOnce(db, data, fitting, moment, states);
	const page = pageParam(url, ids.length, PAGE_SIZE);
	const shown = ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
	const entries = await listMatrixEntries(db, projectId, shown, moment);
	const cells = await listCells(db, projectId, shown, moment);
	const gaps = await countGapsOnce(db, data, fitting, moment, day);

	const owner = counts.find((one) => [one.ownerId, one.ownerCode].some((key) => key === filter.organisation));
	const scope =
		filter.organisation === null
			? filter.country === null
				? ({ scopeKind: 'project', scopeCode: '' } as const)
				: ({ scopeKind: 'country', scopeCode: filter.country } as const)
			: ({ scopeKind: 'organisation', scopeCode: owner?.ownerId ?? actor.organisationId } as const);
	return {
		scope,
		changes:
			filter.on === null
				? null
				: await findChangesSince(db, data, { filter, then: register, today, timeZone }),
		filter: { ...filter, organisation: owner?.ownerCode ?? filter.organisation },
		day,
		chosen: chosen.map(({ code, title, country, number }) => ({ code, title, country, number })),
		columns,
		states: algorithm.steps.map(({ state, title }) => ({ state, title })),
		choices: choicesOf(counts, profiles, actor),
		found: ids.length,
		total: counts.reduce((sum, one) => sum + one.total, 0),
		pager: { page, size: PAGE_SIZE },
		groups: groupsOf(counts, filter.group, states),
		rows: entries.map(({ id, leftOut, readyOn, ...entry }) => {
			const row = cellsOf(columns, {
				open: cells.get(id) ?? [],
				leftOut: leftOut?.split(',') ?? [],
				asked: askedOf(chosen, entry.country)
			});
			return {
				...entry,
				cells: row.map((cell) => ({
					...cell,
					dueOn: entry.state === 'on-hold' ? null : cell.open && (cell.open.duty.dueOn ?? readyOn)
				})),
				completeness: completeness(row)
			};
		}),
		gaps,
		debtors: debtorsOf(gaps),
		all: gapTotals(gaps).all
	};
}
