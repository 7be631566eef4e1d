import type { Db } from '#db/schema.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import { addresseesOf, workersOf } from '#lib/domain/mail/addressees.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { mailedItem, queueMail, queueMails } from '#lib/server/commands/queue-mail.ts';
import { findHolder } from '#lib/server/queries/find-holder.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import { opinionAnsweredMail, opinionMail } from '#lib/text/mail/asked.ts';

interface Item {
	id: string;
	kind: ItemKind;
	code: string;
	title: string;
}

/** Who leads an item and who holds it now read what the evaluation thinks of it. */
export async function tellOfOpinion(
	db: Db,
	actor: Actor,
	item: Item & { leadOrganisationId: string | null },
	text: string,
	now: Date
): Promise<void> {
	const { projectId, personId: from } = actor;
	const today = await findToday(db, projectId, now);
	const people = await listAddressees(db, projectId, today);
	const holder = await findHolder(db, projectId, item, today);
	const lead = item.leadOrganisationId === null ? [] : workersOf(item.leadOrganisationId, people);
	const held = holder === null ? [] : addresseesOf(holder, people).filter((id) => !lead.includes(id));
	const mail = { projectId, from, kind: 'opinion', ...placeOf(item) } as const;
	const words = opinionMail(item.code, actor, text);
	await queueMails(
		db,
		[
			{ ...mail, ...words, to: lead, because: 'lead' },
			{ ...mail, ...words, to: held, because: 'holder' }
		],
		now
	);
}

/** Whoever gave an opinion reads the answer. */
export async function tellOfOpinionAnswer(
	db: Db,
	actor: Actor,
	item: Item,
	authorId: string,
	answer: string,
	now: Date
): Promise<void> {
	const { projectId, personId: from } = actor;
	const mail = { kind: 'opinion', because: 'author', ...placeOf(item) } as const;
	const words = opinionAnsweredMail(item.code, actor, answer);
	await queueMail(db, { projectId, from, to: [authorId], ...mail, ...words }, now);
}

function placeOf(item: Item) {
	return { about: mailedItem(item), path: itemPath(item) };
}
