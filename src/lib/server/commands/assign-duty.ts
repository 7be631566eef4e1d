import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { dutyBlocks } from '#lib/domain/catalogue/duties.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AssignDuty } from '#lib/schemas/catalogue/duties.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listBodyPeople } from '#lib/server/queries/list-body-people.ts';
import { tellOfDuty } from '#lib/server/mail/tell-of-duty.ts';
import { lockItem } from './lock-item.ts';

/** Gives one open element of an entry, or all of them, to a person of an awarding body; former duties for them end. */
export function assignDuty(db: Db, actor: Actor, input: AssignDuty, now: Date): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		await lockItem(db, projectId, input.itemId);
		const found = await findEntryFacts(db, projectId, { id: input.itemId });
		if (!found) throw new NotFound();
		const { item, subject, facts } = found;
		assertCan(actor, 'duty:assign', subject);
		const people = await listBodyPeople(
			db,
			projectId,
			facts.bodies.map((one) => one.organisationId)
		);
		const person = people.find((one) => one.id === input.personId);
		const open = await listOpenElements(db, item.id);
		const elements = open.filter((one) => input.element === '' || one === input.element);
		assertNone(
			dutyBlocks({
				entry: item,
				bodies: facts.bodies.map((one) => one.acronym),
				isOfBody: person !== undefined,
				dueOn: input.dueOn,
				today: await findToday(db, projectId, now),
				open: elements
			})
		);

		const at = now.toISOString();
		await db
			.updateTable('entryDuty')
			.set({ endedAt: at })
			.where('itemId', '=', item.id)
			.where('element', 'in', elements)
			.where('endedAt', 'is', null)
			.execute();
		const { personId, dueOn, note } = input;
		const duty = { projectId, itemId: item.id, personId, dueOn, note, setBy: actor.personId, setAt: at };
		await db
			.insertInto('entryDuty')
			.values(elements.map((element) => ({ ...duty, id: newId(), element, endedAt: null })))
			.execute();
		const details = { elements, person: person?.name ?? '', dueOn, note };
		await recordAudit(db, actor, 'duty:assign', auditedItem(item), now, details);
		await tellOfDuty(db, actor, item, { personId, count: elements.length, dueOn, note }, now);
		return { code: item.code };
	});
}

async function listOpenElements(db: Db, itemId: string): Promise<Element[]> {
	const rows = await db
		.selectFrom('entryGap')
		.select('element')
		.distinct()
		.where('itemId', '=', itemId)
		.where('closedAt', 'is', null)
		.orderBy('element')
		.execute();
	return rows.map(({ element }) => element).filter(isElement);
}
