import type { RightsReason } from '#lib/domain/rights-reasons.ts';
import { dayText, instantText } from './dates.ts';
import type { Sentence } from './sentence.ts';

type ByCode = { [Code in RightsReason['code']]: Extract<RightsReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'own-conflict': () =>
		say('Nobody ends a conflict of interest declared about themselves.', 'Another QA lead ends it.'),
	'rights-ended': () =>
		say(
			'Your rights in this project changed while this was under way.',
			'Reload the page to see what you may do now. What you typed is kept here.'
		),
	'account-unproven': (reason) =>
		say(
			`${reason.person} chose the password by a link that ${reason.inviter} had seen too.`,
			'Send a new link from this page: it goes by mail only. Once it was used, confirm the role.'
		),
	'deputy-elsewhere': (reason) =>
		say(
			`${reason.deputy} is not in ${reason.organisation}, for which ${reason.person} works.`,
			'A deputy comes from the same organisation.'
		),
	'deputy-oneself': () => say('Nobody is their own deputy.', 'Choose somebody else.'),
	'deputy-overlaps': (reason) =>
		say(
			`${reason.deputy} stands in for ${reason.person} on some of these days already.`,
			'End that first, or choose other days.'
		),
	'deputy-dates': (reason) =>
		say(`${dayText(reason.toOn)} is before ${dayText(reason.fromOn)}.`, 'Enter the first day first.'),
	'deputy-over': (reason) =>
		say(`${dayText(reason.toOn)} has passed.`, 'Enter a last day that is still to come.'),
	'deputy-not-open': () => say('This has been decided or has ended already.', 'Reload the page.'),
	'deputy-confirms': (reason) =>
		say(`Only ${reason.deputy} can agree to this.`, `${reason.deputy} finds it on the account page.`),
	'look-open': (reason) =>
		say(
			`Your look is open until ${instantText(reason.untilAt, 'UTC')}.`,
			'Wait until it is over, or end it first.'
		),
	'look-over': () => say('This look is over.', 'Reload the page.'),
	'same-organisation': (reason) =>
		say(`${reason.person} works for ${reason.organisation} already.`, 'Choose another organisation.'),
	'move-not-today': (reason) =>
		say(
			`${dayText(reason.fromOn)} is not between the day the membership began and today, ${dayText(reason.today)}.`,
			'Enter a day on which the person had joined, today at the latest.'
		)
};

export function isRightsReason(reason: { code: string }): reason is RightsReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function rightsSentence(reason: RightsReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string): Sentence {
	return { text, next };
}
