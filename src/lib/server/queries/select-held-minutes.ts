import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { memberOf } from './member-of.ts';

/** Meetings with what tells who has their minutes in hand, see `minutesHolder`. */
export function selectHeldMinutes(db: Db) {
	return db
		.selectFrom('meeting')
		.leftJoin('minutesCirculation as circulation', (join) =>
			join
				.onRef('circulation.meetingId', '=', 'meeting.id')
				.on((eb) =>
					eb.or([eb('circulation.outcome', 'is', null), eb('circulation.outcome', '=', 'approved')])
				)
		)
		.select(['meeting.state', 'meeting.minutesState', 'meeting.origin'])
		.select(memberOf('meeting.chairId', 'meeting.projectId').as('chairId'))
		.select(memberOf('meeting.secretaryId', 'meeting.projectId').as('secretaryId'))
		.select([
			'circulation.circulatedAt',
			'circulation.objectionsUntilOn',
			'circulation.endedAt as approvedAt'
		])
		.select((eb) => [
			eb
				.selectFrom('agendaItem')
				.leftJoin('minutesText', (join) =>
					join
						.onRef('minutesText.agendaItemId', '=', 'agendaItem.id')
						.on('minutesText.untilAt', 'is', null)
						.on('minutesText.text', '!=', '')
				)
				.select((item) => item.fn.countAll<number>().as('count'))
				.where('agendaItem.meetingId', '=', sql.ref<string>('meeting.id'))
				.where('agendaItem.state', '=', 'planned')
				.where('minutesText.version', 'is', null)
				.as('untold'),
			eb
				.selectFrom('minutesObjection')
				.select((one) => one.fn.countAll<number>().as('count'))
				.where('minutesObjection.circulationId', '=', sql.ref<string>('circulation.id'))
				.where('minutesObjection.settled', 'is', null)
				.as('standing'),
			eb
				.selectFrom('minutesSignature')
				.select((one) => one.fn.min('minutesSignature.personId').as('personId'))
				.where('minutesSignature.circulationId', '=', sql.ref<string>('circulation.id'))
				.as('signedBy')
		]);
}

interface Counted {
	untold: number | null;
	standing: number | null;
	signedBy: string | null;
}

export function heldMinutes({ untold, standing, signedBy }: Counted) {
	return {
		untold: Number(untold ?? 0),
		standing: Number(standing ?? 0),
		// Of minutes that are not locked yet, one signature at most stands.
		signedBy: signedBy === null ? [] : [signedBy]
	};
}
