import type { Db } from '#db/schema.ts';
import type { MinutesContent } from '#lib/domain/meetings/minutes-content.ts';
import { quorumOf } from '#lib/domain/meetings/quorum.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import type { MinutesFound } from './find-minutes-facts.ts';
import { outcomeContent, type OutcomeRow } from './list-minutes-outcomes.ts';

/** The minutes as they would be circulated now. */
export async function findMinutesContent(
	db: Db,
	found: MinutesFound,
	outcomes: readonly OutcomeRow[]
): Promise<MinutesContent> {
	const { meeting, minutes, points, attendance } = found;
	const { plan } = await findQualityPlan(db, meeting.projectId);
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'role', 'status'])
		.where('projectId', '=', meeting.projectId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	const days = await db
		.selectFrom('meetingDay')
		.select(['day', 'startsAt', 'endsAt'])
		.where('meetingId', '=', meeting.id)
		.orderBy('day')
		.execute();
	const quorum = quorumOf(organisations, attendance, plan.meetingQuorumPercent);
	const { title, kind, mode, place, timeZone } = meeting;
	return {
		meeting: {
			title,
			kind,
			mode,
			place,
			timeZone,
			days,
			chair: minutes.chair?.name ?? '',
			secretary: minutes.secretary?.name ?? ''
		},
		quorum: { members: quorum.members, present: quorum.there, needed: quorum.needed },
		attendance: attendance.map((one) => ({
			organisation: one.acronym ?? one.guestOrganisation,
			person: one.name ?? one.guestName,
			attendance: one.attendance,
			representedBy: one.representedBy ?? '',
			isGuest: one.organisationId === null
		})),
		points: points.map((point) => ({
			id: point.id,
			day: point.day ?? '',
			section: point.section,
			track: point.track,
			startsAt: point.startsAt,
			title: point.title,
			presenter: point.presenter,
			text: point.text,
			outcomes: outcomes.filter((one) => one.agendaItemId === point.id).map(outcomeContent)
		}))
	};
}
