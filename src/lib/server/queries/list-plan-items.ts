import { can, mayAlways, type Subject } from '#lib/domain/can.ts';
import { PLAN_KINDS, type PlanKind } from '#lib/domain/items.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { madeOf } from '#lib/server/kept-answers.ts';
import { groupedBy, type Plan } from './find-plan.ts';
import type { ItemParts } from './holder-of.ts';
import { subjectOf } from './list-items.ts';
import { READ_ITEM } from './list-item-rows.ts';

function planItem(parts: ItemParts) {
	const { workPackage, leadAcronym, means, provenMeans, ...item } = parts.row;
	const subject = subjectOf(parts);
	return {
		...item,
		subject,
		means: means ?? 0,
		meansWithEvidence: provenMeans ?? 0,
		workPackageNumber: workPackage,
		workPackageIds: subject.workPackageIds ?? [],
		lead: leadAcronym,
		/** Whether the actor may open the item itself. */
		readable: true
	};
}

export type PlanItem = ReturnType<typeof planItem>;

const inOrder = madeOf(
	({ parts }: Plan) =>
		parts
			.map(planItem)
			.sort((a, b) => a.workPackageNumber - b.workPackageNumber || compareKinds(a.kind, b.kind)),
	2
);

/** Deliverables before milestones. */
function compareKinds(a: PlanKind, b: PlanKind): number {
	return PLAN_KINDS.indexOf(a) - PLAN_KINDS.indexOf(b);
}

/**
 * Deliverables and milestones as the plan shows them, in its order, and by the ids of their work packages. Who follows
 * the progress sees them all, others only what they may read.
 */
export const planItems = madeOf((plan: Plan, actor: Actor) => {
	const readsAll = PLAN_KINDS.every((kind) => mayAlways(actor, READ_ITEM[kind]));
	const isReadable = (kind: PlanKind, subject: Subject) => can(actor, READ_ITEM[kind], subject).ok;
	const items = readsAll
		? inOrder(plan)
		: inOrder(plan).map((item) =>
				isReadable(item.kind, item.subject) ? item : { ...item, readable: false }
			);
	const seen = mayAlways(actor, 'progress:read') ? items : items.filter(({ readable }) => readable);
	return { items: seen, byPackage: groupedBy(seen, ({ workPackageIds }) => workPackageIds) };
});
