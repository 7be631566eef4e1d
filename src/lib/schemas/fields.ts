import * as v from 'valibot';
import { isDay } from '#lib/domain/days.ts';

/** A form that is only its button. */
export const NothingSchema = v.object({});

/** A required calendar day. */
export const Day = v.pipe(
	v.string('Choose a day.'),
	v.trim(),
	v.minLength(1, 'Choose a day.'),
	v.check((text) => isDay(text), 'A day is written like 2026-06-15.')
);

/** A day or nothing. */
export const OptionalDay = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.check((text) => text === '' || isDay(text), 'A day is written like 2026-06-15.'),
	v.transform((text) => (text === '' ? null : text))
);

/** The version of a record that the page showed; the form carries it unseen. */
export const Version = v.pipe(
	v.string('Reload the page.'),
	v.regex(/^\d{1,9}$/, 'Reload the page.'),
	v.transform(Number)
);

export const requiredText = (what: string, most = 2000) =>
	v.pipe(v.string(what), v.trim(), v.minLength(1, what), v.maxLength(most, `At most ${most} characters.`));

export const optionalText = (most = 2000) =>
	v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most, `At most ${most} characters.`));

export const Id = v.pipe(v.string('Reload the page.'), v.uuid('Reload the page.'));

/** Several records, each once however often a form names it. */
export const Ids = v.pipe(
	v.optional(v.array(Id), []),
	v.transform((ids) => [...new Set(ids)])
);

/** A project month or nothing. */
export const OptionalMonth = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.regex(/^$|^[1-9]\d{0,2}$/, 'Enter a project month such as 18.'),
	v.transform((text) => (text === '' ? null : Number(text)))
);
