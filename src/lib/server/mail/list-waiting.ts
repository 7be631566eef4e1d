import type { Db } from '#db/schema.ts';
import type { Reader, WaitingNotice } from '#lib/domain/mail/plan-letters.ts';

const MOST_AT_ONCE = 5000;

/** What is queued and stands in no letter yet, the oldest first. */
export function listWaitingNotices(db: Db): Promise<WaitingNotice[]> {
	return db
		.selectFrom('outboxMail')
		.select(['id', 'toPersonId as personId', 'kind', 'createdAt'])
		.where('sentAt', 'is', null)
		.where('letterId', 'is', null)
		.where('droppedAt', 'is', null)
		.orderBy('createdAt')
		.orderBy('id')
		.limit(MOST_AT_ONCE)
		.execute();
}

/** How these people want their mail; the zone is their own, else of their organisation, else of the project. */
export async function listReaders(db: Db, personIds: readonly string[]): Promise<Map<string, Reader>> {
	if (personIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('person')
		.leftJoin('mailReader', 'mailReader.personId', 'person.id')
		.leftJoin('membership', (join) =>
			join.onRef('membership.personId', '=', 'person.id').on('membership.toOn', 'is', null)
		)
		.leftJoin('organisation', 'organisation.id', 'membership.organisationId')
		.leftJoin('project', 'project.id', 'membership.projectId')
		.select([
			'person.id',
			'mailReader.digest',
			'mailReader.timeZone as own',
			'organisation.timeZone as ofOrganisation',
			'project.timeZone as ofProject'
		])
		.where('person.id', 'in', personIds)
		.orderBy('person.id')
		.orderBy('membership.fromOn')
		.orderBy('membership.id')
		.execute();
	const choices = await db
		.selectFrom('mailChoice')
		.select(['personId', 'kind', 'choice'])
		.where('personId', 'in', personIds)
		.execute();
	const choicesOf = Map.groupBy(choices, (one) => one.personId);
	return new Map(
		rows.reverse().map(({ id, digest, own, ofOrganisation, ofProject }) => [
			id,
			{
				digest: digest ?? 'daily',
				timeZone: own ?? ofOrganisation ?? ofProject ?? 'UTC',
				choices: new Map(choicesOf.get(id)?.map(({ kind, choice }) => [kind, choice]))
			}
		])
	);
}

export const UNKNOWN_READER: Reader = { digest: 'daily', timeZone: 'UTC', choices: new Map() };
