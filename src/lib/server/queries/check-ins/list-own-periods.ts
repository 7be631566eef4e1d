import type { Db } from '#db/schema.ts';
import { checkInFacts, standing, daysLate } from '#lib/domain/check-ins/standing.ts';
import type { Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { listPeriods } from './list-periods.ts';

/** Every period that has opened, with what one organisation said of it, and why it last came back. Two queries. */
export async function listOwnPeriods(
	db: Db,
	projectId: string,
	organisationId: string,
	{ plan, today, timeZone }: { plan: QualityPlan; today: Day; timeZone: string }
) {
	const periods = await listPeriods(db, projectId, plan, today);
	const rows = await db
		.selectFrom('checkIn')
		.leftJoin('checkInStep as back', (join) =>
			join.onRef('back.checkInId', '=', 'checkIn.id').on((eb) =>
				eb(
					'back.number',
					'=',
					eb
						.selectFrom('checkInStep as last')
						.select((last) => last.fn.max('last.number').as('number'))
						.whereRef('last.checkInId', '=', 'checkIn.id')
						.where('last.event', '=', 'return')
				)
			)
		)
		.leftJoin('person', 'person.id', 'back.takenBy')
		.leftJoin('organisation', 'organisation.id', 'back.organisationId')
		.selectAll('checkIn')
		.select(['back.reason as backReason', 'back.enteredAt as backAt'])
		.select(['person.name as backBy', 'organisation.acronym as backFrom'])
		.where('checkIn.projectId', '=', projectId)
		.where('checkIn.organisationId', '=', organisationId)
		.orderBy('checkIn.createdAt')
		.execute();
	const ofPeriod = new Map(rows.map((row) => [row.periodId, row]));
	return periods.map((period) => {
		const checkIn = ofPeriod.get(period.id ?? '');
		const facts = checkIn && checkInFacts(checkIn, timeZone);
		return {
			...period,
			checkIn: checkIn ?? null,
			state: checkIn?.state ?? null,
			standing: standing(period, facts, today),
			daysLate: daysLate(period, facts)
		};
	});
}

export type OwnPeriod = Awaited<ReturnType<typeof listOwnPeriods>>[number];
