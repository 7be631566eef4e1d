import * as v from 'valibot';
import { Day, optionalText, requiredText, Version } from './fields.ts';

const nullable = (most: number) =>
	v.pipe(
		optionalText(most),
		v.transform((text) => (text === '' ? null : text))
	);

export const ProjectSettingsSchema = v.object({
	version: Version,
	acronym: requiredText('Enter the acronym.', 40),
	title: requiredText('Enter the title.', 500),
	grantNumber: nullable(40),
	callCode: nullable(80),
	programme: nullable(200),
	grantingAuthority: nullable(200),
	website: v.pipe(
		nullable(500),
		v.check((text) => text === null || /^https?:\/\/\S+$/.test(text), 'An address begins with https://.')
	),
	startOn: Day,
	durationMonths: v.pipe(
		v.string('Enter a number of months.'),
		v.trim(),
		v.regex(/^\d{1,3}$/, 'Enter a number of months.'),
		v.transform(Number),
		v.minValue(1, 'At least one month.'),
		v.maxValue(120, 'At most 120 months.')
	),
	timeZone: v.pipe(
		v.string('Enter a time zone.'),
		v.trim(),
		v.check(isTimeZone, 'Enter an IANA zone such as Europe/Madrid.')
	),
	reference: optionalText(200)
});
export type ProjectSettings = v.InferOutput<typeof ProjectSettingsSchema>;

function isTimeZone(name: string): boolean {
	try {
		return name.includes('/') && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
	} catch {
		return false;
	}
}
