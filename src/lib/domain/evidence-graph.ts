import type { ItemKind } from './items.ts';

/** One use of a piece of evidence, with what stands beside it and on it. */
export interface Proof {
	kind: ItemKind;
	state: string;
	purpose: 'version' | 'means' | 'portal' | 'support';
	/** The version it belongs to was frozen for a review. */
	isFrozen: boolean;
	/** Other evidence that stands for the same means. */
	others: number;
	/** Signatures that stand on it now. */
	signatures: number;
}

/**
 * What a withdrawal does to one use: `signature` what was signed no longer covers what stands · `claim` a claim that is
 * being verified loses it · `review` a review that runs loses a file · `unproven` its means has nothing else left ·
 * `bare` a record has nothing else left ·
 * `weaker` other evidence remains · `file` an open version loses a file · `record` only the records say less.
 */
export const FALLS = [
	'signature',
	'claim',
	'review',
	'unproven',
	'bare',
	'weaker',
	'file',
	'record'
] as const;
export type Fall = (typeof FALLS)[number];

const CLAIMED: readonly string[] = ['claimed', 'verifying'];
const UNCLAIMED: readonly string[] = ['planned', 'returned', 'reopened'];

export function fallOf(proof: Proof): Fall {
	if (proof.purpose !== 'version' && proof.purpose !== 'means') return 'record';
	if (proof.signatures > 0) return 'signature';
	if (proof.purpose === 'version') return proof.isFrozen ? 'review' : 'file';
	if (CLAIMED.includes(proof.state)) return 'claim';
	if (!UNCLAIMED.includes(proof.state)) return 'record';
	return proof.others === 0 ? 'unproven' : 'weaker';
}

/** Does the withdrawal take away something on which others rely? */
export function isGrave(fall: Fall): boolean {
	return (
		fall === 'signature' || fall === 'claim' || fall === 'review' || fall === 'unproven' || fall === 'bare'
	);
}
