import type { RiskReason } from '#lib/domain/risks/risk-reasons.ts';
import { dayText } from './dates.ts';
import type { Sentence } from './sentence.ts';

type ByCode = { [Code in RiskReason['code']]: Extract<RiskReason, { code: Code }> };

const SENTENCES: { [Code in RiskReason['code']]: (reason: ByCode[Code]) => Sentence } = {
	'state-of-play-missing': ({ risk, owner }) =>
		say(
			`${risk} has no state of play for this period.`,
			`${owner ?? 'The coordinator'} writes it on the page of the risk.`
		),
	'risk-frozen': ({ risk }) =>
		say(
			`${risk} stands in Annex 1, so its wording is fixed.`,
			'What changes is its assessment, its measures and its state of play.'
		),
	'risk-over': ({ risk }) =>
		say(`${risk} is over.`, 'Reopen it if it threatens again; it is then assessed anew.'),
	'risk-not-assessed': ({ risk }) =>
		say(`${risk} has not been assessed.`, 'The coordinator or the work package leader assesses it.'),
	'risk-degree-missing': () =>
		say('An assessment needs both likelihood and severity.', 'Choose a degree of each, from 1 to 5.'),
	'risk-unchanged': () =>
		say(
			'Likelihood and severity are what they were.',
			'That nothing has changed is said in the state of play of the period.'
		),
	'risk-without-owner': ({ risk }) =>
		say(`Nobody watches ${risk}.`, 'Name the person under “Change” on this page.'),
	'risk-without-measures': ({ risk }) =>
		say(`No measure against ${risk} is agreed.`, 'Agree on one below, with a person and a day.'),
	'risk-measures-open': ({ risk, steps }) =>
		say(
			`${steps === 1 ? 'One measure' : `${steps} measures`} against ${risk} ${steps === 1 ? 'is' : 'are'} still open.`,
			'Say of each whether it is done or dropped.'
		),
	'risk-happened-later': ({ on, today }) =>
		say(`${dayText(on)} is after today, ${dayText(today)}.`, 'Enter the day on which it happened.'),
	'mitigation-ended': () => say('This measure is done or dropped already.', 'Reload the page.'),
	'mitigation-due-passed': ({ on, today }) =>
		say(`${dayText(on)} is before today, ${dayText(today)}.`, 'Choose a day by which it can be done.'),
	'statement-period-locked': ({ period }) =>
		say(`${period} is locked.`, 'The coordinator can reopen the period with a reason.'),
	'statement-period-ahead': ({ period }) =>
		say(`${period} has not begun.`, 'A state of play is written within its period or after it.'),
	'statement-says-materialised': ({ risk }) =>
		say(
			`The state of play says that ${risk} materialised; the risk does not.`,
			'First record under “Next steps” when and how it happened.'
		)
};

export function isRiskReason(reason: { code: string }): reason is RiskReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function riskSentence(reason: RiskReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string | null): Sentence {
	return { text, next };
}
