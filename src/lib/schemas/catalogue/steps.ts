import * as v from 'valibot';
import { Day } from '#lib/schemas/fields.ts';

const id = v.pipe(v.string(), v.trim(), v.minLength(1, 'Choose one.'), v.maxLength(60));
const reason = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1, 'Say why.'),
	v.maxLength(2000, 'At most 2,000 characters.')
);
const RECORD = 'record-';

export interface TakeStep {
	/** The state to enter, as the form showed it. */
	state: string;
	note: string;
	record: Readonly<Record<string, string>>;
}

/** The form of a step: fields named `record-…` are what the algorithm asks for on entering it. */
export const TakeStep: v.GenericSchema<Record<string, string | string[]>, TakeStep> = v.pipe(
	v.record(v.string(), v.union([v.string(), v.array(v.string())])),
	v.transform((typed) => {
		const texts = Object.entries(typed).filter(
			(field): field is [string, string] => typeof field[1] === 'string'
		);
		const record = texts.flatMap(([name, text]) =>
			name.startsWith(RECORD) ? [[name.slice(RECORD.length), text.trim()] as const] : []
		);
		const { state = '', note = '' } = Object.fromEntries(texts);
		return { state, note: note.trim(), record: Object.fromEntries(record) };
	}),
	v.object({
		state: v.pipe(v.string(), v.maxLength(40)),
		note: v.pipe(v.string(), v.maxLength(2000, 'At most 2,000 characters.')),
		record: v.record(v.string(), v.pipe(v.string(), v.maxLength(2000, 'At most 2,000 characters.')))
	})
);

export const ReturnEntry = v.object({ reason });
export type ReturnEntry = v.InferOutput<typeof ReturnEntry>;

export const HoldEntry = v.object({ reason, untilOn: Day });
export type HoldEntry = v.InferOutput<typeof HoldEntry>;

export const ResumeEntry = v.object({
	note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, 'At most 2,000 characters.')), '')
});
export type ResumeEntry = v.InferOutput<typeof ResumeEntry>;

export const MergeEntry = v.object({
	into: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.minLength(1, 'Enter its code.'), v.maxLength(40)),
	reason
});
export type MergeEntry = v.InferOutput<typeof MergeEntry>;

export const RetireEntry = v.object({ reason });
export type RetireEntry = v.InferOutput<typeof RetireEntry>;

const requirement = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'Choose what it proves.'));
const level = v.optional(v.picklist(['PU', 'SEN'], 'Choose public or sensitive.'), 'SEN');

export const UploadProof = v.object({ requirement, level });
export const LinkProof = v.object({
	requirement,
	level,
	url: v.pipe(v.string(), v.trim(), v.minLength(1, 'Enter an address.'), v.maxLength(2000)),
	title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300, 'At most 300 characters.')), '')
});
export const ReuseProof = v.object({ requirement, evidenceId: id });
export const UnlinkProof = v.object({ useId: id });
