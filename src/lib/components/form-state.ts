/** What a page knows of the form it was just sent: the failure an action answered with. */
export interface FormState {
	values: Readonly<Record<string, string | string[]>>;
	issues: Readonly<Record<string, string>>;
	reasons: readonly { text: string; next: string | null }[];
	theirs: Readonly<Record<string, string>> | null;
}

/** Every issue and reason of a refused form, for the list above it; `prefix` where ids are not the names. */
export function formProblems(form: FormState | null | undefined, prefix = '') {
	if (!form) return [];
	const conflict = form.theirs
		? [{ text: 'Somebody else changed this meanwhile.', next: 'Reload the page.' }]
		: [];
	return [
		...form.reasons.map(({ text, next }) => ({ text, next: next ?? undefined })),
		...Object.entries(form.issues).map(([field, text]) => ({
			text,
			field: field === '' ? undefined : prefix + field
		})),
		...conflict
	];
}

/** What was typed into a field before the form was refused, or what stood there. */
export function typed(form: FormState | null | undefined, field: string, stored = ''): string {
	const value = form?.values[field];
	return typeof value === 'string' ? value : stored;
}

/** Name, value and issue of a field, by its name: spread them onto its component. */
export function fieldOf(form: FormState | null | undefined, stored: Readonly<Record<string, string>>) {
	return (name: string) => ({ name, value: typed(form, name, stored[name]), error: form?.issues[name] });
}
