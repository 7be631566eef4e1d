import type { Db } from '#db/schema.ts';
import type { MinutesFound } from '#lib/server/queries/find-minutes-facts.ts';
import { queueMail } from './queue-mail.ts';

type News = 'circulated' | 'approved' | 'objected';

const SUBJECTS: Readonly<Record<News, string>> = {
	circulated: 'Minutes to read',
	approved: 'Minutes to sign',
	objected: 'An objection to the minutes'
};

/**
 * One mail a person: all invited read what is circulated, those who stayed away too; an objection and the approval are
 * for chair and secretary.
 */
export async function tellOfMinutes(
	db: Db,
	{ meeting, invitees }: MinutesFound,
	news: News,
	{ objectionsUntilOn, organisation }: { objectionsUntilOn?: string; organisation?: string },
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
			subject: `${SUBJECTS[news]}: ${meeting.title}`,
			body: bodies[news],
			because: news === 'circulated' ? 'invited' : 'officer',
			about: { type: 'meeting', id: meeting.id, label: meeting.title },
			path: `meetings/${meeting.slug}/minutes`
		},
		now
	);
}
