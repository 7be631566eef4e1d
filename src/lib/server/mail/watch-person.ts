import type { Db } from '#db/schema.ts';
import { dayIn } from '#lib/domain/days.ts';
import { addresseesOf } from '#lib/domain/mail/addressees.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { queueMails } from '#lib/server/commands/queue-mail.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import { leftText, movedText } from '#lib/text/mail/ball.ts';
import { listHeld } from './list-held.ts';
import { ballOf } from './tell-holder.ts';

/**
 * For an act after which somebody no longer holds what they did, because they leave or work elsewhere: asked before the
 * act, the answer tells after it whoever holds those things then, and did not before.
 */
export async function watchPerson(
	db: Db,
	actor: Actor,
	person: { personId: string; name: string },
	now: Date
): Promise<(worksFor?: string) => Promise<void>> {
	const { projectId } = actor;
	const { personId } = person;
	const { timeZone } = await db
		.selectFrom('project')
		.select('timeZone')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	const today = dayIn(timeZone, now);
	const read = async () => ({
		people: await listAddressees(db, projectId, today),
		held: await listHeld(db, projectId, personId, { today, timeZone })
	});
	const before = await read();
	return async (worksFor) => {
		const how = worksFor === undefined ? leftText(person) : movedText(person, worksFor);
		const after = await read();
		const mails = [...before.held].flatMap(([key, { holder: former }]) => {
			const item = after.held.get(key);
			const told = addresseesOf(former, before.people);
			const wasTheirs = former.personIds.includes(personId) || told.includes(personId);
			if (!item || !wasTheirs) return [];
			const knew = former.awaits === item.holder.awaits ? told : [];
			const to = addresseesOf(item.holder, after.people).filter((id) => !knew.includes(id));
			return [ballOf(actor, item, to, how, now)];
		});
		await queueMails(db, mails, now);
	};
}
