import { expect, test } from 'vitest';
import { fallOf, type Fall, type Proof } from '#lib/domain/evidence-graph.ts';

const means: Proof = {
	kind: 'milestone',
	state: 'planned',
	purpose: 'means',
	isFrozen: false,
	others: 0,
	signatures: 0
};
const version: Proof = { ...means, kind: 'deliverable', state: 'in-review', purpose: 'version' };

const cases: [string, Proof, Fall][] = [
	['the only proof of a means', means, 'unproven'],
	['one of two proofs of a means', { ...means, others: 1 }, 'weaker'],
	['proof in a claim that is being verified', { ...means, state: 'verifying', others: 1 }, 'claim'],
	['proof that was signed', { ...means, state: 'verified', signatures: 1 }, 'signature'],
	['proof of a milestone that was given up', { ...means, state: 'not-achieved' }, 'record'],
	['a file of an open version', version, 'file'],
	['a file of a version in review', { ...version, isFrozen: true }, 'review'],
	['a file of a signed version', { ...version, isFrozen: true, signatures: 2 }, 'signature'],
	['a note in the records of the portal', { ...version, purpose: 'portal', signatures: 2 }, 'record']
];
test.each(cases)('without %s: %o falls as %s', (_, proof, expected) => {
	expect(fallOf(proof)).toBe(expected);
});
