import type { Db } from '#db/schema.ts';
import { assertCan, can } from '#lib/domain/can.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listMobilityRecords } from '#lib/server/queries/records/list-mobility-records.ts';
import { listOutreachRecords } from '#lib/server/queries/records/list-outreach-records.ts';

/** A line of the log that the actor may change, as it stands now. */
export async function takeOutreach(db: Db, actor: Actor, code: string) {
	const line = await db
		.selectFrom('outreach')
		.selectAll()
		.where('projectId', '=', actor.projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	const [record] = line ? await listOutreachRecords(db, actor.projectId, [line.id]) : [];
	if (!line || !record || !can(actor, 'outreach:read', record.subject).ok) throw new NotFound();
	assertCan(actor, 'outreach:edit', record.subject);
	return { line, subject: record.subject, audited: { type: 'outreach', id: line.id, label: line.code } };
}

/** An activity of mobility and training that the actor may change. */
export async function takeMobility(db: Db, actor: Actor, code: string) {
	const line = await db
		.selectFrom('mobility')
		.selectAll()
		.where('projectId', '=', actor.projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	const [record] = line ? await listMobilityRecords(db, actor.projectId, [line.id]) : [];
	if (!line || !record || !can(actor, 'mobility:read', record.subject).ok) throw new NotFound();
	assertCan(actor, 'mobility:edit', record.subject);
	return { line, subject: record.subject, audited: { type: 'mobility', id: line.id, label: line.code } };
}
