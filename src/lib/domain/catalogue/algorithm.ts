import type { CriteriaSettings } from './criteria.ts';
import type { Element } from './elements.ts';

/** Who moves an entry into a step; what each of them is allowed stands in the permissions. */
export const STEP_ACTORS = [
	/** The owning organisation. */
	'author',
	/** Independent reviewers in a review round; the quorum moves the entry. */
	'reviewer',
	/** The named officer of every awarding body; the last one moves the entry. */
	'officer',
	/** Nobody: the entry moves as soon as nothing blocks. */
	'system',
	/** The leader of the catalogue's work package, or the coordinator. */
	'publisher',
	/** The owner, or a ministry of its country. */
	'recogniser'
] as const;
export type StepActor = (typeof STEP_ACTORS)[number];

/** What must hold before an entry may enter a step. */
export type Requirement =
	/** These elements are complete, or do not apply, under the criteria in force. */
	| { kind: 'elements'; elements: readonly Element[] }
	/** So many per cent of a profile, by weight. */
	| { kind: 'profile'; profile: string; percent: number }
	/** The national profile of the owner's country, where there is one. */
	| { kind: 'national-profile'; percent: number }
	/** A standing piece of evidence for a need of this code. */
	| { kind: 'evidence'; requirement: string; label: string }
	/** No undecided overlap with another entry. */
	| { kind: 'no-overlap' }
	| { kind: 'no-prerequisite-cycle' }
	/** The home page was opened and answered within so many days. */
	| { kind: 'homepage-checked'; days: number }
	/** At least so many cohorts with both dates, and both counts known (0 is a count). */
	| { kind: 'cohorts-counted'; min: number };

/** A field to fill in when the step is taken; kept with the step for ever. */
export interface RecordField {
	name: string;
	label: string;
	kind: 'text' | 'date' | 'url';
	required: boolean;
}

export interface AlgorithmStep {
	/** The state an entry has once it took the step; lower-kebab, unique. */
	state: string;
	title: string;
	help: string;
	actor: StepActor;
	/** Days the step usually takes from the one before. */
	typicalDays: number;
	requires: readonly Requirement[];
	record: readonly RecordField[];
	/** Of a reviewer's step: independent signatures needed. */
	signatures?: number | undefined;
}

/** The consortium's way from an idea to a recognised micro-credential, and the rules that belong to it. Data, versioned. */
export interface Algorithm extends CriteriaSettings {
	/** From how many per cent on two entries say much the same. */
	overlapPercent: number;
	/** The work package that keeps the catalogue. */
	workPackage: number;
	/** Languages a text may stand in, in the order the editor shows them. */
	languages: readonly string[];
	/** Changing one of these after the reviewers' step sends an entry back and leaves its signatures behind. */
	protectedElements: readonly Element[];
	/** Where it goes back to, also when it is returned. */
	returnTo: string;
	/** Default state that counts as being in the catalogue, and as implemented. */
	inCatalogueFrom: string;
	implementedFrom: string;
	/** The state from which it is public. */
	publicFrom: string;
	steps: readonly AlgorithmStep[];
}

/** Beside the steps an entry can be on hold, or have left the way. */
export const SIDE_STATES = ['on-hold', 'merged', 'retired'] as const;
export type SideState = (typeof SIDE_STATES)[number];

export function isSideState(state: string): state is SideState {
	return SIDE_STATES.some((one) => one === state);
}

/** Place of a state on the way, -1 for one beside it. */
export function stepIndex(algorithm: Algorithm, state: string): number {
	return algorithm.steps.findIndex((step) => step.state === state);
}

/** Is an entry in this state at or beyond another? Entries beside the way never are. */
export function hasReached(algorithm: Algorithm, state: string, wanted: string): boolean {
	const at = stepIndex(algorithm, state);
	return at >= 0 && at >= stepIndex(algorithm, wanted);
}

export function nextStep(algorithm: Algorithm, state: string): AlgorithmStep | undefined {
	const at = stepIndex(algorithm, state);
	return at < 0 ? undefined : algorithm.steps[at + 1];
}

/** Has an entry in this state passed the first step that people sign? */
export function isPastSigning(algorithm: Algorithm, state: string): boolean {
	const first = algorithm.steps.findIndex(({ actor }) => actor === 'reviewer' || actor === 'officer');
	return first >= 0 && stepIndex(algorithm, state) >= first;
}
