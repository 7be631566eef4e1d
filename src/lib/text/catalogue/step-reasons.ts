import type { StepActor } from '#lib/domain/catalogue/algorithm.ts';
import type { Element } from '#lib/domain/catalogue/elements.ts';
import type { StepReason } from '#lib/domain/catalogue/step-reasons.ts';
import { dayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { ELEMENT_WORDS } from './elements.ts';

type ByCode = { [Code in StepReason['code']]: Extract<StepReason, { code: Code }> };

/** Who moves an entry into a step, to stand after "by". */
export const STEP_ACTOR_TEXT: Readonly<Record<StepActor, string>> = {
	author: 'the owning organisation',
	reviewer: 'independent reviewers',
	officer: 'the officer of every awarding body',
	system: 'itself, as soon as nothing blocks',
	publisher: 'the leader of the catalogue’s work package or the coordinator',
	recogniser: 'the owner or a ministry of its country'
};

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'element-missing': ({ element }) => say(`${label(element)} is missing.`, 'The owner fills it in.'),
	'element-weak': ({ element, profile }) =>
		say(
			`${label(element)} is there, but does not meet “${profile}” yet.`,
			'The editor says beside the field what is missing.'
		),
	'profile-below': (reason) =>
		say(
			`“${reason.profile}” is ${reason.percent} % complete; this step needs ${reason.needed} %.`,
			[listed('Missing', reason.missing), listed('Weak', reason.weak)].filter(Boolean).join(' ') ||
				'Complete what the profile asks for.'
		),
	'profile-unknown': ({ profile }) =>
		say(
			`The algorithm asks for the profile “${profile}”, which the project does not have.`,
			'The leader of the catalogue’s work package adds the profile or changes the algorithm.'
		),
	'proof-missing': (reason) =>
		say(`No evidence stands for: ${reason.label}.`, 'Upload a file or add a link under “Evidence”.'),
	'overlap-undecided': ({ entries }) =>
		say(
			`It may overlap with ${entries.join(', ')}, and nobody has decided yet.`,
			'The coordinator or the work package leader decides: merge, offer jointly, or keep both.'
		),
	'prerequisite-cycle': ({ entries }) =>
		say(
			`The prerequisites run in a circle: ${[...entries, entries[0]].join(' → ')}.`,
			'Take one of them out of the prerequisites.'
		),
	'homepage-unchecked': ({ url }) =>
		url === ''
			? say('There is no home page to open.', 'Give its address, and the day you opened it.')
			: say('Nobody has said that the home page answers.', `Open ${url} and enter the day.`),
	'homepage-check-old': (reason) =>
		say(
			`The home page was last opened on ${dayText(reason.checkedOn)}, more than ${reason.days} days ago.`,
			`Open ${reason.url} again and enter the day.`
		),
	'homepage-check-in-future': ({ checkedOn }) =>
		say(
			`The home page was checked on ${dayText(checkedOn)}, which lies ahead.`,
			'Enter the day you opened it.'
		),
	'cohorts-uncounted': ({ counted, needed, open }) =>
		say(
			`${counted} of ${needed} ${needed === 1 ? 'group' : 'groups'} of learners ${counted === 1 ? 'has' : 'have'} both dates and both counts.`,
			open.length > 0
				? `Still open: ${open.join(', ')}. Nobody is a count too: enter 0.`
				: 'Enter the group under “Cohorts”, with its dates and how many began and finished.'
		),
	'approval-lapsed': ({ organisation, validUntilOn }) =>
		say(
			`The approval by ${organisation} was valid until ${dayText(validUntilOn)} and has lapsed.`,
			`An officer of ${organisation} signs a new one, with the decision that renews it.`
		),
	'record-missing': (reason) => say(`“${reason.label}” is empty.`, 'It is kept with the step: fill it in.'),
	'record-malformed': (reason) =>
		say(
			`“${reason.label}” is no ${reason.kind === 'date' ? 'day of the calendar' : 'address'}.`,
			reason.kind === 'date' ? 'Write it like 2026-06-15.' : 'Write it like https://example.org/register.'
		),
	'not-the-next-step': (reason) =>
		say(
			`“${reason.title}” is not the next step.`,
			reason.next === null ? 'The way ends here.' : `The next one is “${reason.next}”.`
		),
	'step-of-others': (reason) =>
		say(
			`Nobody takes the step “${reason.title}” by hand.`,
			`It is taken by ${STEP_ACTOR_TEXT[reason.actor]}.`
		),
	'entry-on-hold': ({ untilOn }) =>
		say(
			`The entry is on hold${untilOn === null ? '' : ` until ${dayText(untilOn)}`}.`,
			'Its owner takes it up again first.'
		),
	'entry-ended': ({ state }) =>
		say(`The entry was ${state}.`, 'Its page stays as it is; start a new entry if one is needed.'),
	'entry-not-on-hold': () => say('The entry is not on hold.', 'Reload the page.'),
	'hold-until-past': ({ untilOn }) =>
		say(`${dayText(untilOn)} is not ahead.`, 'Choose the day on which you will look at it again.'),
	'nothing-to-return': ({ title }) =>
		say(`The entry has not gone past “${title}”.`, 'There is nothing to return; write to its author.'),
	'merge-target-unknown': ({ entry }) =>
		say(`The catalogue has no entry ${entry}.`, 'Copy the code from its page, like MC-KAZNU-03.')
};

export function isStepReason(reason: { code: string }): reason is StepReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function stepSentence(reason: StepReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends StepReason['code']>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function label(element: Element): string {
	return ELEMENT_WORDS[element].label;
}

function listed(what: string, elements: readonly Element[]): string {
	return elements.length === 0 ? '' : `${what}: ${elements.map(label).join(', ')}.`;
}

function say(text: string, next: string): Sentence {
	return { text, next };
}
