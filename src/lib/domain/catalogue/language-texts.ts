import { textsOf, type EntryContent, type StoredElement } from './content.ts';

/** What every language is asked for; the others once any language has a text there. */
const ALWAYS: readonly StoredElement[] = [
	'title',
	'description',
	'learning-outcomes',
	'target-group',
	'need'
];
const WHERE_USED: readonly StoredElement[] = ['prerequisites', 'stackability', 'further-information'];

export interface LanguageTexts {
	language: string;
	/** Texts that are there, of those that any language has or must have. */
	count: number;
	of: number;
	missing: StoredElement[];
}

/** How far an entry is in each language. A list of outcomes counts once, when every outcome has the language. */
export function languageTexts(content: EntryContent, languages: readonly string[]): LanguageTexts[] {
	const used = WHERE_USED.filter((element) =>
		textsOf(element, content).some((texts) => Object.keys(texts).length > 0)
	);
	const asked = [...ALWAYS, ...used].filter((element) => content[element]?.standing !== 'not-applicable');
	return languages.map((language) => {
		const missing = asked.filter((element) => {
			const all = textsOf(element, content);
			return all.length === 0 || all.some((texts) => !texts[language]);
		});
		return { language, count: asked.length - missing.length, of: asked.length, missing };
	});
}
