import type { Db } from '#db/schema.ts';
import { outlookFrom, outlookOf, partOf } from '#lib/domain/catalogue/outlook.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { leadingTarget } from '#lib/domain/catalogue/leading-target.ts';
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
 * The target that leads a part of the catalogue, whether it will be reached, and how the others of that part stand; a
 * part without a target of its own is shown as what it adds to that of the whole. `undefined` where no target is set.
 * Two queries, a third where credits, themes or levels are counted.
 */
export async function findTargetSummary(
	db: Db,
	data: DataOf,
	scope: TargetScope,
	{ today, timeZone, frame }: When
) {
	const { targets, algorithm } = frame ?? (await findFrame(db, data.projectId));
	const isOf = (one: TargetScope) => (target: Aim) =>
		target.scopeKind === one.scopeKind && target.scopeCode === one.scopeCode;
	const own = targets.filter(isOf(scope));
	const aims = own.length > 0 ? own : targets.filter(isOf({ scopeKind: 'project', scopeCode: '' }));
	if (aims.length === 0) return undefined;
	const part = own.length > 0 ? null : scope;
	const found = await findOutlooksOnce(db, data, aims, part, algorithm, today, timeZone);
	const { leading, others } = found;
	return {
		...leading,
		others,
		part: found.part,
		/** The one that keeps the catalogue. */
		workPackage: algorithm.workPackage
	};
}

async function findOutlooks<Target extends Aim & { id: string; title: string }>(
	db: Db,
	projectId: string,
	aims: readonly Target[],
	part: TargetScope | null,
	algorithm: Algorithm,
	today: Day,
	timeZone: string
) {
	const pasts = await listEntryPasts(db, projectId, { aims, from: outlookFrom(today), timeZone });
	const measured = aims.map((aim) => {
		const outlook = outlookOf(aim, algorithm, pasts, today);
		return { ...aim, outlook, have: outlook.have };
	});
	const leading = leadingTarget(measured, algorithm, today);
	if (!leading) throw new Error('A part with targets has one that leads it');
	return {
		leading,
		others: measured.flatMap(({ id, title, outlook }) =>
			id === leading.id ? [] : [{ id, title, verdict: outlook.verdict }]
		),
		/** What the part adds, where the target is of the whole. */
		part: part && partOf(leading, part, algorithm, pasts, today)
	};
}

const findOutlooksOnce = kept(findOutlooks<Frame['targets'][number]>);
