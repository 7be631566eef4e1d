import * as v from 'valibot';
import { Id, optionalText, requiredText, Version } from '#lib/schemas/fields.ts';
import { ELEMENT_SCHEMAS, isStoredElement } from './content.ts';
import { readElement } from './read-element.ts';

export const CreateEntrySchema = v.object({
	organisationId: Id,
	title: requiredText('Enter a working title.', 300),
	language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'Choose a language.')), 'en'),
	theme: optionalText(80)
});
export type CreateEntry = v.InferOutput<typeof CreateEntrySchema>;

const StoredElementCode = v.custom<keyof typeof ELEMENT_SCHEMAS>(
	(code) => typeof code === 'string' && isStoredElement(code),
	'Reload the page.'
);

/** One element as its form in the editor sends it. */
export const SetElementSchema = v.pipe(
	v.objectWithRest(
		{
			itemId: Id,
			element: StoredElementCode,
			version: Version,
			standing: v.optional(v.picklist(['value', 'not-applicable']), 'value'),
			reason: optionalText(1000)
		},
		v.optional(v.union([v.string(), v.array(v.string())]))
	),
	v.transform(({ itemId, element, version, standing, reason, ...typed }) => ({
		itemId,
		element,
		version,
		standing,
		reason,
		value: readElement(element, typed)
	})),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed || dataset.value.standing !== 'value') return;
		const parsed = v.safeParse(ELEMENT_SCHEMAS[dataset.value.element], dataset.value.value);
		for (const issue of parsed.issues ?? []) addIssue({ message: issue.message });
	})
);

export const EntryBodySchema = v.object({ itemId: Id, organisationId: Id });
export type EntryBodyChange = v.InferOutput<typeof EntryBodySchema>;
