import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { answerReturnedMail, answersToReviewMail, objectionAnsweredMail } from '#lib/text/mail/asked.ts';
import { tellAsked, tellDeciders } from './tell-deciders.ts';

interface Institution {
	id: string;
	code: string;
	acronym: string;
	country: string;
}

/** Answers about an institution's readiness are to be reviewed; however many it gives in a day, that is told once. */
export async function tellOfAnswers(
	db: Db,
	actor: Actor,
	institution: Institution,
	now: Date
): Promise<void> {
	const today = await findToday(db, actor.projectId, now);
	const occasion = `institution:${institution.id}:${today}`;
	const asked = { permission: 'institution:review', of: { countries: [institution.country] } } as const;
	const mail = { ...placeOf(institution), occasion, ...answersToReviewMail(institution.acronym) };
	await tellDeciders(db, actor, { ...asked, ...mail }, now);
}

/** Whoever gave an answer that comes back reads why. */
export async function tellOfReturnedAnswer(
	db: Db,
	actor: Actor,
	institution: Institution,
	{ question, answeredBy, note }: { question: string; answeredBy: string; note: string },
	now: Date
): Promise<void> {
	const { projectId, personId: from } = actor;
	const mail = { kind: 'changes-requested', because: 'member', ...placeOf(institution) } as const;
	const words = answerReturnedMail(question, actor, note);
	await queueMail(db, { projectId, from, to: [answeredBy], ...mail, ...words }, now);
}

/** Whoever objected to minutes decides whether the answer settles it. */
export function tellOfObjectionAnswer(
	db: Db,
	actor: Actor,
	meeting: { id: string; slug: string; title: string },
	{ to, answer }: { to: string; answer: string },
	now: Date
): Promise<void> {
	const about = { type: 'meeting', id: meeting.id, label: meeting.title };
	const mail = { about, path: `meetings/${meeting.slug}/minutes` };
	return tellAsked(db, actor, [to], { ...mail, ...objectionAnsweredMail(meeting.title, actor, answer) }, now);
}

function placeOf({ id, code, acronym: label }: Institution) {
	return { about: { type: 'institution', id, label }, path: `catalogue/institutions/${code}` };
}
