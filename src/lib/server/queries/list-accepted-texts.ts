import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';

/** What organisations wrote of each work package in check-ins that the coordinator accepted, the oldest first. */
export function listAcceptedTexts(db: Db, projectId: string, span: { startsOn: Day; endsOn: Day }) {
	return db
		.selectFrom('checkInText')
		.innerJoin('checkIn', 'checkIn.id', 'checkInText.checkInId')
		.innerJoin('checkInPeriod', 'checkInPeriod.id', 'checkIn.periodId')
		.innerJoin('organisation', 'organisation.id', 'checkIn.organisationId')
		.select([
			'checkInText.workPackageId',
			'checkInText.text',
			'organisation.acronym',
			'checkInPeriod.startsOn as periodStartsOn'
		])
		.where('checkIn.projectId', '=', projectId)
		.where('checkIn.state', '=', 'accepted-project')
		.where('checkInText.text', '!=', '')
		.where('checkInPeriod.startsOn', '>=', span.startsOn)
		.where('checkInPeriod.endsOn', '<=', span.endsOn)
		.orderBy('checkInPeriod.startsOn')
		.orderBy('organisation.position')
		.execute();
}
