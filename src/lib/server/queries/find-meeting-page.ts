import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMeetingFacts } from './find-meeting-facts.ts';
import { listAgenda } from './list-agenda.ts';
import { listPapers } from './list-papers.ts';

/** A meeting with its head, its agenda and its papers, as this actor may see it. Eight queries, whatever its size. */
export async function findMeetingPage(db: Db, actor: Actor, slug: string) {
	const found = await findMeetingFacts(db, actor.projectId, { slug });
	if (!found || !can(actor, 'meeting:read', found.subject).ok) return undefined;
	const { meeting } = found;
	const { days, ...head } = await findMeetingHead(db, meeting.id);
	const agenda = await listAgenda(db, actor, found);
	const papers = await listPapers(db, actor, found);
	return { found, meeting: { ...meeting, ...head }, days, agenda, papers };
}

export type MeetingPage = NonNullable<Awaited<ReturnType<typeof findMeetingPage>>>;

/** Names around a meeting, and its days, in one query: a row for each day. */
async function findMeetingHead(db: Db, meetingId: string) {
	const rows = await db
		.selectFrom('meeting')
		.leftJoin('meetingSeries as series', 'series.id', 'meeting.seriesId')
		.leftJoin('organisation as host', 'host.id', 'meeting.hostOrganisationId')
		.leftJoin('person as chair', 'chair.id', 'meeting.chairId')
		.leftJoin('person as secretary', 'secretary.id', 'meeting.secretaryId')
		.leftJoin('meetingDay', 'meetingDay.meetingId', 'meeting.id')
		.select(['series.code as seriesCode', 'series.title as series'])
		.select(['host.acronym as host', 'host.code as hostCode'])
		.select(['chair.name as chair', 'secretary.name as secretary'])
		.select(['chair.origin as chairOrigin', 'secretary.origin as secretaryOrigin'])
		.select(['meetingDay.day', 'meetingDay.startsAt', 'meetingDay.endsAt'])
		.where('meeting.id', '=', meetingId)
		.orderBy('meetingDay.day')
		.execute();
	const [first] = rows;
	return {
		seriesCode: first?.seriesCode ?? null,
		series: first?.series ?? null,
		host: first?.host ?? null,
		hostCode: first?.hostCode ?? null,
		chair: first?.chair ?? null,
		secretary: first?.secretary ?? null,
		/** Real meetings of a demonstration are led by people it invented. */
		isChairSample: first?.chairOrigin === 'sample',
		isSecretarySample: first?.secretaryOrigin === 'sample',
		days: rows.flatMap(({ day, startsAt, endsAt }) => (day === null ? [] : [{ day, startsAt, endsAt }]))
	};
}
