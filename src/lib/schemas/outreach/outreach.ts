import * as v from 'valibot';
import { OUTREACH_KINDS } from '#lib/domain/outreach/outreach.ts';
import { OUTREACH_STATES } from '#lib/domain/outreach/states.ts';
import { doiOf } from '#lib/domain/outreach/rules.ts';
import { OptionalDay, optionalText, requiredText, Version } from '#lib/schemas/fields.ts';
import { OptionalId } from '#lib/schemas/meetings/fields.ts';

export const Ids = v.optional(v.array(v.pipe(v.string(), v.trim(), v.maxLength(60))), []);

const orNull = (most: number) =>
	v.pipe(
		optionalText(most),
		v.transform((text) => (text === '' ? null : text))
	);

export const Country = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^([A-Z]{2})?$/, 'Choose a country.'),
	v.transform((text) => (text === '' ? null : text))
);

/** The end of something does not come before its beginning. */
export const hasDaysInOrder = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
	endsOn === null || (startsOn !== null && endsOn >= startsOn);
export const DAYS_IN_ORDER = 'The last day is not before the first.';

const fields = {
	kind: v.picklist(OUTREACH_KINDS, 'Choose what it is.'),
	state: v.picklist(OUTREACH_STATES, 'Say whether it took place.'),
	title: requiredText('Give it a title.', 300),
	startsOn: OptionalDay,
	endsOn: OptionalDay,
	place: optionalText(200),
	country: Country,
	organisationId: OptionalId,
	organisationIds: Ids,
	workPackageIds: Ids,
	summary: optionalText(4000),
	url: orNull(2000),
	level: v.picklist(['PU', 'SEN'], 'Choose who may see it.'),
	authors: optionalText(500),
	venue: optionalText(300),
	doi: v.pipe(
		optionalText(300),
		v.transform((text) => (text === '' ? null : doiOf(text)))
	),
	licence: orNull(60)
};

export const RecordOutreach = v.pipe(
	v.object(fields),
	v.forward(v.partialCheck([['startsOn'], ['endsOn']], hasDaysInOrder, DAYS_IN_ORDER), ['endsOn'])
);
export type RecordOutreach = v.InferOutput<typeof RecordOutreach>;

export const EditOutreach = v.pipe(
	v.object({ ...fields, version: Version }),
	v.forward(v.partialCheck([['startsOn'], ['endsOn']], hasDaysInOrder, DAYS_IN_ORDER), ['endsOn'])
);
export type EditOutreach = v.InferOutput<typeof EditOutreach>;

export const ConfirmVisibility = v.pipe(
	v.object({
		version: Version,
		visibility: v.picklist(['confirmed', 'incomplete', 'not-applicable'], 'Say whether they are there.'),
		reason: optionalText(500)
	}),
	v.forward(
		v.partialCheck(
			[['visibility'], ['reason']],
			({ visibility, reason }) => visibility === 'confirmed' || reason !== '',
			'Say what is missing, or why they are not owed.'
		),
		['reason']
	)
);
export type ConfirmVisibility = v.InferOutput<typeof ConfirmVisibility>;
