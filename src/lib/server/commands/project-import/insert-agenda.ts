import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import { decisionCode } from '#lib/domain/meetings/decisions.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import { insertAgendaItem } from '#lib/server/commands/insert-agenda-item.ts';
import { newId } from '#lib/server/ids.ts';
import { nextDecisionNumber } from '#lib/server/queries/next-decision-number.ts';
import type { ImportContext } from './context.ts';

type MeetingRecord = ProjectFile['meetings'][number];
type AgendaRecord = MeetingRecord['agenda'][number];

/** `09:30` as minutes after midnight. */
export function minutesOf(time: string | null): number | null {
	if (time === null) return null;
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
}

/** The agenda of a meeting with its texts, what came of each point, and the decisions in the register. */
export async function insertAgenda(
	db: Db,
	context: ImportContext,
	meetingId: string,
	meeting: MeetingRecord
): Promise<void> {
	const { projectId, at } = context;
	for (const [index, one] of meeting.agenda.entries()) {
		const agendaItemId = await insertAgendaItem(
			db,
			{ projectId, personId: null },
			{
				meetingId,
				seriesId: null,
				day: one.day,
				section: one.section,
				position: index + 1,
				title: one.title,
				presenterName: one.presenter,
				startsAt: minutesOf(one.starts_at),
				minutes: one.minutes,
				origin: meeting.origin
			},
			at
		);
		if (one.text !== '')
			await db
				.insertInto('minutesText')
				.values({ agendaItemId, version: 1, text: one.text, writtenAt: at })
				.execute();
		await insertOutcomes(db, context, { meetingId, agendaItemId }, meeting, one);
	}
}

async function insertOutcomes(
	db: Db,
	context: ImportContext,
	place: { meetingId: string; agendaItemId: string },
	meeting: MeetingRecord,
	one: AgendaRecord
): Promise<void> {
	const { projectId, at } = context;
	const common = { projectId, ...place, createdAt: at, origin: meeting.origin };
	for (const text of one.information)
		await db
			.insertInto('minutesOutcome')
			.values({ id: newId(), ...common, kind: 'information', text })
			.execute();
	for (const decided of one.decisions) {
		const decisionId = newId();
		const number = await nextDecisionNumber(db, projectId);
		const decidedOn = one.day ?? meeting.days.at(-1)?.day ?? '';
		await db
			.insertInto('decision')
			.values({
				id: decisionId,
				projectId,
				code: decisionCode(number),
				number,
				...place,
				title: decided.title,
				text: decided.text,
				rationale: '',
				how: 'unknown',
				urgent: 0,
				decidedOn,
				effectiveOn: decidedOn,
				level: decided.level,
				recordedAt: at,
				origin: meeting.origin,
				search: searchText(decided.title, decided.text)
			})
			.execute();
		await db
			.insertInto('minutesOutcome')
			.values({ id: newId(), ...common, kind: 'decision', text: '', decisionId })
			.execute();
	}
}
