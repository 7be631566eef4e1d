import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import type { PlanKind } from '#lib/domain/items.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { kept, madeOf } from '#lib/server/kept-answers.ts';
import { judgedItems, readItemParts, seenBy } from './list-items.ts';
import { listPeopleOfItems } from './list-people-of-items.ts';

/** Room for two projects of five thousand items. */
const MAX_BYTES = 24 * 1024 * 1024;

/**
 * What lists know of the items of a plan, and who worked on what: the same for everybody who may then see a part of it,
 * until the project changes. Two queries.
 */
export const findPlan = kept(async (db: Db, projectId: string) => {
	const people = await listPeopleOfItems(db, projectId);
	return { parts: await readItemParts(db, projectId, people), contributions: people.contributions };
}, MAX_BYTES);

export type Plan = Awaited<ReturnType<typeof findPlan>>;

/** The day on which a plan is judged. */
export interface JudgedOn {
	today: Day;
	/** Days before a due day from which it counts as due soon; of the quality plan. */
	soonDays: number;
}

/** Room for those who follow the progress and those who do not, while one day becomes another. */
const judgedPlan = madeOf(
	({ parts }: Plan, isTold: boolean, on: JudgedOn) => judgedItems(parts, isTold, on),
	6
);

export interface SeenPlan {
	/** All that the actor may read, in the order of the plan. */
	items: readonly ListedItem[];
	byKind: Readonly<Record<PlanKind, readonly ListedItem[]>>;
	/** By the ids of their work packages; what is shared stands with each. */
	byPackage: ReadonlyMap<string, readonly ListedItem[]>;
}

/** The plan as this actor sees it on a day: what it says is shared, what lies with the actor and is shown is theirs. */
export const seenPlan = madeOf((plan: Plan, actor: Actor, on: JudgedOn): SeenPlan => {
	const items = seenBy(judgedPlan(plan, mayAlways(actor, 'progress:read'), on), actor);
	return {
		items,
		byKind: {
			deliverable: items.filter(({ kind }) => kind === 'deliverable'),
			milestone: items.filter(({ kind }) => kind === 'milestone')
		},
		byPackage: groupedBy(items, ({ subject }) => subject.workPackageIds ?? [])
	};
}, 2);

/** Groups of which one may be in several. */
export function groupedBy<One>(all: readonly One[], idsOf: (one: One) => readonly string[]) {
	const groups = new Map<string, One[]>();
	for (const one of all)
		for (const id of idsOf(one)) {
			const group = groups.get(id);
			if (group) group.push(one);
			else groups.set(id, [one]);
		}
	return groups;
}
