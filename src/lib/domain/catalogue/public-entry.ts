import type { ElementValues, EntryContent, Held, StoredElement, Texts } from './content.ts';

/** An awarding body as anybody may know it. */
export interface PublicBody {
	organisationId: string;
	code: string;
	acronym: string;
	/** Its legal name today. */
	name: string;
	country: string;
	city: string | null;
}

/** A published entry: everything that leaves the consortium is made from this, and it knows no person. */
export interface PublicEntry {
	id: string;
	code: string;
	/** In English where there is an English one. */
	title: string;
	publicSince: string;
	/** When its public content last changed. */
	changedAt: string;
	/** No longer offered; it stays where it is, so that it can be cited. */
	ended: 'retired' | 'merged' | null;
	/** Step of the algorithm it stands on. */
	state: string;
	/** Code of the published entry it became part of. */
	mergedInto: string | null;
	isSample: boolean;
	content: EntryContent;
	/** The owner first. */
	bodies: readonly PublicBody[];
	theme: string | null;
}

/** For the consortium alone: the case for an entry, who took part in it, and a contact that may be a person. */
const INTERNAL: readonly string[] = ['need', 'cohorts', 'contact'] satisfies StoredElement[];

export function isPublicElement(element: string): boolean {
	return !INTERNAL.includes(element);
}

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu;

export function mailsIn(text: string): string[] {
	return text.includes('@') ? [...text.matchAll(MAIL)].map(([found]) => found) : [];
}

/** A text without the mail addresses that somebody wrote into it. */
export function withoutMail(text: string): string {
	return text.includes('@') ? text.replace(MAIL, '').trim() : text;
}

/** The text in this language, else in English, else in any; undefined where there is none. */
export function textIn(texts: Texts, language: string): { text: string; lang: string } | undefined {
	for (const lang of [language, 'en', ...Object.keys(texts)]) {
		const text = Object.hasOwn(texts, lang) ? texts[lang] : undefined;
		if (text) return { text, lang };
	}
	return undefined;
}

/** The value of an element; undefined where it has none or does not apply. */
export function valueOf<E extends StoredElement>(
	content: EntryContent,
	element: E
): ElementValues[E] | undefined {
	const held: Held<ElementValues[E]> | undefined = content[element];
	return held?.standing === 'value' ? held.value : undefined;
}

/** Words it is looked for by. What is made up says so wherever it goes. */
export function keywordsOf({ content, theme, isSample }: PublicEntry): string[] {
	const skills = (valueOf(content, 'skills') ?? []).map(({ label }) => label);
	return [...new Set([...skills, ...(theme === null ? [] : [theme]), ...(isSample ? ['Sample data'] : [])])];
}
