import * as v from 'valibot';
import { Id, optionalText, requiredText } from '#lib/schemas/fields.ts';
import { ELEMENT_SCHEMAS, isStoredElement } from './content.ts';

export const CreateEntrySchema = v.object({
	organisationId: Id,
	title: requiredText('Enter a working title.', 300),
	language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'Choose a language.')), 'en'),
	theme: optionalText(80)
});
export type CreateEntry = v.InferOutput<typeof CreateEntrySchema>;

export const StoredElementCode = v.custom<keyof typeof ELEMENT_SCHEMAS>(
	(code) => typeof code === 'string' && isStoredElement(code),
	'Reload the page.'
);
