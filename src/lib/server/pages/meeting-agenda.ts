import { agendaDays, isOnAgenda } from '#lib/domain/meetings/agenda.ts';
import { clockOf } from '#lib/domain/meetings/clock.ts';
import type { MeetingPage } from '#lib/server/queries/find-meeting-page.ts';

/** The agenda as the pages of a meeting show it: planned points by day, with times, clock and papers. */
export function shownAgenda({ days, agenda, papers }: MeetingPage, now: Date) {
	const points = agenda.filter(isOnAgenda).map((one) => ({
		id: one.id,
		day: one.day,
		section: one.section,
		track: one.track,
		position: one.position,
		startsAt: one.startsAt,
		minutes: one.minutes,
		title: one.title,
		description: one.description,
		presenter: one.presenter,
		presenterName: one.presenterName,
		links: one.links,
		papers: papers.filter(({ agendaItemId }) => agendaItemId === one.id),
		clock: clockOf(one, now)
	}));
	const shown = agendaDays(days, points);
	// Public records tell points, and often not on which day each was.
	const isLoose = shown.some(({ day }) => day === null);
	return isLoose ? shown.filter(({ sections }) => sections.length > 0) : shown;
}
