import type { Db } from '#db/schema.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import { doneOn, hasEnded } from '#lib/domain/lateness.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { burnUp, trends } from '#lib/domain/trends.ts';
import { listPlanItems } from './list-plan-items.ts';

interface ProjectTimes {
	startOn: Day;
	durationMonths: number;
	timeZone: string;
}

/** Deliverables accepted against the plan, and what was expected of milestones each time it was reported. */
export async function findTrends(db: Db, actor: Actor, project: ProjectTimes, today: Day) {
	const { startOn, durationMonths, timeZone } = project;
	const items = await listPlanItems(db, actor);
	const moves = await db
		.selectFrom('dateMove')
		.innerJoin('item', 'item.id', 'dateMove.itemId')
		.select(['dateMove.itemId', 'dateMove.dateKind', 'dateMove.fromOn', 'dateMove.toOn', 'dateMove.movedAt'])
		.where('dateMove.projectId', '=', actor.projectId)
		.where('item.kind', '=', 'milestone')
		.orderBy('dateMove.movedAt')
		.orderBy('dateMove.id')
		.execute();
	const deliverables = items.filter(({ kind }) => kind === 'deliverable');
	const milestones = items
		.filter((item) => item.kind === 'milestone' && !hasEnded(item))
		.map((item) => ({ ...item, doneOn: doneOn(item) }));
	const dated = moves.map((move) => ({ ...move, movedOn: dayIn(timeZone, new Date(move.movedAt)) }));
	return {
		burnUp: burnUp(deliverables, startOn, durationMonths, today),
		milestones: trends(milestones, dated, startOn, today)
	};
}
