import type { PersonalHint } from '#lib/domain/catalogue/personal-data.ts';
import { ELEMENT_WORDS } from './elements.ts';

const WHAT: Readonly<Record<PersonalHint['kind'], (found: string) => string>> = {
	mail: (found) => `the e-mail address ${found}; the public pages leave it out`,
	phone: (found) => `what looks like a phone number: ${found}`,
	person: (found) => `the name of a person of the project: ${found}`
};

export function personalHintText({ element, kind, found }: PersonalHint): string {
	return `${ELEMENT_WORDS[element].label}: ${WHAT[kind](found)}.`;
}
