import type { DecisionReason } from '#lib/domain/meetings/decision-reasons.ts';
import { dayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';

type ByCode = { [Code in DecisionReason['code']]: Extract<DecisionReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'decision-in-future': (reason) =>
		say(
			`Nothing is decided after today, ${dayText(reason.today)}.`,
			'Enter the day on which it was decided.'
		),
	'effective-before-decided': (reason) =>
		say(
			`It was decided on ${dayText(reason.decidedOn)} and cannot have counted before.`,
			'Choose that day or a later one, or leave the field empty.'
		),
	'votes-needed': () => say('A vote has numbers.', 'Enter how many were for, against and abstained.'),
	'votes-without-vote': () =>
		say('Votes are counted only where there was a vote.', 'Choose “vote”, or leave the numbers empty.'),
	'votes-exceed-members': (reason) =>
		say(
			`${reason.votes} votes are more than the ${reason.members} organisations that have one.`,
			'Each organisation of the consortium votes once.'
		),
	'votes-not-carried': (reason) =>
		say(
			`With ${reason.votesFor} for and ${reason.votesAgainst} against, this was not decided.`,
			'Record it in the minutes as information instead.'
		),
	'written-outside-meeting': () =>
		say('A decision in writing is taken without a meeting.', 'Choose how the meeting decided it.'),
	'decision-superseded': (reason) =>
		say(
			`${reason.decision} is superseded by ${reason.by} already.`,
			`Supersede ${reason.by} instead, which counts now.`
		),
	'minutes-fixed': () =>
		say(
			'The minutes that hold it have been sent round, so its words stay.',
			'Record another decision that supersedes it.'
		),
	'decision-in-force': (reason) =>
		say(
			`${reason.decision} counts already, so its words stay.`,
			'Record another decision that supersedes it.'
		),
	'decision-unknown': (reason) =>
		say(`There is no decision ${reason.decision}.`, 'Look it up in the decision register.')
};

export function isDecisionReason(reason: { code: string }): reason is DecisionReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function decisionSentence(reason: DecisionReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string | null): Sentence {
	return { text, next };
}
