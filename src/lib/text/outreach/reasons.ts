import type { OutreachReason } from '#lib/domain/outreach/reasons.ts';
import { dayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';

type ByCode = { [Code in OutreachReason['code']]: Extract<OutreachReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'links-none': () => ({
		text: 'There is no address to look at.',
		next: 'Addresses are looked at once what they show took place or is out.'
	}),
	'links-just-checked': () => ({
		text: 'It was looked at a few minutes ago.',
		next: 'Wait ten minutes, so that nobody’s site is asked again and again.'
	}),
	'outreach-not-begun': ({ day }) => ({
		text: `It cannot have taken place: it begins on ${dayText(day)}.`,
		next: 'Leave it planned, or correct the day.'
	}),
	'outreach-day-missing': () => ({
		text: 'What is planned needs the day it is planned for.',
		next: 'Enter the day, or say that it took place.'
	}),
	'outreach-cancelled': ({ record }) => ({ text: `${record} was cancelled.`, next: null }),
	'outreach-not-public': ({ record }) => ({
		text: `${record} is not public, so it owes no emblem and no disclaimer.`,
		next: null
	}),
	'organiser-stays': ({ record }) => ({
		text: `Your organisation takes part in ${record}, and does not organise it.`,
		next: 'Ask its organiser or the coordinator to name another one.'
	}),
	'heads-not-yet': ({ record, state }) => ({
		text: `${record} is ${state}: nobody can be counted yet.`,
		next: 'Say first that it took place.'
	}),
	'heads-twice': ({ role, kind, organisation }) => ({
		text: `There is a line for ${role}, ${kind}${organisation === '' ? '' : `, ${organisation}`} already.`,
		next: 'Change that line.'
	}),
	'heads-list-unknown': () => ({
		text: 'This attendance list is not evidence of the record.',
		next: 'Add it to the evidence first, then choose it.'
	}),
	'doi-shape': ({ doi }) => ({
		text: `“${doi}” is no DOI.`,
		next: 'A DOI begins with 10., such as 10.3390/su18041901.'
	}),
	'outreach-unchanged': ({ record }) => ({ text: `${record} says this already.`, next: null })
};

export function isOutreachReason(reason: { code: string }): reason is OutreachReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function outreachSentence(reason: OutreachReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}
