import { typed, type FormState } from '#lib/components/form-state.ts';

/** Name, id, value and error of a field of one record: what was typed, or else what stands. */
export function fieldOf(form: FormState | null, id: string) {
	return (field: string, stored: string) => {
		const name = `${field}-${id}`;
		return { name, id: name, value: typed(form, name, stored), error: form?.issues[name] };
	};
}

export function leadOptions(organisations: readonly { id: string; acronym: string; name: string }[]) {
	return organisations.map(({ id, acronym, name }) => ({ value: id, label: `${acronym} – ${name}` }));
}

export function codeOptions(items: readonly { id: string; code: string; title: string }[]) {
	return items.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }));
}
