import * as v from 'valibot';
import { MEETING_KINDS, MEETING_MODES } from '#lib/domain/meetings/meetings.ts';
import { address, day, maybe, organisation, provenance, text, whole, workPackage } from './fields.ts';

const long = (most: number) =>
	v.optional(v.pipe(v.string(), v.maxLength(most, `must have at most ${most} characters`)), '');

const time = (description: string) =>
	v.pipe(
		v.string(),
		v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30'),
		v.description(description)
	);

const agendaItem = v.strictObject({
	day: maybe(day('The day of the meeting it belongs to')),
	section: long(200),
	title: text(300, 'Title'),
	presenter: long(200),
	starts_at: maybe(time('Local time')),
	minutes: maybe(whole(1, 1440, 'How long it is to take')),
	text: long(20_000),
	information: v.optional(v.array(text(2000, 'What came of it')), []),
	decisions: v.optional(
		v.array(
			v.strictObject({
				title: text(300, 'What was decided'),
				text: long(8000),
				level: v.optional(v.picklist(['PU', 'SEN']), 'PU')
			})
		),
		[]
	)
});

/** A meeting that took place, or is planned; the record of it that exists. */
export const meetings = v.strictObject({
	slug: v.pipe(
		v.string(),
		v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be small letters, digits and hyphens, at most 60'),
		v.description('Its name in addresses: /leslie/meetings/almaty-2025-12')
	),
	kind: v.picklist(MEETING_KINDS),
	title: text(200, 'Title'),
	mode: v.picklist(MEETING_MODES),
	place: long(200),
	link: maybe(address('Where it meets online')),
	host: maybe(organisation('Host')),
	time_zone: text(60, 'IANA zone of its times'),
	level: v.optional(v.picklist(['PU', 'SEN']), 'PU'),
	series: maybe(text(200, 'Title of the series it belongs to')),
	held: v.optional(v.boolean(), true),
	summary: long(4000),
	work_packages: v.optional(v.array(workPackage('It speaks of')), []),
	days: v.pipe(
		v.array(
			v.strictObject({
				day: day('A day of the meeting'),
				starts_at: maybe(time('Local time')),
				ends_at: maybe(time('Local time'))
			})
		),
		v.minLength(1, 'must have at least one day')
	),
	attended: v.optional(v.array(organisation('It was there')), []),
	guests: v.optional(
		v.array(v.strictObject({ name: long(200), organisation: text(200, 'Of the guest') })),
		[]
	),
	agenda: v.optional(v.array(agendaItem), []),
	...provenance
});
