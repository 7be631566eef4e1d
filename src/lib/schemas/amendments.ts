import * as v from 'valibot';
import { withDecision } from '#lib/domain/meetings/decisions.ts';
import { PLAN_KINDS } from '#lib/domain/items.ts';
import { Day, OptionalDay, OptionalMonth, optionalText, requiredText, Version } from './fields.ts';

const OptionalId = v.pipe(
	v.optional(v.string(), ''),
	v.transform((id) => (id === '' ? null : id))
);

/** What the form says of a record that is in the plan; fields that its kind lacks are simply not there. */
const AmendedRecord = v.pipe(
	v.object({
		id: v.string(),
		version: Version,
		title: requiredText('Enter a title.', 500),
		lead: OptionalId,
		dueMonth: OptionalMonth,
		dueOn: OptionalDay,
		startMonth: OptionalMonth,
		endMonth: OptionalMonth,
		leaves: v.optional(v.picklist(['stays', 'withdrawn', 'merged'], 'Choose one.'), 'stays'),
		into: OptionalId
	}),
	v.forward(
		v.check(({ leaves, into }) => leaves !== 'merged' || into !== null, 'Choose what it is merged into.'),
		['into']
	)
);
export type AmendedRecord = v.InferOutput<typeof AmendedRecord>;

const NewRecord = v.object({
	id: v.string(),
	kind: v.picklist(PLAN_KINDS, 'Choose a kind.'),
	code: requiredText('Enter a code such as D4.6 or MS12.', 20),
	title: requiredText('Enter a title.', 500),
	workPackage: requiredText('Choose a work package.', 60),
	lead: OptionalId,
	dueMonth: OptionalMonth,
	dueOn: OptionalDay,
	type: OptionalId,
	level: OptionalId,
	means: optionalText(4000)
});
export type NewRecord = v.InferOutput<typeof NewRecord>;

type Form = Record<string, string | string[]>;

/** The fields `title-<id>`, `lead-<id>` … of one record, by their bare names. */
function fieldsOf(form: Form, id: string): Record<string, unknown> {
	const ending = `-${id}`;
	const own = Object.entries(form).filter(([name]) => name.endsWith(ending));
	return { id, ...Object.fromEntries(own.map(([name, value]) => [name.slice(0, -ending.length), value])) };
}

/** `record[]` names the amended records, `addition[]` the new ones; one whose code is empty was not meant. */
export const SignAmendmentSchema = v.pipe(
	v.objectWithRest(
		{
			reference: requiredText('Give the reference of the amendment.', 200),
			signedOn: Day,
			note: optionalText(4000),
			record: v.optional(v.array(v.string()), []),
			addition: v.optional(v.array(v.string()), [])
		},
		v.union([v.string(), v.array(v.string())])
	),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const { reference, signedOn, note, record, addition, ...form } = dataset.value;
		let failed = false;
		const read = <S extends v.GenericSchema>(schema: S, id: string): v.InferOutput<S>[] => {
			const parsed = v.safeParse(schema, fieldsOf(form, id));
			if (parsed.success) return [parsed.output];
			failed = true;
			for (const issue of parsed.issues) {
				const key = `${v.getDotPath(issue) ?? ''}-${id}`;
				const path = {
					type: 'object',
					origin: 'value',
					input: dataset.value,
					key,
					value: form[key]
				} as const;
				addIssue({ message: issue.message, path: [path] });
			}
			return [];
		};
		const records = record.flatMap((id) => read(AmendedRecord, id));
		const meant = addition.filter((id) => form[`code-${id}`] !== '');
		const additions = meant.flatMap((id) => read(NewRecord, id));
		const { decision = '' } = form;
		const told = typeof decision === 'string' ? withDecision(note, decision) : note;
		return failed ? NEVER : { reference, signedOn, note: told, records, additions };
	})
);
export type SignAmendment = v.InferOutput<typeof SignAmendmentSchema>;
