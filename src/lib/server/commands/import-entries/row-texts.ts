import type { ReadRow } from './read-row.ts';

/** The title a new entry starts with: in English, else in the first language that the row has one in. */
export function titleOfRow({ elements }: ReadRow): { language: string; text: string } | undefined {
	const title = elements.find(({ element }) => element === 'title');
	if (title?.standing !== 'value') return undefined;
	const texts = title.cells.map(({ column, value }) => ({
		language: column.field.slice('text.'.length),
		text: String(value)
	}));
	return texts.find(({ language }) => language === 'en') ?? texts[0];
}

export function themeOfRow({ elements }: ReadRow): string {
	const theme = elements.find(({ element }) => element === 'theme');
	return theme?.standing === 'value' ? String(theme.cells[0]?.value ?? '') : '';
}
