import { SETTLED_MILESTONE_STATES, type MilestoneState } from './milestones.ts';
import type { ItemKind } from './items.ts';

/** One use of a piece of evidence, with what else proves the same thing. */
export interface Proof {
	kind: ItemKind;
	state: string;
	purpose: 'version' | 'means' | 'portal' | 'support';
	isMain: boolean;
	frozen: boolean;
	/** Other evidence that stands for the same means. */
	others: number;
}

/**
 * What a withdrawal does to one use: `signature` a signed claim or version no longer covers what stands ·
 * `claim` an unsigned claim loses it · `unproven` its means has nothing else left · `weaker` other evidence remains ·
 * `file` an open version loses a file · `record` only a note in the records.
 */
export type Fall = 'signature' | 'claim' | 'unproven' | 'weaker' | 'file' | 'record';

const SIGNED_MILESTONE: readonly MilestoneState[] = ['verified', 'declared'];
const CLAIMED_MILESTONE: readonly MilestoneState[] = ['claimed', 'verifying'];

export function fallOf(proof: Proof): Fall {
	if (proof.purpose === 'version') return proof.frozen ? 'signature' : 'file';
	if (proof.purpose !== 'means') return 'record';
	if (includes(SIGNED_MILESTONE, proof.state)) return 'signature';
	if (includes(CLAIMED_MILESTONE, proof.state)) return 'claim';
	if (includes(SETTLED_MILESTONE_STATES, proof.state)) return 'record';
	return proof.others === 0 ? 'unproven' : 'weaker';
}

function includes(states: readonly string[], state: string): boolean {
	return states.includes(state);
}
