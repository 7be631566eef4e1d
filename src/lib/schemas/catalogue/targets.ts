import * as v from 'valibot';
import { TARGET_MEASURES, TARGET_SCOPES } from '#lib/domain/catalogue/targets.ts';
import { Day, Id, requiredText, Version } from '#lib/schemas/fields.ts';

/** `country:KZ`, `theme:water`, `level:6`, `organisation:…`, `project:`. */
const Scope = v.pipe(
	v.string('Choose what it counts.'),
	v.maxLength(200, 'Choose what it counts.'),
	v.transform((text) => {
		const at = text.indexOf(':');
		return { scopeKind: text.slice(0, at), scopeCode: text.slice(at + 1) };
	}),
	v.object({ scopeKind: v.picklist(TARGET_SCOPES, 'Choose what it counts.'), scopeCode: v.string() })
);

const Amount = v.pipe(
	v.string('Enter a number.'),
	v.trim(),
	v.regex(/^\d{1,6}([.,]\d{1,2})?$/, 'Enter a number such as 40.'),
	v.transform((text) => Number(text.replace(',', '.'))),
	v.minValue(0.01, 'A target is more than nothing.')
);

/** The decision behind it, if one was chosen. */
const Decision = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'At most 200 characters.')));

/** What it would change was read, and is meant. */
const Confirmed = v.optional(v.literal('yes'));

const fields = {
	title: requiredText('Name the target.', 200),
	amount: Amount,
	dueOn: Day,
	decision: Decision,
	confirmed: Confirmed
};

export const SetTargetSchema = v.object({
	...fields,
	scope: Scope,
	measure: v.picklist(TARGET_MEASURES, 'Choose what is counted.'),
	countingState: requiredText('Choose from which step on an entry counts.', 40)
});
export type SetTarget = v.InferOutput<typeof SetTargetSchema>;

/** What is counted stays: a target that counts something else is another target. */
export const ChangeTargetSchema = v.object({
	...fields,
	targetId: Id,
	version: Version,
	reason: requiredText('Say why the target changes.', 1000)
});
export type ChangeTarget = v.InferOutput<typeof ChangeTargetSchema>;

export const EndTargetSchema = v.object({
	targetId: Id,
	version: Version,
	confirmed: Confirmed,
	reason: requiredText('Say why the target ends.', 1000)
});
export type EndTarget = v.InferOutput<typeof EndTargetSchema>;
