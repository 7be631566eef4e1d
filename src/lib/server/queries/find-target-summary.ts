import type { Db } from '#db/schema.ts';
import { outlookFrom, outlookOf, partOf } from '#lib/domain/catalogue/outlook.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { dueTargets, leadingTarget } from '#lib/domain/catalogue/leading-target.ts';
import { counterOf } from '#lib/domain/catalogue/target-series.ts';
import { rounded, type Aim, type TargetScope } from '#lib/domain/catalogue/targets.ts';
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
 * Two queries; two more where the one that leads counts credits, a theme or a level.
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
	const found = await findOutlooksOnce(db, data, targets, aims, part, algorithm, today, timeZone);
	const { leading, ...told } = found;
	return {
		...leading,
		...told,
		/** The one that keeps the catalogue. */
		workPackage: algorithm.workPackage
	};
}

type Live = Frame['targets'][number];

async function findOutlooks(
	db: Db,
	projectId: string,
	targets: readonly Live[],
	own: readonly Live[],
	part: TargetScope | null,
	algorithm: Algorithm,
	today: Day,
	timeZone: string
) {
	const asked = { from: outlookFrom(today), timeZone };
	// What stands today needs no history of elements: only that of the one that leads is read, where it counts them.
	const now = await listEntryPasts(db, projectId, { ...asked, aims: [] });
	const measured = targets.map((aim) => {
		const count = counterOf(aim, algorithm);
		return { ...aim, have: rounded(now.reduce((sum, entry) => sum + count(entry, today), 0)) };
	});
	const ids = new Set(own.map(({ id }) => id));
	const ofPart = measured.filter(({ id }) => ids.has(id));
	const leading = leadingTarget(ofPart, algorithm, today);
	if (!leading) throw new Error('A part with targets has one that leads it');
	const needsHistory = leading.measure === 'ects' || ['theme', 'level'].includes(leading.scopeKind);
	const pasts = needsHistory ? await listEntryPasts(db, projectId, { ...asked, aims: [leading] }) : now;
	return {
		leading: { ...leading, outlook: outlookOf(leading, algorithm, pasts, today) },
		others: ofPart.flatMap(({ id, title, have, amount }) =>
			id === leading.id ? [] : [{ id, title, isReached: have >= amount }]
		),
		/** What the part adds, where the target is of the whole. */
		part: part && partOf(leading, part, algorithm, pasts, today),
		/** Ids of the targets whose days fields are owed by. */
		dueTargets: dueTargets(measured, algorithm, today).map(({ id }) => id)
	};
}

const findOutlooksOnce = kept(findOutlooks);
