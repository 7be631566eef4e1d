import type { IndicatorReason } from '#lib/domain/indicators/indicator-reasons.ts';
import { dayText } from './dates.ts';
import type { Sentence } from './sentence.ts';

type ByCode = { [Code in IndicatorReason['code']]: Extract<IndicatorReason, { code: Code }> };

const SENTENCES: { [Code in IndicatorReason['code']]: (reason: ByCode[Code]) => Sentence } = {
	'indicator-closed': ({ indicator }) =>
		say(`${indicator} is closed, so nothing more is reported for it.`, 'The coordinator can open it again.'),
	'indicator-code-taken': ({ indicator }) =>
		say(`There is an indicator ${indicator} already.`, 'Take the next free code.'),
	'indicator-without-reporters': () =>
		say('Nobody would be asked for a number.', 'Choose at least one organisation that reports.'),
	'indicator-category-used': ({ category }) =>
		say(
			`Numbers are reported for “${category}”, so it stays.`,
			'Leave it, or close the indicator and make another.'
		),
	'target-day-twice': ({ on }) =>
		say(`There are two targets for ${dayText(on)}.`, 'Keep one of the two lines.'),
	'target-day-passed': ({ on, today }) =>
		say(`${dayText(on)} is before today, ${dayText(today)}.`, 'Propose a target for a day that comes.'),
	'target-unchanged': ({ on, value }) =>
		say(`${value} by ${dayText(on)} is the target already.`, 'Propose another number or another day.'),
	'target-proposal-open': ({ on }) =>
		say(
			`A target for ${dayText(on)} is proposed already.`,
			'The coordinator accepts or declines it first; then another can be proposed.'
		),
	'target-proposal-settled': ({ verdict }) =>
		say(`This proposal is ${verdict} already.`, 'Reload the page to see where it stands.'),
	'target-proposal-own': ({ person }) =>
		say(`${person} proposed it, so somebody else decides.`, 'Another coordinator can.'),
	'indicator-not-measured': ({ indicator }) =>
		say(
			`${indicator} is not read from the logs.`,
			'The coordinator chooses in its page what is read, or the number is reported by hand.'
		),
	'log-empty': ({ organisation, on }) =>
		say(
			`The logs have nothing of ${organisation} until ${dayText(on)}, and that is not a zero.`,
			'Add what took place to the logs, or report the number, or nothing to report, by hand.'
		),
	'log-not-counted': ({ records }) =>
		say(`Nobody has said yet how many came to ${records.join(', ')}.`, 'Count them in their page first.'),
	'log-claimed': ({ organisation, on }) =>
		say(`The number of ${organisation} for ${dayText(on)} says the same already.`, null),
	'actual-not-asked': ({ organisation }) =>
		say(`${organisation} is not asked for this indicator.`, 'The coordinator says who reports.'),
	'actual-day-ahead': ({ on, today }) =>
		say(`${dayText(on)} is after today, ${dayText(today)}.`, 'Enter the day up to which was counted.'),
	'actual-parts-differ': ({ dimension, parts, value }) =>
		say(
			`The parts by “${dimension}” add up to ${parts}, and the number is ${value}.`,
			'Correct one of them, or leave out the parts that are not known.'
		),
	'actual-parts-without-value': () =>
		say('There are parts of a number, but not the number.', 'Enter the number as well.'),
	'actual-settled': ({ state }) =>
		say(`This number is ${state} already.`, 'Reload the page to see where it stands.'),
	'actual-own': ({ person }) =>
		say(`${person} reported it, so somebody else accepts it.`, 'The coordinator can.'),
	'actual-without-source': () =>
		say(
			'It says neither where the number comes from nor what proves it.',
			'Return it and ask for one of the two.'
		),
	'actual-not-accepted': () =>
		say('It has not been accepted yet.', 'The national coordinator or the coordinator accepts it first.'),
	'verifier-reported': ({ organisation }) =>
		say(
			`${organisation} reported it, so nobody from ${organisation} verifies it.`,
			'A QA reviewer of another organisation can.'
		),
	'verifier-gave-evidence': ({ organisation }) =>
		say(
			`${organisation} gave the evidence for it, so nobody from ${organisation} verifies it.`,
			'A QA reviewer of another organisation can.'
		),
	'verifier-accepted': ({ person }) =>
		say(`${person} accepted it, so somebody else verifies it.`, 'Another QA reviewer can.'),
	'evidence-counted': ({ name, organisation }) =>
		say(
			`${name} stands already behind the number of ${organisation} for the same indicator.`,
			'One list counts once: let one of the two organisations report it.'
		)
};

export function isIndicatorReason(reason: { code: string }): reason is IndicatorReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function indicatorSentence(reason: IndicatorReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string | null): Sentence {
	return { text, next };
}
