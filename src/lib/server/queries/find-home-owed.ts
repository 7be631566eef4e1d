import type { Db } from '#db/schema.ts';
import { UNFILTERED } from '#lib/domain/catalogue/matrix-filter.ts';
import { debtorsOf } from '#lib/domain/catalogue/matrix.ts';
import { defaultScope } from '#lib/domain/catalogue/entry-filter.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DataOf } from '#lib/server/kept-answers.ts';
import { countGapsOnce } from './count-gaps.ts';
import { versionIdsIn, type Frame } from './find-frame.ts';
import { listDueTargetsOnce } from './list-due-targets.ts';
import { listOwedOnce } from './list-owed.ts';

/** Fields that the first page names. */
const MOST = 10;

/** What the catalogue waits for: to a partner field by field, to coordinators by who owes it. Two queries. */
export async function findHomeOwed(
	db: Db,
	actor: Actor,
	data: DataOf,
	frame: Frame,
	today: Day,
	/** Where they were counted already. */
	known?: readonly string[]
) {
	const { country, organisation } = defaultScope(actor, actor.organisationId);
	const dueTargets = known ?? (await listDueTargetsOnce(db, data, frame.algorithm, { day: today, at: null }));
	const moment = { versionIds: versionIdsIn(frame, today), at: null, dueTargets };
	if (organisation !== null) {
		const owed = {
			filter: UNFILTERED,
			debtor: organisation,
			lateOn: null,
			order: 'due' as const,
			page: 1,
			size: MOST
		};
		const fields = await listOwedOnce(db, data, owed, moment);
		return { kind: 'fields' as const, ...fields };
	}
	const counts = await countGapsOnce(db, data, { ...UNFILTERED, country }, moment, today);
	return { kind: 'debtors' as const, country, debtors: debtorsOf(counts) };
}
