import type { EntryReason } from '#lib/domain/catalogue/entry-edits.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { ELEMENT_WORDS } from './elements.ts';

type ByCode = { [Code in EntryReason['code']]: Extract<EntryReason, { code: Code }> };

const LOCKED = {
	'on-hold': { text: 'This entry is on hold', next: 'Resume it first; then everything can be edited again.' },
	merged: { text: 'This entry was merged into another one', next: 'Edit the entry it was merged into.' },
	retired: { text: 'This entry is retired', next: 'It stays citable as it is. Start a new entry instead.' }
} as const;

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'entry-locked': ({ state, reason }) => ({
		text: `${LOCKED[state].text}${reason === '' ? '' : ` (${reason})`}, and nothing in it can change.`,
		next: LOCKED[state].next
	}),
	'catalogue-package-missing': ({ number }) => ({
		text: `The catalogue belongs to WP${number}, which this project does not have.`,
		next: 'The coordinator publishes an algorithm that names an existing work package.'
	}),
	'element-reason-needed': ({ element }) => ({
		text: `Nobody can tell why “${ELEMENT_WORDS[element].label}” does not apply.`,
		next: 'Say it in a sentence; readers and reviewers see it.'
	}),
	'element-unfit': ({ element, issue }) => ({
		text: `“${ELEMENT_WORDS[element].label}” cannot be stored like this: ${issue}`,
		next: 'Correct it; nothing was changed.'
	}),
	'body-already': ({ organisation }) => ({
		text: `${organisation} is an awarding body of this entry already.`,
		next: null
	}),
	'body-owns': ({ organisation }) => ({
		text: `${organisation} owns this entry, and so awards it anyway.`,
		next: 'Choose another organisation.'
	})
};

export function isEntryReason(reason: { code: string }): reason is EntryReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function entrySentence(reason: EntryReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}
