import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { confirmersOf, type GrantFacts } from '#lib/domain/grant-confirmation.ts';
import { itemPath, reviewPath } from '#lib/domain/item-path.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import { riskCode } from '#lib/domain/risks/facts.ts';
import { hasRole, type Actor } from '#lib/domain/roles.ts';
import { mailedItem } from '#lib/server/commands/queue-mail.ts';
import { findDeciders } from '#lib/server/queries/find-deciders.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listActingMembers } from '#lib/server/queries/list-acting-members.ts';
import {
	dateProposedMail,
	decidedMail,
	pointProposedMail,
	reviewerProposedMail,
	riskProposedMail,
	roleProposedMail
} from '#lib/text/mail/asked.ts';
import { tellAsked, tellDeciders, tellProposer } from './tell-deciders.ts';

interface Item {
	id: string;
	kind: ItemKind;
	code: string;
	title: string;
}

type Action = Item & { presentChairId: string | null };

/** Another due day is agreed to by who chaired the meeting the action came from; else by who steers actions. */
export function tellOfProposedDate(
	db: Db,
	actor: Actor,
	action: Action,
	of: Subject,
	{ toOn, reasonText }: { toOn: Day; reasonText: string },
	now: Date
): Promise<void> {
	const mail = { ...placeOf(action), ...dateProposedMail(action.code, actor, toOn, reasonText) };
	const { presentChairId: chair } = action;
	return chair !== null && chair !== actor.personId
		? tellAsked(db, actor, [chair], mail, now)
		: tellDeciders(db, actor, { permission: 'action:steer', of, ...mail }, now);
}

export function tellOfDecidedDate(
	db: Db,
	actor: Actor,
	action: Item,
	proposedBy: string | null,
	{ isAgreed, note }: { isAgreed: boolean; note: string },
	now: Date
): Promise<void> {
	const mail = { ...placeOf(action), ...decidedMail(`${action.code}: due day`, actor, isAgreed, note) };
	return tellProposer(db, actor, proposedBy, mail, now);
}

export function tellOfProposedReviewer(
	db: Db,
	actor: Actor,
	item: Item,
	of: Subject,
	reviewer: string,
	now: Date
): Promise<void> {
	const mail = {
		about: mailedItem(item),
		path: reviewPath(item),
		...reviewerProposedMail(item.code, actor, reviewer)
	};
	return tellDeciders(db, actor, { permission: 'reviewer:assign', of, ...mail }, now);
}

interface Meeting {
	id: string;
	slug: string;
	title: string;
}

export function tellOfProposedPoint(
	db: Db,
	actor: Actor,
	meeting: Meeting,
	of: Subject,
	title: string,
	now: Date
): Promise<void> {
	const mail = { ...agendaOf(meeting), ...pointProposedMail(meeting.title, actor, title) };
	return tellDeciders(db, actor, { permission: 'meeting:edit', of, ...mail }, now);
}

export function tellOfDecidedPoint(
	db: Db,
	actor: Actor,
	meeting: Meeting,
	point: { title: string; proposedBy: string | null },
	{ isAccepted, note }: { isAccepted: boolean; note: string },
	now: Date
): Promise<void> {
	const mail = { ...agendaOf(meeting), ...decidedMail(`“${point.title}”`, actor, isAccepted, note) };
	return tellProposer(db, actor, point.proposedBy, mail, now);
}

/** A new risk counts once it is assessed. */
export function tellOfNewRisk(
	db: Db,
	actor: Actor,
	risk: { id: string; number: number; description: string },
	workPackageIds: readonly string[],
	now: Date
): Promise<void> {
	const about = { type: 'risk', id: risk.id, label: riskCode(risk) };
	const mail = riskProposedMail(riskCode(risk), actor, risk.description);
	const asked = {
		permission: 'risk:assess',
		of: { workPackageIds },
		about,
		path: `risks/${risk.number}`
	} as const;
	return tellDeciders(db, actor, { ...asked, ...mail }, now);
}

/** A role is confirmed by those who decide on it, and never by whose it is. */
export async function tellOfProposedRole(
	db: Db,
	actor: Actor,
	grant: Pick<GrantFacts, 'personId' | 'name' | 'role' | 'proposedAs'> & { reason: string },
	now: Date
): Promise<void> {
	const today = await findToday(db, actor.projectId, now);
	const roles = confirmersOf(grant, await findDeciders(db, actor.projectId, today));
	const people = await listActingMembers(db, actor.projectId, today);
	const to = people.filter((one) => one.personId !== grant.personId && hasRole(one, ...roles));
	const mail = { ...personOf(grant), ...roleProposedMail(grant.name, grant.role, actor, grant.reason) };
	await tellAsked(
		db,
		actor,
		to.map(({ personId }) => personId),
		mail,
		now
	);
}

export function tellOfDecidedRole(
	db: Db,
	actor: Actor,
	grant: Pick<GrantFacts, 'personId' | 'name' | 'proposedBy'>,
	{ isAccepted, note }: { isAccepted: boolean; note: string },
	now: Date
): Promise<void> {
	const mail = { ...personOf(grant), ...decidedMail(`Role of ${grant.name}`, actor, isAccepted, note) };
	return tellProposer(db, actor, grant.proposedBy, mail, now);
}

function placeOf(item: Item) {
	return { about: mailedItem(item), path: itemPath(item) };
}

function agendaOf({ id, slug, title }: Meeting) {
	return { about: { type: 'meeting', id, label: title }, path: `meetings/${slug}/agenda` };
}

function personOf({ personId: id, name: label }: { personId: string; name: string }) {
	return { about: { type: 'person', id, label }, path: `people/${id}` };
}
