import * as v from 'valibot';
import { SECTION_CODES } from '#lib/domain/reports/reports.ts';
import { Version } from './fields.ts';

export const WriteReport = v.object({
	section: v.picklist(SECTION_CODES, 'Reload the page.'),
	version: Version,
	text: v.pipe(
		v.string('Write the section.'),
		v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
		v.minLength(1, 'Write the section.'),
		v.maxLength(30_000, 'At most 30,000 characters.')
	)
});
export type WriteReport = v.InferOutput<typeof WriteReport>;
