import * as v from 'valibot';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import { Id, OptionalDay, optionalText } from '#lib/schemas/fields.ts';

const ElementOrAll = v.pipe(
	v.optional(v.string(), ''),
	v.custom<Element | ''>(
		(code) => code === '' || (typeof code === 'string' && isElement(code)),
		'Reload the page.'
	)
);

export const AssignDutySchema = v.object({
	itemId: Id,
	/** One element; empty for everything that is open. */
	element: ElementOrAll,
	personId: v.pipe(v.string('Choose a person.'), v.uuid('Choose a person.')),
	dueOn: OptionalDay,
	note: optionalText(500)
});
export type AssignDuty = v.InferOutput<typeof AssignDutySchema>;
