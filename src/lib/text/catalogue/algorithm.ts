import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import type { Algorithm, Requirement } from '#lib/domain/catalogue/algorithm.ts';
import type { AlgorithmReason, StatePart } from '#lib/domain/catalogue/algorithm-blocks.ts';
import { ELEMENT_CODES, type Element } from '#lib/domain/catalogue/elements.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { ELEMENT_WORDS } from './elements.ts';
import { STEP_ACTOR_TEXT } from './step-reasons.ts';

export const REQUIREMENT_TEXT: Readonly<Record<Requirement['kind'], string>> = {
	elements: 'Elements are complete',
	profile: 'A profile reaches a share',
	'national-profile': 'The national profile reaches a share',
	evidence: 'Evidence stands for something',
	'no-overlap': 'No undecided overlap',
	'no-prerequisite-cycle': 'Prerequisites in no circle',
	'homepage-checked': 'The home page was opened',
	'cohorts-counted': 'Groups of learners are counted'
};

/** A requirement as a line of the path. */
export function requirementText(one: Requirement): string {
	switch (one.kind) {
		case 'elements':
			return `Complete: ${names(one.elements)}`;
		case 'profile':
			return `${PROPOSED_PROFILES.find(({ code }) => code === one.profile)?.title ?? `Profile ${one.profile}`} at ${one.percent} %`;
		case 'national-profile':
			return `National profile of the owner’s country at ${one.percent} %, where there is one`;
		case 'evidence':
			return `Evidence: ${one.label}`;
		case 'no-overlap':
			return 'No undecided overlap with another entry';
		case 'no-prerequisite-cycle':
			return 'Prerequisites that do not run in a circle';
		case 'homepage-checked':
			return `Home page opened within ${one.days} days`;
		case 'cohorts-counted':
			return `${one.min} ${one.min === 1 ? 'group' : 'groups'} of learners with both dates and both counts`;
	}
}

export const STATE_PART_TEXT: Readonly<Record<StatePart, string>> = {
	returnTo: 'Returned entries go back to',
	inCatalogueFrom: 'In the catalogue from',
	implementedFrom: 'Implemented from',
	publicFrom: 'Public from'
};

export interface AlgorithmChange {
	label: string;
	before: string | null;
	after: string | null;
}

/** What differs between two versions, line by line; null: was not there. */
export function algorithmChanges(before: Algorithm, after: Algorithm): AlgorithmChange[] {
	const [old, now] = [linesOf(before), linesOf(after)];
	return [...new Set([...old.keys(), ...now.keys()])]
		.map((label) => ({ label, before: old.get(label) ?? null, after: now.get(label) ?? null }))
		.filter((change) => change.before !== change.after);
}

function linesOf(algorithm: Algorithm): Map<string, string> {
	const lines = new Map<string, string>([
		['Order of the steps', algorithm.steps.map(({ state }) => state).join(' → ')],
		['Work package', `WP${algorithm.workPackage}`],
		['Hours per ECTS credit', `${algorithm.hoursPerCredit.min} to ${algorithm.hoursPerCredit.max}`],
		['Two entries are alike from', `${algorithm.overlapPercent} %`],
		['Languages', algorithm.languages.join(', ')],
		[
			'Languages of the countries',
			Object.entries(algorithm.localLanguages)
				.map(([country, own]) => `${country}: ${own.join(', ')}`)
				.join('; ')
		],
		['Protected elements', names(algorithm.protectedElements)],
		[STATE_PART_TEXT.returnTo, algorithm.returnTo],
		[STATE_PART_TEXT.inCatalogueFrom, algorithm.inCatalogueFrom],
		[STATE_PART_TEXT.implementedFrom, algorithm.implementedFrom],
		[STATE_PART_TEXT.publicFrom, algorithm.publicFrom]
	]);
	for (const step of algorithm.steps) {
		const of = (part: string) => `${step.state}: ${part}`;
		lines.set(of('title'), step.title);
		lines.set(of('help'), step.help);
		lines.set(of('who acts'), STEP_ACTOR_TEXT[step.actor]);
		lines.set(of('usual days'), String(step.typicalDays));
		lines.set(of('requires'), step.requires.map(requirementText).join('; '));
		lines.set(
			of('recorded'),
			step.record.map(({ label, required }) => (required ? label : `${label} (optional)`)).join('; ')
		);
		if (step.signatures !== undefined) lines.set(of('signatures'), String(step.signatures));
	}
	return lines;
}

function names(elements: readonly Element[]): string {
	const inOrder = ELEMENT_CODES.filter((one) => elements.includes(one));
	return inOrder.map((element) => ELEMENT_WORDS[element].label).join(', ');
}

type ByCode = { [Code in AlgorithmReason['code']]: Extract<AlgorithmReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'step-holds-entries': ({ state, entries, count }) =>
		say(
			`${count} ${count === 1 ? 'entry stands' : 'entries stand'} in “${state}”, which this version no longer has: ${entries.join(', ')}${count > entries.length ? ' …' : ''}.`,
			'Move them on or back first, or keep the step. A step keeps its entries while its code stays the same.'
		),
	'target-counts-state': ({ state, targets }) =>
		say(
			`A target counts from “${state}”, which this version no longer has: ${targets.join(', ')}.`,
			'Change the target first, or keep the step.'
		),
	'algorithm-state-unknown': ({ part, state }) =>
		say(`${STATE_PART_TEXT[part]} “${state}”: there is no such step.`, 'Choose one of the steps.'),
	'step-repeated': ({ state }) =>
		say(`Two steps have the code “${state}”.`, 'Give each step a code of its own.'),
	'step-name-taken': ({ state }) =>
		say(`“${state}” is a state beside the way.`, 'Choose another code for the step.'),
	'return-after-signing': ({ title, signed }) =>
		say(
			`Returned entries would go to “${title}”, which does not come before “${signed}”.`,
			'Choose a step before the first signatures: what was changed has to be signed again.'
		),
	'hours-reversed': ({ min, max }) =>
		say(`${min} hours per credit are more than ${max}.`, 'Enter the smaller number first.'),
	'record-repeated': ({ title, name }) =>
		say(`“${title}” records “${name}” twice.`, 'Give each field a code of its own.'),
	'elements-unnamed': ({ title }) =>
		say(`A requirement of “${title}” names no element.`, 'Tick at least one, or remove the requirement.'),
	'algorithm-profile-unknown': ({ title, profile }) =>
		say(
			`“${title}” asks for the profile “${profile}”, which the project does not have.`,
			'Choose another one.'
		),
	'first-step-not-author': ({ title }) =>
		say(`Entries begin with “${title}”, so that step is the author’s.`, 'Let the author take the first step.')
};

export function isAlgorithmReason(reason: { code: string }): reason is AlgorithmReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function algorithmSentence(reason: AlgorithmReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}

function say(text: string, next: string): Sentence {
	return { text, next };
}
