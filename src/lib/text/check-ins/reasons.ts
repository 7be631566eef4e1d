import type { CheckInReason } from '#lib/domain/check-ins/check-in-reasons.ts';
import { countryText } from '#lib/text/countries.ts';
import { dayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { ANSWER_TEXT } from './words.ts';

type ByCode = { [Code in CheckInReason['code']]: Extract<CheckInReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'check-in-answer-unfit': ({ item, answer }) =>
		say(`${item}: “${ANSWER_TEXT[answer]}” cannot be said of it here.`, 'Open it and take the step there.'),
	'check-in-forecast-needed': ({ item }) =>
		say(`${item}: the new forecast has no day.`, 'Choose the day, or mark it as “No change”.'),
	'check-in-forecast-passed': ({ item, on }) =>
		say(`${item}: ${dayText(on)} has passed, so it is no forecast.`, 'Choose a day that lies ahead.'),
	'check-in-reason-needed': ({ item }) =>
		say(`${item}: the new forecast has no reason.`, 'Choose one of the reasons.'),
	'check-in-blocker-needed': ({ item }) =>
		say(`${item}: it waits, but for whom?`, 'Choose the organisation, or name somebody outside.'),
	'check-in-result-needed': ({ item }) =>
		say(`${item}: done needs something to look at.`, 'Say what came out of it, or add a photo or a link.'),
	'check-in-measures-needed': ({ item }) =>
		say(`${item}: its state of play lacks whether the measures were applied.`, 'Choose yes, partly or no.'),
	'nil-with-answers': ({ items }) =>
		say(
			`You marked ${list(items)}, so there is something to report.`,
			'Send the check-in, or set these back to “No change” and clear their texts.'
		),
	'nil-with-words': ({ texts }) =>
		say(
			`You wrote ${list(texts.map(({ number, text }) => `“${text}” (WP${number})`))}, which is something to report.`,
			'Send the check-in with it, or say that it goes: the button for that stands below.'
		),
	'no-change-with-answers': ({ items }) =>
		say(
			`You marked ${list(items)}, so not everything is unchanged.`,
			'“Send check-in” at the end sends what you marked, and “No change” for the rest.'
		),
	'correction-over': ({ dueOn }) =>
		say(
			`The period was due on ${dayText(dueOn)}; since then what was sent stands.`,
			'Ask whoever accepts it to return it.'
		),
	'return-reason-needed': () =>
		say('Nobody can mend what they are not told.', 'Say in a sentence what is missing or unclear.'),
	'accepted-by-project': ({ organisation }) =>
		say(
			`The coordinator has accepted for the project what ${organisation} reported.`,
			'Only the coordinator returns it now: tell them what is unclear.'
		),
	'own-organisation': ({ organisation }) =>
		say(
			`You cannot accept for the country what ${organisation} reported itself.`,
			'It goes to the coordinator at once; nothing is left to do here.'
		),
	'country-first': ({ organisation, country }) =>
		say(
			`The national coordinator of ${countryText(country)} has not accepted ${organisation} yet.`,
			'Wait for it, or accept in their place and say why.'
		),
	'country-waits': ({ country, organisations }) =>
		say(
			`${countryText(country)} still waits for ${list(organisations)}.`,
			'Wait, accept without them and say why, or accept in place of the country and say why.'
		),
	'nothing-to-accept': () =>
		say('Nothing waits for your acceptance in this period.', 'Look at who has not reported yet.'),
	'without-reason-needed': () =>
		say('Going on without an organisation needs a reason.', 'Say it in a sentence; it stays on record.'),
	'without-reported': ({ organisation }) =>
		say(`${organisation} has reported meanwhile.`, 'Read it, then accept or return it.'),
	'period-running': ({ endsOn }) =>
		say(`The period runs until ${dayText(endsOn)}.`, 'Lock it when it is over.'),
	'period-waits': ({ forReports, forAcceptance }) =>
		say(
			[
				...(forReports.length > 0 ? [`No report of ${list(forReports)}.`] : []),
				...(forAcceptance.length > 0 ? [`Not accepted yet: ${list(forAcceptance)}.`] : [])
			].join(' '),
			'Accept what came; go on without the others only with a reason.'
		),
	'lateness-unjustified': ({ items }) =>
		say(
			`${list(items)} went past the agreed day, and nobody said why.`,
			'The lead, the work-package leader or the coordinator writes the justification on its page.'
		),
	'nobody-to-remind': () =>
		say('Nobody of those chosen is silent and can be reached.', 'Look again at who has not reported yet.'),
	'reminded-today': ({ organisations }) =>
		say(
			`${list(organisations)} was reminded of this period today already.`,
			'Remind again tomorrow, or call.'
		),
	'period-locked': () => say('The period is locked.', 'The coordinator can open it again, with a reason.'),
	'period-not-locked': () => say('The period is not locked.', 'There is nothing to open.'),
	'reopen-reason-needed': () =>
		say('A locked period is opened only with a reason.', 'Say in a sentence what has to change.')
};

export function isCheckInReason(reason: { code: string }): reason is CheckInReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function checkInSentence(reason: CheckInReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string | null): Sentence {
	return { text, next };
}

function list(names: readonly string[]): string {
	return names.length < 2
		? names.join('')
		: `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}
