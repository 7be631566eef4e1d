import * as v from 'valibot';
import { OUTREACH_KINDS } from '#lib/domain/outreach/outreach.ts';
import { OUTREACH_STATES } from '#lib/domain/outreach/states.ts';
import { address, day, maybe, organisation, provenance, text, workPackage } from './fields.ts';

const long = (most: number, description: string) =>
	v.optional(
		v.pipe(v.string(), v.maxLength(most, `must have at most ${most} characters`), v.description(description)),
		''
	);

/** A line of the dissemination log: an event, a publication, a page of the web. */
export const outreach = v.strictObject({
	code: v.pipe(
		v.string(),
		v.regex(/^DC-[1-9]\d{0,3}$/, 'must be a code such as DC-12'),
		v.description('Its name in addresses: /leslie/dissemination/DC-12')
	),
	kind: v.picklist(OUTREACH_KINDS),
	state: v.optional(v.picklist(OUTREACH_STATES), 'done'),
	title: text(300, 'Title'),
	starts_on: maybe(day('The first day, or the day it came out; without it, nobody has told')),
	ends_on: maybe(day('The last day')),
	place: long(200, 'City and building'),
	country: maybe(
		v.pipe(
			v.string(),
			v.regex(/^[A-Z]{2}$/, 'must be a code of two letters such as KZ'),
			v.description('Where')
		)
	),
	organisation: maybe(organisation('Who answers for it')),
	with: v.optional(v.array(organisation('Took part')), []),
	work_packages: v.optional(v.array(workPackage('It serves')), []),
	text: long(4000, 'What it was about'),
	url: maybe(address('On the web')),
	level: v.optional(v.picklist(['PU', 'SEN']), 'PU'),
	authors: long(500, 'Of a publication'),
	venue: long(300, 'Journal, conference, site, newspaper'),
	doi: maybe(v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI such as 10.3390/su18041901'))),
	licence: maybe(text(60, 'Such as CC BY 4.0')),
	...provenance
});
