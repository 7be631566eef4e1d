/** What the fields of the editor are chosen from. */
export interface ElementChoices {
	/** Every language of the project. */
	languages: readonly { code: string; name: string }[];
	/** Those shown from the start; the others are one click away. */
	asked: readonly string[];
}

export type Fields = Readonly<Record<string, string | string[]>>;

export function one(fields: Fields, name: string): string {
	const value = fields[name];
	return typeof value === 'string' ? value : '';
}

export function many(fields: Fields, name: string): readonly string[] {
	const value = fields[name];
	return Array.isArray(value) ? value : [];
}
