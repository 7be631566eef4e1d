import type { Db } from '#db/schema.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import { doneOn, hasEnded } from '#lib/domain/lateness.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { burnUp, trends } from '#lib/domain/trends.ts';
import { madeOf, type DataOf } from '#lib/server/kept-answers.ts';
import { findPlan, type Plan } from './find-plan.ts';
import { planItems } from './list-plan-items.ts';

interface ProjectTimes {
	startOn: Day;
	durationMonths: number;
	timeZone: string;
}

const burnUpOf = madeOf(
	(plan: Plan, actor: Actor, at: { startOn: Day; durationMonths: number; today: Day }) => {
		const deliverables = planItems(plan, actor).items.filter(({ kind }) => kind === 'deliverable');
		return burnUp(deliverables, at.startOn, at.durationMonths, at.today);
	}
);

const milestonesOf = madeOf((plan: Plan, actor: Actor) =>
	planItems(plan, actor)
		.items.filter((item) => item.kind === 'milestone' && !hasEnded(item))
		.map((item) => ({ ...item, doneOn: doneOn(item) }))
);

/** Deliverables accepted against the plan, and what was expected of milestones each time it was reported. */
export async function findTrends(db: Db, actor: Actor, data: DataOf, project: ProjectTimes, today: Day) {
	const { startOn, durationMonths, timeZone } = project;
	const found = await findPlan(db, data);
	const moves = await db
		.selectFrom('dateMove')
		.innerJoin('item', 'item.id', 'dateMove.itemId')
		.select(['dateMove.itemId', 'dateMove.dateKind', 'dateMove.fromOn', 'dateMove.toOn', 'dateMove.movedAt'])
		.where('dateMove.projectId', '=', actor.projectId)
		.where('item.kind', '=', 'milestone')
		.orderBy('dateMove.movedAt')
		.orderBy('dateMove.id')
		.execute();
	const dated = moves.map((move) => ({ ...move, movedOn: dayIn(timeZone, new Date(move.movedAt)) }));
	return {
		burnUp: burnUpOf(found, actor, { startOn, durationMonths, today }),
		milestones: trends(milestonesOf(found, actor), dated, startOn, today)
	};
}
