import type { Db } from '#db/schema.ts';
import { minutesSubject, officersSubject, takersSubject } from '#lib/domain/meetings/meeting-subject.ts';
import type { MinutesFacts, Officer } from '#lib/domain/meetings/minutes.ts';
import type { Objector } from '#lib/domain/meetings/minutes-objections.ts';
import { isMember } from '#lib/domain/meetings/quorum.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseMinutes } from '#lib/schemas/meetings/minutes-content.ts';
import { findMeetingFacts } from './find-meeting-facts.ts';
import { listAttendance, missingAttendance } from './list-attendance.ts';
import { listCirculations } from './list-circulations.ts';
import { listMinutesPoints } from './list-minutes-points.ts';
import { memberOf } from './member-of.ts';

/** The minutes of a meeting with everything that the silent procedure asks. Ten queries, whatever their size. */
export async function findMinutesFacts(db: Db, actor: Actor, slug: string) {
	const found = await findMeetingFacts(db, actor.projectId, { slug });
	if (!found) return undefined;
	const { meeting, facts: asked } = found;
	const officers = await listOfficers(db, meeting.id);
	const points = await listMinutesPoints(db, meeting.id);
	const attendance = await listAttendance(db, meeting.id);
	const circulations = await listCirculations(db, meeting.id);
	const [latest] = circulations;
	// A circulation that was taken back stands for nothing any more.
	const current = latest?.outcome === 'withdrawn' ? undefined : latest;
	const previous = await findContent(db, latest?.id);
	const signatures = current ? await listSignatures(db, current.id) : [];
	const officer = (id: string | null): Officer | null => officers.find((one) => one.id === id) ?? null;
	const facts: MinutesFacts = {
		meetingState: meeting.state,
		state: meeting.minutesState,
		chair: officer(meeting.chairId),
		secretary: officer(meeting.secretaryId),
		points,
		invited: attendance.length,
		attendanceMissing: missingAttendance(attendance),
		circulation: current && previous ? { ...current, quorum: previous.quorum } : null,
		objections: (current?.objections ?? []).map((one) => ({ ...one, pointId: one.agendaItemId })),
		signatures
	};
	return {
		...found,
		minutes: facts,
		/** Chair and secretary while they are members. */
		presentOfficers: officers.flatMap(({ memberId }) => memberId ?? []),
		points,
		attendance,
		circulations,
		current,
		/** What was circulated last, whatever became of it. */
		previous,
		signatures,
		subjects: {
			read: minutesSubject(asked, actor),
			take: takersSubject(asked),
			sign: officersSubject(asked)
		}
	};
}

/** An organisation as who objects: whether it was asked to the meeting, and whether it has a vote. */
export function objectorOf({ attendance }: Pick<MinutesFound, 'attendance'>, actor: Actor): Objector {
	const { organisationId, organisationAcronym: organisation } = actor;
	const row = attendance.find((one) => one.organisationId === organisationId);
	const hasVote = row?.role != null && row.status != null && isMember({ role: row.role, status: row.status });
	return { organisationId, organisation, isInvited: row !== undefined, hasVote };
}

export type MinutesFound = NonNullable<Awaited<ReturnType<typeof findMinutesFacts>>>;

function listOfficers(db: Db, meetingId: string) {
	return db
		.selectFrom('meeting')
		.innerJoin('person', (join) =>
			join.on((eb) =>
				eb.or([
					eb('person.id', '=', eb.ref('meeting.chairId')),
					eb('person.id', '=', eb.ref('meeting.secretaryId'))
				])
			)
		)
		.select(['person.id', 'person.name'])
		.select(memberOf('person.id', 'meeting.projectId').as('memberId'))
		.where('meeting.id', '=', meetingId)
		.orderBy('person.id')
		.execute();
}

async function findContent(db: Db, circulationId: string | undefined) {
	if (circulationId === undefined) return null;
	const { content } = await db
		.selectFrom('minutesCirculation')
		.select('content')
		.where('id', '=', circulationId)
		.executeTakeFirstOrThrow();
	return { ...parseMinutes(content), text: content };
}

async function listSignatures(db: Db, circulationId: string) {
	return db
		.selectFrom('minutesSignature')
		.selectAll()
		.where('circulationId', '=', circulationId)
		.orderBy('signedAt')
		.orderBy('id')
		.execute();
}
