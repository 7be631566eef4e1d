import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import { READ_USE } from '#lib/domain/evidence-access.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { LinkRecord } from '#lib/schemas/meetings/agenda.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { listItemSubjects } from '#lib/server/queries/list-item-subjects.ts';
import { takeOpenMeeting, takePoint } from './take-open-meeting.ts';

/** Ties a record that the actor can open to a point, by its code: an item, or a risk as R2. */
export function linkAgendaRecord(
	db: Db,
	actor: Actor,
	input: LinkRecord & { meetingId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting } = await takeOpenMeeting(db, actor, input.meetingId, 'meeting:edit');
		const point = await takePoint(db, meeting, input.pointId);
		const code = input.code.toUpperCase();
		const record = (await findRisk(db, actor, code)) ?? (await findItem(db, actor, code));
		if (!record) throw new Refusal([{ code: 'agenda-link-unknown', text: input.code }]);

		const added = await db
			.insertInto('agendaLink')
			.values({
				id: newId(),
				projectId: actor.projectId,
				agendaItemId: point.id,
				...record,
				addedBy: actor.personId,
				addedAt: now.toISOString()
			})
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!added) throw new Refusal([{ code: 'agenda-link-there', text: code }]);
		const details = { title: point.title, linked: code };
		await recordAudit(db, actor, 'agenda:link', auditedMeeting(meeting), now, details);
	});
}

async function findRisk(db: Db, actor: Actor, code: string) {
	const [, number] = /^R(\d{1,4})$/.exec(code) ?? [];
	if (number === undefined || !mayEver(actor, 'risk:read')) return undefined;
	const risk = await db
		.selectFrom('risk')
		.select('id')
		.where('projectId', '=', actor.projectId)
		.where('number', '=', Number(number))
		.executeTakeFirst();
	return risk && { itemId: null, riskId: risk.id };
}

async function findItem(db: Db, actor: Actor, code: string) {
	const item = await db
		.selectFrom('item')
		.select('id')
		.where('projectId', '=', actor.projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	if (!item) return undefined;
	const [subject] = await listItemSubjects(db, actor.projectId, [item.id]);
	if (!subject || !can(actor, READ_USE[subject.kind], subject).ok) return undefined;
	return { itemId: item.id, riskId: null };
}

/** Unties a record from its point. */
export function unlinkAgendaRecord(
	db: Db,
	actor: Actor,
	input: { meetingId: string; linkId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting } = await takeOpenMeeting(db, actor, input.meetingId, 'meeting:edit');
		const link = await db
			.selectFrom('agendaLink')
			.innerJoin('agendaItem', 'agendaItem.id', 'agendaLink.agendaItemId')
			.select(['agendaLink.id', 'agendaItem.title'])
			.where('agendaLink.id', '=', input.linkId)
			.where('agendaItem.meetingId', '=', meeting.id)
			.executeTakeFirst();
		if (!link) throw new NotFound();
		await db.deleteFrom('agendaLink').where('id', '=', link.id).execute();
		await recordAudit(db, actor, 'agenda:unlink', auditedMeeting(meeting), now, { title: link.title });
	});
}
