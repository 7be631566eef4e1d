import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { movedDays, type MovedDays } from '#lib/domain/catalogue/leading-target.ts';
import type { Aim } from '#lib/domain/catalogue/targets.ts';
import type { Day } from '#lib/domain/days.ts';
import { dutiesAt } from './duties-at.ts';
import { entriesAt } from './entries-at.ts';
import { findFrame, versionIdsIn } from './find-frame.ts';
import { openCells } from './open-cells.ts';

/** What a target set instead of another, or beside them, or one that ends, would do to the days of owed fields. */
export async function findTargetEffect(
	db: Db,
	projectId: string,
	change: { ends?: string; sets?: Aim | ((former: Aim) => Aim) },
	today: Day
): Promise<MovedDays[]> {
	const frame = await findFrame(db, projectId);
	const { targets: before, algorithm } = frame;
	const former = before.find(({ id }) => id === change.ends);
	const { sets } = change;
	const set = typeof sets === 'function' ? former && sets(former) : sets;
	const after = [...before.filter((one) => one !== former), ...(set ? [set] : [])];
	const entries = await listOwingEntries(db, projectId, versionIdsIn(frame, today));
	return movedDays(entries, { before, after }, algorithm, today);
}

async function listOwingEntries(db: Db, projectId: string, versionIds: readonly string[]) {
	const moment = { versionIds, at: null, dueTargets: [] };
	const entries = entriesAt(db, projectId, moment).select(['entry.ects', 'item.agreedOn']);
	const rows = await db
		.selectFrom(entries.as('e'))
		.leftJoin('entryTag as level', (join) =>
			join.onRef('level.itemId', '=', 'e.id').on('level.kind', '=', 'level')
		)
		.leftJoin(openCells(db, moment).as('cell'), 'cell.itemId', 'e.id')
		.leftJoin(dutiesAt(db, projectId, null).as('duty'), (join) =>
			join.onRef('duty.itemId', '=', 'e.id').onRef('duty.element', '=', 'cell.element')
		)
		.select(['e.id', 'e.state', 'e.ects', 'e.country', 'e.ownerId as organisationId', 'e.theme'])
		.select('level.code as level')
		.select(
			sql<number>`sum(case when cell.element is not null and e.state <> 'on-hold' and coalesce(duty.due_on, e.agreed_on) is null
				then 1 else 0 end)`.as('fields')
		)
		.groupBy(['e.id', 'e.state', 'e.ects', 'e.country', 'e.ownerId', 'e.theme', 'level.code'])
		.orderBy('e.id')
		.execute();
	return rows.map((row) => ({ ...row, fields: Number(row.fields) }));
}
