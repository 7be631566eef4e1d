import type { Db } from '#db/schema.ts';

/** The lines of a check-in, in the order in which they were asked. */
export function listLines(db: Db, checkInId: string) {
	return db
		.selectFrom('checkInLine')
		.leftJoin('organisation', 'organisation.id', 'checkInLine.blockedById')
		.selectAll('checkInLine')
		.select('organisation.acronym as blockedBy')
		.where('checkInId', '=', checkInId)
		.orderBy('checkInLine.position')
		.orderBy('checkInLine.id')
		.execute();
}

export type CheckInLineRow = Awaited<ReturnType<typeof listLines>>[number];

/** What was written about work packages. */
export function listTexts(db: Db, checkInId: string) {
	return db
		.selectFrom('checkInText')
		.innerJoin('workPackage', 'workPackage.id', 'checkInText.workPackageId')
		.select(['workPackageId', 'workPackage.number', 'workPackage.title', 'text', 'checkInText.version'])
		.where('checkInId', '=', checkInId)
		.orderBy('workPackage.number')
		.execute();
}

/** The work packages that an organisation works in, with what it wrote of them in a check-in. */
export function listOwnTexts(db: Db, projectId: string, organisationId: string, checkInId: string | null) {
	return db
		.selectFrom('workPackage')
		.leftJoin('checkInText as said', (join) =>
			join.onRef('said.workPackageId', '=', 'workPackage.id').on('said.checkInId', '=', checkInId ?? '')
		)
		.select(['workPackage.id as workPackageId', 'workPackage.number', 'workPackage.title'])
		.select(['said.text', 'said.version'])
		.where('workPackage.projectId', '=', projectId)
		.where((eb) =>
			eb.or([
				eb('workPackage.leadOrganisationId', '=', organisationId),
				eb('workPackage.coLeadOrganisationId', '=', organisationId),
				eb.exists(
					eb
						.selectFrom('workPackageOrganisation as part')
						.select('part.organisationId')
						.whereRef('part.workPackageId', '=', 'workPackage.id')
						.where('part.organisationId', '=', organisationId)
				)
			])
		)
		.orderBy('workPackage.number')
		.execute();
}

/** Files and links that were brought along and not taken away again. */
export function listBrought(db: Db, checkInId: string) {
	return db
		.selectFrom('checkInEvidence')
		.innerJoin('evidence', 'evidence.id', 'checkInEvidence.evidenceId')
		.select(['checkInEvidence.id', 'lineId', 'evidenceId', 'useId', 'checkInEvidence.addedAt'])
		.select(['evidence.name', 'evidence.kind', 'evidence.url', 'evidence.sha256', 'evidence.withdrawnAt'])
		.where('checkInEvidence.checkInId', '=', checkInId)
		.where('checkInEvidence.removedAt', 'is', null)
		.orderBy('checkInEvidence.addedAt')
		.orderBy('checkInEvidence.id')
		.execute();
}

/** Its history, the oldest first. */
export function listCheckInSteps(db: Db, checkInId: string) {
	return db
		.selectFrom('checkInStep')
		.leftJoin('person', 'person.id', 'checkInStep.takenBy')
		.leftJoin('organisation', 'organisation.id', 'checkInStep.organisationId')
		.select(['checkInStep.number', 'event', 'reason', 'takenFor', 'enteredAt'])
		.select(['person.name', 'organisation.acronym'])
		.where('checkInId', '=', checkInId)
		.orderBy('checkInStep.number')
		.execute();
}
