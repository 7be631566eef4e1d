import type { Db } from '#db/schema.ts';
import { workersOf } from '#lib/domain/mail/addressees.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findOrganiser } from '#lib/server/queries/find-organiser.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import { queueMail } from './queue-mail.ts';

interface Invited {
	organisationId?: string | null;
	personId?: string | null;
}

type News = 'invited' | 'changed' | 'cancelled';

const SUBJECTS: Readonly<Record<News, string>> = {
	invited: 'Invitation',
	changed: 'Changed',
	cancelled: 'Cancelled'
};

const BODIES: Readonly<Record<News, string>> = {
	invited: 'invites you. Say on its page whether you come; the attached file puts it into your calendar.',
	changed: 'changed when or where it is. The attached file corrects your calendar.',
	cancelled: 'cancelled it. The attached file takes it out of your calendar.'
};

/** Where an answer goes that somebody gives in a calendar which lets them. */
function answersText(organiser: { name: string; acronym: string } | undefined): string {
	if (!organiser) return '';
	const { name, acronym } = organiser;
	return ` Where your calendar lets you answer, the answer goes by mail to ${name} (${acronym}), who records it; on the page it counts at once.`;
}

/** Tells those invited, one mail a person; of an organisation that is invited as such, who works there. */
export async function tellOfMeeting(
	db: Db,
	actor: Actor,
	meeting: { id: string; slug: string; title: string },
	invited: readonly Invited[],
	news: News,
	now: Date
): Promise<void> {
	const people = await listAddressees(db, actor.projectId, await findToday(db, actor.projectId, now));
	const members = new Set(people.map((one) => one.personId));
	const to = invited
		.flatMap(({ personId, organisationId }) =>
			personId ? [personId] : organisationId ? workersOf(organisationId, people) : []
		)
		.filter((id) => id !== actor.personId && members.has(id));
	const organiser = news === 'cancelled' ? undefined : await findOrganiser(db, meeting.id);
	await queueMail(
		db,
		{
			projectId: actor.projectId,
			kind: news === 'cancelled' ? 'meeting-cancelled' : 'meeting-invited',
			to,
			subject: `${SUBJECTS[news]}: ${meeting.title}`,
			body: `${actor.name} (${actor.organisationAcronym}) ${BODIES[news]}${answersText(organiser)}`,
			because: 'invited',
			about: { type: 'meeting', id: meeting.id, label: meeting.title },
			path: `meetings/${meeting.slug}`
		},
		now
	);
}
