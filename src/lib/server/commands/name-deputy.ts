import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { deputyBlocks } from '#lib/domain/deputies.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { NameDeputy } from '#lib/schemas/deputies.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findMember } from '#lib/server/queries/find-member.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockRights } from './change-rights.ts';
import { queueMail } from './queue-mail.ts';

/** Names who does somebody's working duties while they are away; it counts once that colleague agrees. */
export function nameDeputy(db: Db, actor: Actor, input: NameDeputy, now: Date): Promise<string> {
	return db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		const person = await findMember(db, actor.projectId, input.personId);
		const deputy = await findMember(db, actor.projectId, input.deputyId);
		if (!person || !deputy) throw new NotFound();
		assertCan(actor, 'deputy:name', { assignedPersonIds: [person.personId] });
		const today = await findToday(db, actor.projectId, now);
		const open = await listOpen(db, actor.projectId, input);
		assertNone(deputyBlocks(person, deputy, input, open, today));

		const { fromOn, toOn, reason } = input;
		const id = newId();
		await db
			.insertInto('deputy')
			.values({
				id,
				projectId: actor.projectId,
				personId: person.personId,
				deputyId: deputy.personId,
				organisationId: person.organisationId,
				fromOn,
				toOn,
				reason,
				namedBy: actor.personId,
				namedAt: now.toISOString(),
				confirmedAt: null,
				endedAt: null,
				endedBy: null,
				endReason: null
			})
			.execute();
		await queueMail(
			db,
			{
				projectId: actor.projectId,
				kind: 'deputy',
				to: [deputy.personId],
				subject: `You are asked to stand in for ${person.name}`,
				body: `${actor.name} asks you to do the working duties of ${person.name} from ${fromOn} until ${toOn}. It counts once you agree: open your own page under People.`,
				because: 'deputy',
				about: { type: 'person', id: deputy.personId, label: 'Deputies' },
				path: `people/${deputy.personId}`
			},
			now
		);
		const record = { type: 'person', id: person.personId, label: person.name };
		await recordAudit(db, actor, 'deputy:name', record, now, { deputy: deputy.name, fromOn, toOn, reason });
		return id;
	});
}

function listOpen(db: Db, projectId: string, { personId, deputyId }: NameDeputy) {
	return db
		.selectFrom('deputy')
		.select(['fromOn', 'toOn'])
		.where('projectId', '=', projectId)
		.where('personId', '=', personId)
		.where('deputyId', '=', deputyId)
		.where('endedAt', 'is', null)
		.orderBy('id')
		.execute();
}
