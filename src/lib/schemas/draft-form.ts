import * as v from 'valibot';

type Typed = Record<string, string | string[]>;

const TypedForm = v.record(v.string(), v.union([v.string(), v.array(v.string())]));

/** What was typed, and what it says once it is sent for good; null while it is only worked on. */
export interface DraftOrSent<Sent> {
	typed: Typed;
	sent: Sent | null;
}

const SENDING = ['', 'publish', 'preview'];

/** A form with buttons (`do`) that arrange its rows, keep it as a draft or discard it, beside those that send it. */
export function draftForm<Sent>(
	schema: v.GenericSchema<Record<string, string | string[] | undefined>, Sent>
): v.GenericSchema<Typed, DraftOrSent<Sent>> {
	return v.pipe(
		TypedForm,
		v.rawTransform(({ dataset: { value: typed }, addIssue, NEVER }) => {
			const act = typed['do'] ?? '';
			if (typeof act === 'string' && !SENDING.includes(act)) return { typed, sent: null };
			const parsed = v.safeParse(schema, typed);
			if (parsed.success) return { typed, sent: parsed.output };
			for (const { message, path } of parsed.issues) addIssue(path ? { message, path } : { message });
			return NEVER;
		})
	);
}

/** A draft as it was stored. */
export function parseTyped(text: string): Typed {
	return v.parse(TypedForm, JSON.parse(text));
}
