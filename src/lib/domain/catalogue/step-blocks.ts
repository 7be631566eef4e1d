import { addDays, isDay } from '#lib/domain/days.ts';
import type { Algorithm, AlgorithmStep, RecordField, Requirement, StepActor } from './algorithm.ts';
import { isSideState, nextStep, stepIndex } from './algorithm.ts';
import { lapsedApprovals } from './entry-approval.ts';
import { cohortBlocks } from './cohort-blocks.ts';
import type { ElementResult } from './criteria.ts';
import { holdsSomething, isStored } from './element-values.ts';
import type { Element } from './elements.ts';
import type { EntryStepFacts, WeighedProfile } from './step-facts.ts';
import type { StepReason } from './step-reasons.ts';
import { completeness } from './weigh-entry.ts';

/**
 * Every reason at once why an entry cannot enter a step. What the system steps just before it asked must still hold.
 * Signatures are not asked here: reviewers and officers move the entry with them.
 */
export function stepBlocks(algorithm: Algorithm, facts: EntryStepFacts, step: AlgorithmStep): StepReason[] {
	return [...placeBlocks(algorithm, facts, step), ...requirementBlocks(algorithm, facts, step)];
}

/** What the step requires of the content, and that what the officers approved still holds, wherever the entry stands now. */
export function requirementBlocks(
	algorithm: Algorithm,
	facts: EntryStepFacts,
	step: AlgorithmStep
): StepReason[] {
	const blocks = [
		...lapsedApprovals(algorithm, facts).map(({ acronym, lapsedOn }) => ({
			code: 'approval-lapsed' as const,
			organisation: acronym,
			validUntilOn: lapsedOn
		})),
		...standingRequirements(algorithm, step).flatMap((one) => blocksOf(one, facts))
	];
	return blocks.filter((one, index) => blocks.findIndex((first) => isSame(first, one)) === index);
}

/** Whether the entry stands right before the step. */
export function placeBlocks(
	algorithm: Algorithm,
	facts: Pick<EntryStepFacts, 'state' | 'heldUntilOn'>,
	step: AlgorithmStep
): StepReason[] {
	if (facts.state === 'on-hold') return [{ code: 'entry-on-hold', untilOn: facts.heldUntilOn }];
	if (isSideState(facts.state)) return [{ code: 'entry-ended', state: facts.state }];
	const next = nextStep(algorithm, facts.state);
	return next?.state === step.state
		? []
		: [{ code: 'not-the-next-step', title: step.title, next: next?.title ?? null }];
}

/** A step is taken by its own kind of actor only: no author moves what reviewers sign. */
export function actorBlocks(step: AlgorithmStep, ...actors: readonly StepActor[]): StepReason[] {
	return actors.includes(step.actor)
		? []
		: [{ code: 'step-of-others', title: step.title, actor: step.actor }];
}

/** What is wrong with the record given on entering a step. */
export function recordBlocks(step: AlgorithmStep, record: Readonly<Record<string, string>>): StepReason[] {
	return step.record.flatMap((field): StepReason[] => {
		const text = record[field.name]?.trim() ?? '';
		if (text === '') return field.required ? [{ code: 'record-missing', label: field.label }] : [];
		return isMalformed(field, text)
			? [{ code: 'record-malformed', label: field.label, kind: field.kind === 'url' ? 'url' : 'date' }]
			: [];
	});
}

/** The system steps that an entry takes now by itself, in order. */
export function automaticSteps(algorithm: Algorithm, facts: EntryStepFacts): AlgorithmStep[] {
	const taken: AlgorithmStep[] = [];
	let state = facts.state;
	for (;;) {
		const step = nextStep(algorithm, state);
		if (step?.actor !== 'system' || stepBlocks(algorithm, { ...facts, state }, step).length > 0) return taken;
		taken.push(step);
		state = step.state;
	}
}

/** What a step asks, with what the system steps just before it asked. */
export function standingRequirements(algorithm: Algorithm, step: AlgorithmStep): readonly Requirement[] {
	const before = algorithm.steps[stepIndex(algorithm, step.state) - 1];
	return before?.actor === 'system'
		? [...standingRequirements(algorithm, before), ...step.requires]
		: step.requires;
}

function blocksOf(requirement: Requirement, facts: EntryStepFacts): StepReason[] {
	switch (requirement.kind) {
		case 'elements':
			return requirement.elements.flatMap((element) => elementBlocks(element, facts));
		case 'profile': {
			const profile = facts.profiles.find((one) => one.code === requirement.profile);
			if (!profile) return [{ code: 'profile-unknown', profile: requirement.profile }];
			return profileBlocks(profile, requirement.percent);
		}
		case 'national-profile':
			return facts.profiles
				.filter((one) => one.country !== null)
				.flatMap((one) => profileBlocks(one, requirement.percent));
		case 'evidence': {
			const { requirement: code, label } = requirement;
			return (facts.proofs[code] ?? 0) > 0 ? [] : [{ code: 'proof-missing', requirement: code, label }];
		}
		case 'no-overlap':
			return facts.overlaps.length > 0 ? [{ code: 'overlap-undecided', entries: facts.overlaps }] : [];
		case 'no-prerequisite-cycle':
			return facts.cycle.length > 0 ? [{ code: 'prerequisite-cycle', entries: facts.cycle }] : [];
		case 'homepage-checked':
			return homepageBlocks(facts, requirement.days);
		case 'cohorts-counted':
			return cohortBlocks(facts.content.cohorts, requirement.min);
	}
}

/** An element is judged by the first profile that names it: later gates ask for the stricter ones as a whole. */
function elementBlocks(element: Element, facts: EntryStepFacts): StepReason[] {
	for (const profile of facts.profiles) {
		const result = profile.results.find((one) => one.element === element);
		if (!result) continue;
		if (result.standing === 'missing') return [{ code: 'element-missing', element, profile: profile.title }];
		if (result.standing === 'weak')
			return [{ code: 'element-weak', element, profile: profile.title, because: result.reasons }];
		return [];
	}
	return isThere(element, facts) ? [] : [{ code: 'element-missing', element, profile: null }];
}

function isThere(element: Element, { content }: EntryStepFacts): boolean {
	// Known from the organisations, which every entry has.
	if (!isStored(element)) return true;
	const leftOut = content[element]?.standing === 'not-applicable';
	return leftOut || holdsSomething(element, { content, bodies: [], evidence: {} });
}

function profileBlocks(profile: WeighedProfile, needed: number): StepReason[] {
	const { percent } = completeness(profile.results);
	if (percent >= needed) return [];
	const of = (standing: ElementResult['standing']) =>
		profile.results.filter((one) => one.standing === standing).map((one) => one.element);
	const { title } = profile;
	return [
		{ code: 'profile-below', profile: title, percent, needed, missing: of('missing'), weak: of('weak') }
	];
}

function homepageBlocks({ content, today }: EntryStepFacts, days: number): StepReason[] {
	const held = content.homepage;
	if (held?.standing !== 'value') return [{ code: 'homepage-unchecked', url: '', days }];
	const { url, checkedOn } = held.value;
	if (checkedOn === null) return [{ code: 'homepage-unchecked', url, days }];
	if (checkedOn > today) return [{ code: 'homepage-check-in-future', checkedOn }];
	return checkedOn < addDays(today, -days) ? [{ code: 'homepage-check-old', url, checkedOn, days }] : [];
}

function isMalformed(field: RecordField, text: string): boolean {
	if (field.kind === 'date') return !isDay(text);
	return field.kind === 'url' && !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text);
}

function isSame(a: StepReason, b: StepReason): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
