import type { Db } from '#db/schema.ts';
import type { AwardingBody } from '#lib/domain/catalogue/content.ts';
import type { EntryApproval } from '#lib/domain/catalogue/step-facts.ts';
import type { Day } from '#lib/domain/days.ts';

/** Who holds office for these organisations today. */
function listOfficersOf(db: Db, organisationIds: readonly string[], today: Day) {
	return db
		.selectFrom('awardingOfficer')
		.innerJoin('person', 'person.id', 'awardingOfficer.personId')
		.select(['awardingOfficer.organisationId', 'person.id as personId', 'person.name'])
		.where('awardingOfficer.organisationId', 'in', organisationIds)
		.where('fromOn', '<=', today)
		.where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]))
		.orderBy('namedAt')
		.orderBy('awardingOfficer.id')
		.execute();
}

interface Asked {
	itemId: string;
	bodies: readonly AwardingBody[];
	/** Since when the entry waits for them; earlier approvals were of other content. */
	since: string;
	today: Day;
}

/** What the institutional approval of each awarding body waits for. */
export async function listEntryApprovals(
	db: Db,
	{ itemId, bodies, since, today }: Asked
): Promise<EntryApproval[]> {
	const organisationIds = bodies.map((one) => one.organisationId);
	if (organisationIds.length === 0) return [];
	const approved = await db
		.selectFrom('institutionApproval')
		.select(['organisationId', 'validUntilOn'])
		.where('itemId', '=', itemId)
		.where('recordedAt', '>=', since)
		.orderBy('recordedAt')
		.orderBy('id')
		.execute();
	const isValid = (one: { validUntilOn: Day | null }) =>
		one.validUntilOn === null || one.validUntilOn >= today;
	const open = organisationIds.filter(
		(id) => !approved.some((one) => one.organisationId === id && isValid(one))
	);
	const officers = open.length === 0 ? [] : await listOfficersOf(db, open, today);
	return bodies.map(({ organisationId, acronym }) => {
		const own = approved.filter((one) => one.organisationId === organisationId);
		return {
			organisationId,
			acronym,
			approved: own.some(isValid),
			lapsedOn: own.findLast((one) => !isValid(one))?.validUntilOn ?? null,
			officers: officers
				.filter((one) => one.organisationId === organisationId)
				.map(({ personId, name }) => ({ personId, name }))
		};
	});
}
