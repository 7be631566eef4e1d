import type { Db } from '#db/schema.ts';
import { outlookFrom, outlookOf, partOf } from '#lib/domain/catalogue/outlook.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import type { Aim, TargetScope } from '#lib/domain/catalogue/targets.ts';
import type { Day } from '#lib/domain/days.ts';
import { kept, type DataOf } from '#lib/server/kept-answers.ts';
import { findFrame, type Frame } from './find-frame.ts';
import { listEntryPasts } from './list-entry-pasts.ts';

interface When {
	today: Day;
	timeZone: string;
	/** Where it was read already. */
	frame?: Frame;
}

/**
 * The next target due of a part of the catalogue, and whether it will be reached; a part without one of its own is
 * shown as what it adds to the target of the whole. `undefined` where no target is set. Two queries, a third where
 * credits, themes or levels are counted.
 */
export async function findTargetSummary(
	db: Db,
	data: DataOf,
	scope: TargetScope,
	{ today, timeZone, frame }: When
) {
	const { targets, algorithm } = frame ?? (await findFrame(db, data.projectId));
	const isDueNext = (one: TargetScope) => (target: Aim) =>
		target.scopeKind === one.scopeKind && target.scopeCode === one.scopeCode;
	const upcoming = [...targets.filter(({ dueOn }) => dueOn >= today), ...targets.toReversed()];
	const own = upcoming.find(isDueNext(scope));
	const aim = own ?? upcoming.find(isDueNext({ scopeKind: 'project', scopeCode: '' }));
	if (!aim) return undefined;
	return {
		...aim,
		/** The one that keeps the catalogue. */
		workPackage: algorithm.workPackage,
		...(await findOutlookOnce(db, data, aim, own ? null : scope, algorithm, today, timeZone))
	};
}

async function findOutlook(
	db: Db,
	projectId: string,
	aim: Aim,
	part: TargetScope | null,
	algorithm: Algorithm,
	today: Day,
	timeZone: string
) {
	const pasts = await listEntryPasts(db, projectId, { aims: [aim], from: outlookFrom(today), timeZone });
	return {
		outlook: outlookOf(aim, algorithm, pasts, today),
		/** What the part adds, where the target is of the whole. */
		part: part && partOf(aim, part, algorithm, pasts, today)
	};
}

const findOutlookOnce = kept(findOutlook);
