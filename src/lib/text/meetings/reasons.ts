import type { MeetingReason } from '#lib/domain/meetings/meeting-reasons.ts';
import { dayText, longDayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { clockText, MEETING_PART_TEXT, MEETING_STATE_TEXT } from './words.ts';

type ByCode = { [Code in MeetingReason['code']]: Extract<MeetingReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'meeting-lacks': ({ part }) => say(MEETING_PART_TEXT[part].lacks, MEETING_PART_TEXT[part].next),
	'meeting-not-yet': ({ day }) =>
		say(`The meeting begins on ${longDayText(day)}.`, 'Come back on that day, or edit its days.'),
	'minutes-not-approved': ({ state }) =>
		say(
			`Its minutes are ${MINUTES_WORDS[state]}.`,
			'Once no objection stands after their circulation, the coordinator records them as approved.'
		),
	'minutes-not-locked': ({ state }) =>
		say(
			`Its minutes are ${MINUTES_WORDS[state]}.`,
			'Chair and secretary sign the approved minutes on the minutes page.'
		),
	'meeting-ended': ({ state, minutesState }) =>
		minutesState === 'draft'
			? say(
					`The meeting is ${MEETING_STATE_TEXT[state].label.toLowerCase()}.`,
					'What belongs to it stays as it is; plan another meeting.'
				)
			: say(
					`The minutes are ${MINUTES_WORDS[minutesState]}, so the meeting and its agenda stay as they are.`,
					'A correction is an objection while they go round, and an erratum once they are locked.'
				),
	'meeting-place-missing': () =>
		say('A meeting on site needs a place.', 'Enter the city and the building, or choose “Online”.'),
	'meeting-country-missing': () =>
		say('A national meeting needs its country.', 'Choose the country whose partners meet.'),
	'meeting-zone-unknown': ({ timeZone }) =>
		say(`${timeZone || 'Nothing'} is no time zone.`, 'Choose the zone, such as Asia/Almaty.'),
	'meeting-series-exists': ({ title }) =>
		say(`There is a series “${title}” already.`, 'Choose it in the list of series.'),
	'agenda-day-outside': ({ day }) =>
		say(`The meeting does not take place on ${dayText(day)}.`, 'Choose one of its days.'),
	'agenda-time-outside': ({ from, to }) =>
		say(
			`That day goes from ${clockText(from)} to ${clockText(to)}.`,
			'Choose a time within, or leave it empty: then the point follows the one before it.'
		),
	'agenda-point-begun': ({ title }) =>
		say(`“${title}” was taken up in the meeting already.`, 'It stays on the agenda; minute what came of it.'),
	'agenda-point-settled': ({ state }) =>
		say(
			state === 'planned' ? 'This proposal was accepted already.' : `This point is ${state} already.`,
			'Reload the page to see where it stands.'
		),
	'agenda-point-open': ({ title }) => say(`“${title}” is under way.`, 'Close it first.'),
	'agenda-clock-not-open': ({ title }) =>
		say(`“${title}” is not under way.`, 'Reload the page to see what is.'),
	'agenda-clock-not-running': () =>
		say('The meeting is not running.', 'Start it on its page; then the clock goes.'),
	'agenda-link-unknown': ({ text }) =>
		say(
			`There is nothing here called ${text}.`,
			'Enter the code of a record that you can open, such as D4.2, MS3, MC-KAZNU-03, A-001 or R2 for a risk.'
		),
	'meeting-papers-closed': ({ state }) =>
		say(
			`The meeting is ${MEETING_STATE_TEXT[state].label.toLowerCase()}, and its papers stay as they are.`,
			'Show the file where it proves something: on the page of a deliverable, a milestone or an action.'
		),
	'agenda-link-there': ({ text }) => say(`${text} is linked to this point already.`, null)
};

const MINUTES_WORDS = {
	draft: 'still being written',
	circulated: 'going round',
	approved: 'approved',
	locked: 'locked'
} as const;

export function isMeetingReason(reason: { code: string }): reason is MeetingReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

/** Refusals of meetings and agendas in words: why, and what to do next. */
export function meetingSentence(reason: MeetingReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string | null): Sentence {
	return { text, next };
}
