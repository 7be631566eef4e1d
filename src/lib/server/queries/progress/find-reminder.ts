import type { Db } from '#db/schema.ts';
import { silentIn } from '#lib/domain/check-ins/matrix.ts';
import { can } from '#lib/domain/can.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReportMatrix } from './find-report-matrix.ts';

/** Items that a mail names, and days ahead that it looks. */
const AHEAD_DAYS = 60;
const OVER = [
	'submitted',
	'accepted',
	'withdrawn',
	'merged',
	'verified',
	'declared',
	'not-achieved',
	'replaced',
	'deferred',
	'done-claimed',
	'cancelled',
	'superseded',
	'declined'
];

/** Those who are silent in a period and whom the actor may remind, with whom it reaches and what they owe. Two queries. */
export async function findReminder(
	db: Db,
	actor: Actor,
	{ matrix, periods }: Pick<ReportMatrix, 'matrix' | 'periods'>,
	period: { id: string | null; startsOn: Day },
	today: Day
) {
	const silent = silentIn(matrix, period.startsOn).filter(
		({ country }) => can(actor, 'reminder:send', { countries: [country] }).ok
	);
	const ids = silent.map(({ id }) => id);
	const people = ids.length === 0 ? [] : await listReporters(db, actor.projectId, ids, period.id, today);
	const owed = ids.length === 0 ? [] : await listOwedItems(db, actor.projectId, ids, today);
	return silent.map((organisation) => ({
		...organisation,
		people: people.filter(({ organisationId }) => organisationId === organisation.id),
		owed: owed.filter(({ leadOrganisationId }) => leadOrganisationId === organisation.id),
		/** Earlier periods of which it said nothing either. */
		earlier: periods.filter(
			({ startsOn }) =>
				startsOn < period.startsOn && silentIn(matrix, startsOn).some(({ id }) => id === organisation.id)
		)
	}));
}

export type RemindedOrganisation = Awaited<ReturnType<typeof findReminder>>[number];

/** Who may check in for these organisations, and when each was last reminded of the period. */
function listReporters(
	db: Db,
	projectId: string,
	organisationIds: readonly string[],
	periodId: string | null,
	today: Day
) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select((eb) => [
			'person.id',
			'person.name',
			'membership.organisationId',
			eb
				.selectFrom('reminderRecipient')
				.whereRef('reminderRecipient.personId', '=', 'person.id')
				.where('reminderRecipient.periodId', '=', periodId ?? '')
				.select((sent) => sent.fn.max('sentOn').as('on'))
				.as('remindedOn')
		])
		.where('membership.projectId', '=', projectId)
		.where('membership.organisationId', 'in', organisationIds)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('roleGrant')
					.select('roleGrant.id')
					.whereRef('roleGrant.personId', '=', 'membership.personId')
					.whereRef('roleGrant.projectId', '=', 'membership.projectId')
					.where('roleGrant.role', 'in', ['coordinator', 'national-coordinator', 'partner'])
					.where('roleGrant.confirmedAt', 'is not', null)
					.where('roleGrant.revokedAt', 'is', null)
					.where('roleGrant.fromOn', '<=', today)
					.where((grant) =>
						grant.or([grant('roleGrant.toOn', 'is', null), grant('roleGrant.toOn', '>=', today)])
					)
			)
		)
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
}

/** Open items that these organisations lead and that are due soon or late. */
async function listOwedItems(db: Db, projectId: string, organisationIds: readonly string[], today: Day) {
	return db
		.selectFrom('item')
		.select((eb) => [
			'kind',
			'code',
			'title',
			'leadOrganisationId',
			eb.fn.coalesce('agreedOn', 'contractualOn').as('dueOn')
		])
		.where('projectId', '=', projectId)
		.where('leadOrganisationId', 'in', organisationIds)
		.where('kind', 'in', ['deliverable', 'milestone', 'action'])
		.where('state', 'not in', OVER)
		.where((eb) => eb(eb.fn.coalesce('agreedOn', 'contractualOn'), '<=', addDays(today, AHEAD_DAYS)))
		.orderBy('dueOn')
		.orderBy('position')
		.orderBy('code')
		.execute();
}

/**
 * Reminders of a period, the newest first, with whom each reached, as far as the actor reminds these organisations. One
 * query.
 */
export async function listReminders(db: Db, actor: Actor, periodId: string | null) {
	const rows = await db
		.selectFrom('reminder')
		.innerJoin('reminderRecipient as to', 'to.reminderId', 'reminder.id')
		.innerJoin('person', 'person.id', 'to.personId')
		.innerJoin('organisation', 'organisation.id', 'to.organisationId')
		.leftJoin('person as sender', 'sender.id', 'reminder.sentBy')
		.select(['reminder.id', 'reminder.sentAt', 'reminder.sentFor', 'reminder.note', 'sender.name as sentBy'])
		.select(['person.name', 'organisation.acronym', 'organisation.country', 'to.owed'])
		.where('reminder.projectId', '=', actor.projectId)
		.where('reminder.periodId', '=', periodId ?? '')
		.orderBy('reminder.sentAt', 'desc')
		.orderBy('reminder.id')
		.orderBy('organisation.position')
		.orderBy('person.name')
		.execute();
	const mine = rows.filter(({ country }) => can(actor, 'reminder:send', { countries: [country] }).ok);
	return [...Map.groupBy(mine, ({ id }) => id).values()].flatMap((group) =>
		group.slice(0, 1).map(({ id, sentAt, sentBy, sentFor, note }) => ({
			id,
			sentAt,
			sentBy,
			sentFor,
			note,
			to: group.map(({ name, acronym, owed }) => ({ name, acronym, owed }))
		}))
	);
}
