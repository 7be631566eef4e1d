import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MinutesFound } from '#lib/server/queries/find-minutes-facts.ts';
import { queueMail } from './queue-mail.ts';

type News = 'circulated' | 'approved' | 'objected';

const SUBJECTS: Readonly<Record<News, string>> = {
	circulated: 'Minutes to read',
	approved: 'Minutes to sign',
	objected: 'An objection to the minutes'
};

/** Whoever takes the minutes is told when they are theirs to write: the meeting ended, they came back, or the person is new. */
export async function tellOfWriting(
	db: Db,
	actor: Actor,
	meeting: { id: string; slug: string; title: string },
	{ chairId, secretaryId }: { chairId: string | null; secretaryId: string | null },
	reason: string,
	now: Date
): Promise<void> {
	const writer = secretaryId ?? chairId;
	if (writer === null) return;
	await queueMail(
		db,
		{
			projectId: actor.projectId,
			kind: 'ball',
			to: [writer],
			from: actor.personId,
			subject: `Minutes to write: ${meeting.title}`,
			body: `The minutes of “${meeting.title}” lie with you: write them point by point, then circulate them.${reason === '' ? '' : `\n\n${actor.name} wrote: ${reason}`}`,
			because: 'officer',
			about: { type: 'meeting', id: meeting.id, label: meeting.title },
			path: `meetings/${meeting.slug}/minutes`
		},
		now
	);
}

/**
 * One mail a person: all invited read what is circulated, those who stayed away too; an objection and the approval are
 * for chair and secretary.
 */
export async function tellOfMinutes(
	db: Db,
	{ meeting, invitees }: MinutesFound,
	news: News,
	{
		from,
		objectionsUntilOn,
		organisation
	}: { from: string; objectionsUntilOn?: string; organisation?: string },
	now: Date
): Promise<void> {
	const officers = [meeting.chairId, meeting.secretaryId];
	const invited = invitees.map(({ personId }) => personId);
	const to = (news === 'circulated' ? [...invited, ...officers] : officers).filter((id) => id !== null);
	const bodies: Readonly<Record<News, string>> = {
		circulated: `The minutes of “${meeting.title}” are circulated. Your organisation may object until the end of ${objectionsUntilOn ?? ''}; without an objection they can be approved.`,
		approved: `The minutes of “${meeting.title}” are approved. Chair and secretary sign them on their page.`,
		objected: `${organisation ?? 'An organisation'} objects to the minutes of “${meeting.title}”. Answer it or accept it on their page.`
	};
	const { projectId } = meeting;
	await queueMail(
		db,
		{
			projectId,
			kind: `minutes-${news}`,
			to,
			from,
			subject: `${SUBJECTS[news]}: ${meeting.title}`,
			body: bodies[news],
			because: news === 'circulated' ? 'invited' : 'officer',
			about: { type: 'meeting', id: meeting.id, label: meeting.title },
			path: `meetings/${meeting.slug}/minutes`
		},
		now
	);
}
