import * as v from 'valibot';

/** What a person typed, by field; a field named with `[]` holds a list. */
export type Typed = Record<string, string | string[]>;

/** What an action says when it refuses: what was typed is kept, and every reason is given at once. */
export interface FormFailure {
	/** Name of the action that failed, so that a page with several forms knows which. */
	action: string;
	values: Typed;
	issues: Record<string, string>;
	reasons: { text: string; next: string | null }[];
	/** On a conflict: what stands now, by field. */
	theirs: Record<string, string> | null;
	/** What the act would do, where the form asked only that; nothing was changed. */
	preview?: readonly { text: string; next: string | null }[];
}

/** The text fields of a form; files are left to the upload endpoint. U+0000, which PostgreSQL cannot store, is dropped. */
export function typedValues(form: FormData): Typed {
	const typed: Typed = {};
	for (const name of new Set(form.keys())) {
		const texts = form.getAll(name).filter((value) => typeof value === 'string');
		const values = texts.map((text) => text.replaceAll('\0', ''));
		if (name.endsWith('[]')) typed[name.slice(0, -2)] = values;
		else typed[name] = values.at(-1) ?? '';
	}
	return typed;
}

/** Never sent back to the page. */
const SECRET = /password|secret|token/i;

export function isSecret(name: string): boolean {
	return SECRET.test(name);
}

export function withoutSecrets(typed: Typed): Typed {
	return Object.fromEntries(Object.entries(typed).filter(([name]) => !isSecret(name)));
}

/** One sentence for each field that does not fit. */
export function issuesByField(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	const byField: Record<string, string> = {};
	for (const issue of issues) {
		const field = v.getDotPath(issue)?.split('.')[0] ?? '';
		byField[field] ??= issue.message;
	}
	return byField;
}
