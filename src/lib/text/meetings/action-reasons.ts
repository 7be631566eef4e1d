import type { ActionReason } from '#lib/domain/meetings/action-reasons.ts';
import { dayText } from '#lib/text/dates.ts';
import { ROLE_TEXT } from '#lib/text/roles.ts';
import type { Sentence } from '#lib/text/sentence.ts';

type ByCode = { [Code in ActionReason['code']]: Extract<ActionReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'action-wording-short': () =>
		say(
			'From so few words nobody can tell whether it is done.',
			'Say what will be there when it is done, in at least three words.'
		),
	'action-owner-cannot-act': (reason) =>
		say(
			`${reason.person} holds no role in which actions are done.`,
			`It takes: ${reason.roles.map((role) => ROLE_TEXT[role]).join(', ')}. Choose somebody else.`
		),
	'action-due-before-origin': (reason) =>
		say(
			`It came up on ${dayText(reason.originOn)} and cannot be due before.`,
			'Choose that day or a later one.'
		),
	'action-origin-missing': () =>
		say(
			'An action comes from somewhere.',
			'Choose the meeting, agenda item, decision, review or risk that it came from.'
		),
	'action-reason-needed': () => say('This needs a reason.', 'Write a sentence that the others understand.'),
	'action-owner-unchanged': (reason) => say(`${reason.person} has it already.`, 'Choose somebody else.'),
	'action-blocker-needed': () =>
		say(
			'What is blocked waits for one person or one item.',
			'Choose a person, or enter the code of the item; not both.'
		),
	'action-blocks-itself': () =>
		say('An action does not wait for itself or its owner.', 'Choose whoever or whatever it waits for.'),
	'action-result-needed': () =>
		say(
			'Nobody can verify what cannot be looked at.',
			'Write what came out of it, or add a file or a link first.'
		),
	'action-verified-by-owner': (reason) =>
		say(
			`${reason.person} did it, so somebody else looks at it.`,
			'Who chaired the meeting, the work package leader or QA can verify it.'
		),
	'action-date-pending': (reason) =>
		say(`${dayText(reason.toOn)} is proposed already and not decided yet.`, 'Wait for the answer.'),
	'action-date-settled': () => say('This proposal has been decided already.', 'Reload the page.'),
	'action-date-own': (reason) =>
		say(
			`${reason.person} owns it, so somebody else agrees to another day.`,
			'Who chaired the meeting, the work package leader or the coordinator can.'
		),
	'action-date-passed': (reason) =>
		say(
			`${dayText(reason.toOn)} is not after today, ${dayText(reason.today)}.`,
			'Propose the day on which you honestly expect it to be done.'
		),
	'action-successor-ended': (reason) =>
		say(`${reason.action} was ended itself.`, 'Choose an action that is still to be done.'),
	'action-superseded-by-itself': () =>
		say('An action does not take its own place.', 'Enter the code of another action.')
};

export function isActionReason(reason: { code: string }): reason is ActionReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function actionSentence(reason: ActionReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string): Sentence {
	return { text, next };
}
