import * as v from 'valibot';
import { ORIGINS } from '#lib/domain/origin.ts';

/** What every part of a project file is made of. Messages follow "path: ". */
export const text = (most: number, description: string) =>
	v.pipe(
		v.string(),
		v.minLength(1, 'must not be empty'),
		v.maxLength(most, `must have at most ${most} characters`),
		v.description(description)
	);

export const maybe = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);

const written = (pattern: RegExp, message: string, description: string) =>
	v.pipe(v.string(), v.regex(pattern, message), v.description(description));

export const whole = (least: number, most: number, description: string) =>
	v.pipe(
		v.number(),
		v.integer('must be a whole number'),
		v.minValue(least, `must be at least ${least}`),
		v.maxValue(most, `must be at most ${most}`),
		v.description(description)
	);

export const day = (description: string) =>
	v.pipe(v.string(), v.isoDate('must be a day such as 2026-06-15'), v.description(description));

export const month = (description: string) =>
	whole(1, 120, `${description}, as a project month: 1 is the first`);

export const address = (description: string) =>
	v.pipe(
		v.string(),
		v.maxLength(2000, 'must have at most 2000 characters'),
		v.regex(/^https?:\/\/\S+$/, 'must be an address that begins with https:// or http://'),
		v.description(description)
	);

export const organisation = (description: string) =>
	written(
		/^[a-z0-9][a-z0-9-]{0,29}$/,
		'must be the code of an organisation: small letters, digits and hyphens, at most 30',
		description
	);

/** A project of such a name would stand behind a page of the installation. */
const OWN_PAGES =
	'account|calendar|healthz|installation|link|login|logout|open|readyz|send-again|theme|unsubscribe';

export const slug = written(
	new RegExp(`^(?!(${OWN_PAGES})$)[a-z0-9][a-z0-9-]{0,39}$`),
	'must be small letters, digits and hyphens, at most 40, and no page of the installation such as login',
	'Name of the project in addresses: /leslie'
);

export const itemCode = (description: string) =>
	written(/^[A-Z]{1,4}\d{1,3}(\.\d{1,3})?$/, 'must be a code such as D4.2 or MS3', description);

export const taskNumber = written(/^T\d{1,2}\.\d{1,3}$/, 'must be a number such as T4.1', 'T4.1');

export const workPackage = (description: string) => whole(1, 99, description);

const origin = v.pipe(
	v.picklist(ORIGINS),
	v.description(
		'entered: by the consortium. stated or inferred: from public sources, which are given. sample: invented, shown as sample data and removed with it.'
	)
);

const source = v.strictObject({
	url: maybe(address('Where it is said')),
	field: maybe(text(40, 'The field this source speaks of; without it, the whole record')),
	origin: maybe(
		v.pipe(v.picklist(ORIGINS), v.description('How sure this field is, where it differs from the record'))
	),
	note: v.optional(v.pipe(v.string(), v.maxLength(2000, 'must have at most 2000 characters')), '')
});

/** Every record says where it comes from. */
export const provenance = {
	origin: v.optional(origin, 'entered'),
	sources: v.optional(v.array(source), [])
};

export type Source = v.InferOutput<typeof source>;
