import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { findDeciders } from '#lib/server/queries/find-deciders.ts';

/** Minutes whose days for objections are over without one that stands: the coordinator approves them. */
export async function tellMinutesToApprove(db: Db, projectId: string, today: Day, now: Date): Promise<void> {
	const waiting = await db
		.selectFrom('minutesCirculation as circulation')
		.innerJoin('meeting', 'meeting.id', 'circulation.meetingId')
		.select(['circulation.id as circulationId', 'meeting.id', 'meeting.slug', 'meeting.title'])
		.where('meeting.projectId', '=', projectId)
		.where('meeting.minutesState', '=', 'circulated')
		.where('circulation.outcome', 'is', null)
		.where('circulation.objectionsUntilOn', '<', today)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('minutesObjection as objection')
						.select('objection.id')
						.whereRef('objection.circulationId', '=', 'circulation.id')
						.where('objection.settled', 'is', null)
				)
			)
		)
		.orderBy('meeting.id')
		.execute();
	if (waiting.length === 0) return;
	const { coordinators } = await findDeciders(db, projectId, today);
	const to = coordinators.map(({ personId }) => personId);
	for (const { circulationId, id, slug, title } of waiting)
		await queueMail(
			db,
			{
				projectId,
				kind: 'ball',
				to,
				subject: `Minutes to approve: ${title}`,
				body: `Nobody objects any more to the minutes of “${title}”, and the days for it are over.`,
				because: 'coordinator',
				about: { type: 'meeting', id, label: title },
				path: `meetings/${slug}/minutes`,
				occasion: `minutes-to-approve:${circulationId}`
			},
			now
		);
}
