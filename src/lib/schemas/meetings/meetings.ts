import * as v from 'valibot';
import { isDay } from '#lib/domain/days.ts';
import { MEETING_KINDS, MEETING_MODES } from '#lib/domain/meetings/meetings.ts';
import { optionalText, requiredText, Version } from '#lib/schemas/fields.ts';
import { minutesOf } from './clock.ts';

/** An id out of a list, or nothing. */
const OptionalId = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.maxLength(60),
	v.transform((text) => (text === '' ? null : text))
);
const list = v.optional(v.array(v.pipe(v.string(), v.trim(), v.maxLength(60))), []);

interface Days {
	day: readonly string[];
	from: readonly string[];
	until: readonly string[];
}

/** The rows of the form that hold a day. */
function daysOf({ day, from: froms, until: untils }: Days) {
	return day.flatMap((one, index) => {
		const [from = '', until = ''] = [froms[index], untils[index]];
		return one === '' ? [] : [{ day: one, from, until, startsAt: minutesOf(from), endsAt: minutesOf(until) }];
	});
}

const head = {
	title: requiredText('Give the meeting a title.', 200),
	kind: v.picklist(MEETING_KINDS, 'Choose what kind of meeting it is.'),
	mode: v.picklist(MEETING_MODES, 'Choose where people take part.'),
	place: optionalText(300),
	link: v.pipe(
		optionalText(500),
		v.check((text) => text === '' || /^https:\/\/\S+$/.test(text), 'An address begins with https://.'),
		v.transform((text) => (text === '' ? null : text))
	),
	seriesId: OptionalId,
	newSeries: optionalText(200),
	country: OptionalId,
	hostOrganisationId: OptionalId,
	timeZone: optionalText(60),
	chairId: OptionalId,
	secretaryId: OptionalId,
	workPackageIds: list,
	level: v.picklist(['PU', 'SEN'], 'Choose public or sensitive.'),
	summary: optionalText(4000),
	day: list,
	from: list,
	until: list
};

const hasWholeDays = (input: Days) =>
	daysOf(input).every(({ day, from, until, startsAt, endsAt }) => {
		if (!isDay(day)) return false;
		if (from === '' && until === '') return true;
		return startsAt !== null && endsAt !== null && startsAt < endsAt;
	});
const hasOwnDays = (input: Days) =>
	new Set(input.day.filter((day) => day !== '')).size === daysOf(input).length;

const WHOLE =
	'Each day needs a date and, if its hours are known, a beginning and a later end: 09:00 and 17:30.';

function withDays<Input extends Days>({ day, from, until, ...rest }: Input) {
	const days = daysOf({ day, from, until }).map(({ day, startsAt, endsAt }) => ({ day, startsAt, endsAt }));
	return { ...rest, days: days.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

export const PlanMeeting = v.pipe(
	v.object(head),
	v.forward(v.partialCheck([['day'], ['from'], ['until']], hasWholeDays, WHOLE), ['day']),
	v.forward(
		v.partialCheck([['day'], ['from'], ['until']], hasOwnDays, 'Each day can be entered only once.'),
		['day']
	),
	v.transform(withDays)
);
export type PlanMeeting = v.InferOutput<typeof PlanMeeting>;

export const EditMeeting = v.pipe(
	v.object({ ...head, version: Version }),
	v.forward(v.partialCheck([['day'], ['from'], ['until']], hasWholeDays, WHOLE), ['day']),
	v.forward(
		v.partialCheck([['day'], ['from'], ['until']], hasOwnDays, 'Each day can be entered only once.'),
		['day']
	),
	v.transform(withDays)
);
export type EditMeeting = v.InferOutput<typeof EditMeeting>;

/** The steps that somebody takes by hand; minutes move their meeting themselves. */
export const TakeMeetingStep = v.pipe(
	v.object({
		event: v.picklist(['invite', 'start', 'end', 'close', 'cancel'], 'Reload the page.'),
		reason: optionalText(1000)
	}),
	v.forward(
		v.partialCheck(
			[['event'], ['reason']],
			({ event, reason }) => event !== 'cancel' || reason !== '',
			'Say why the meeting is cancelled; everybody invited will read it.'
		),
		['reason']
	)
);
export type TakeMeetingStep = v.InferOutput<typeof TakeMeetingStep>;
