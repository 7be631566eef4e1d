import type { Db } from '#db/schema.ts';

/** What one organisation said of a period, with every line, text and piece of evidence. Four queries. */
export async function findCheckIn(db: Db, periodId: string, organisationId: string) {
	const checkIn = await selectCheckIn(db, periodId, organisationId).executeTakeFirst();
	if (!checkIn) return undefined;
	const { id } = checkIn;
	return {
		...checkIn,
		lines: await listLines(db, id),
		texts: await listTexts(db, id),
		evidence: await listBrought(db, id)
	};
}

export type FoundCheckIn = NonNullable<Awaited<ReturnType<typeof findCheckIn>>>;

function selectCheckIn(db: Db, periodId: string, organisationId: string) {
	return db
		.selectFrom('checkIn')
		.leftJoin('person', 'person.id', 'checkIn.submittedBy')
		.selectAll('checkIn')
		.select('person.name as submittedByName')
		.where('periodId', '=', periodId)
		.where('organisationId', '=', organisationId);
}

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

export function listTexts(db: Db, checkInId: string) {
	return db
		.selectFrom('checkInText')
		.innerJoin('workPackage', 'workPackage.id', 'checkInText.workPackageId')
		.select(['workPackageId', 'workPackage.number', 'workPackage.title', 'text', 'checkInText.version'])
		.where('checkInId', '=', checkInId)
		.orderBy('workPackage.number')
		.execute();
}

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
		.select(['number', 'event', 'reason', 'takenFor', 'enteredAt', 'person.name', 'organisation.acronym'])
		.where('checkInId', '=', checkInId)
		.orderBy('number')
		.execute();
}
