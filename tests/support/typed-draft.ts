import type { AlgorithmDraft, DraftRow } from '#lib/domain/catalogue/algorithm-draft.ts';

/** The fields that the form of the algorithm sends for a draft. */
export function typedDraft({ head, steps }: AlgorithmDraft): Record<string, string | string[]> {
	const fields: Record<string, string | string[]> = {};
	const add = (prefix: string, row: DraftRow) => {
		for (const [name, value] of Object.entries(row))
			fields[prefix + name] = typeof value === 'string' ? value : [...value];
	};
	add('', head);
	steps.forEach(({ row, requires, record }, index) => {
		add(`s${index}-`, row);
		requires.forEach((one, line) => add(`s${index}-q${line}-`, one));
		record.forEach((one, line) => add(`s${index}-r${line}-`, one));
	});
	return fields;
}
