import type { Db } from '#db/schema.ts';
import { can, mayAlways } from '#lib/domain/can.ts';
import { dayStart } from '#lib/domain/day-start.ts';
import { addDays } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AuditFilter } from '#lib/schemas/audit-filter.ts';
import { listItemSubjects } from './list-item-subjects.ts';

export const AUDIT_PAGE = 50;

/**
 * The newest events of a project that the actor may see: all of them, or those of items in reach and the actor's own acts.
 * One more than a page, if there are more.
 */
export async function listAuditEvents(db: Db, actor: Actor, timeZone: string, filter: AuditFilter) {
	let events = db
		.selectFrom('auditEvent')
		.leftJoin('organisation', 'organisation.id', 'auditEvent.organisationId')
		.select(['sequence', 'at', 'actorName', 'actingFor', 'organisation.acronym', 'act', 'outcome'])
		.select(['recordType', 'recordLabel', 'details'])
		.where('chain', '=', actor.projectId)
		.orderBy('sequence', 'desc')
		.limit(AUDIT_PAGE + 1);
	if (!mayAlways(actor, 'audit:read')) {
		const itemIds = await listAuditableItems(db, actor);
		events = events.where((eb) =>
			itemIds.length === 0
				? eb('actorId', '=', actor.personId)
				: eb.or([eb('actorId', '=', actor.personId), eb('recordId', 'in', itemIds)])
		);
	}
	if (filter.person !== '') events = events.where('actorId', '=', filter.person);
	if (filter.act !== '') events = events.where('act', '=', filter.act);
	if (filter.record !== '') events = events.where('recordLabel', '=', filter.record);
	if (filter.outcome !== '') events = events.where('outcome', '=', filter.outcome);
	if (filter.from !== '') events = events.where('at', '>=', dayStart(timeZone, filter.from).toISOString());
	if (filter.to !== '')
		events = events.where('at', '<', dayStart(timeZone, addDays(filter.to, 1)).toISOString());
	if (filter.before > 0) events = events.where('sequence', '<', filter.before);
	return events.execute();
}

async function listAuditableItems(db: Db, actor: Actor): Promise<string[]> {
	const subjects = await listItemSubjects(db, actor.projectId);
	return subjects.filter((subject) => can(actor, 'audit:read', subject).ok).map((subject) => subject.itemId);
}
