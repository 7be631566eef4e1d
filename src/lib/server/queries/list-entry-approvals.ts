import type { Db } from '#db/schema.ts';
import type { AwardingBody } from '#lib/domain/catalogue/content.ts';
import type { EntryApproval } from '#lib/domain/catalogue/step-facts.ts';
import type { Day } from '#lib/domain/days.ts';

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
		.select('organisationId')
		.where('itemId', '=', itemId)
		.where('recordedAt', '>=', since)
		.where((eb) => eb.or([eb('validUntilOn', 'is', null), eb('validUntilOn', '>=', today)]))
		.orderBy('recordedAt')
		.execute();
	const officers = await db
		.selectFrom('awardingOfficer')
		.innerJoin('person', 'person.id', 'awardingOfficer.personId')
		.select(['awardingOfficer.organisationId', 'person.id as personId', 'person.name'])
		.where('awardingOfficer.organisationId', 'in', organisationIds)
		.where('fromOn', '<=', today)
		.where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]))
		.orderBy('namedAt')
		.orderBy('awardingOfficer.id')
		.execute();
	return bodies.map(({ organisationId, acronym }) => ({
		organisationId,
		acronym,
		approved: approved.some((one) => one.organisationId === organisationId),
		officers: officers
			.filter((one) => one.organisationId === organisationId)
			.map(({ personId, name }) => ({ personId, name }))
	}));
}
