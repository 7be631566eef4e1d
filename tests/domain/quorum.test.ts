import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countingSignatures, quorumBlocks, signatureStanding } from '#lib/domain/quorum.ts';
import type { GivenSignature } from '#lib/domain/deliverables.ts';
import {
	aComment,
	aRound,
	aSignature,
	aVersion,
	COVERS,
	FABIO_SIGNED,
	inReview
} from '#tests/support/deliverable-facts.ts';

const both = [aSignature(), FABIO_SIGNED];
const codes = (given: Parameters<typeof inReview>[0], round = aRound()) =>
	quorumBlocks(inReview({ signatures: both, ...given }), round).map((reason) => reason.code);

describe('a quorum', () => {
	test('of two independent people, one from abroad, is reached', () => {
		expect(codes({})).toEqual([]);
	});

	const other = 'f'.repeat(64);
	const contributor = { organisationId: 'ucy', acronym: 'UCY', personId: null, note: '' };
	const since = [{ ...contributor, kind: 'contributor' as const }];
	const history = { leadOrganisationId: 'koksu', contributions: since, conflicts: [] };
	const conflict = { personId: 'fabio', reason: 'Line manager of the author' };
	const declared = { leadOrganisationId: 'koksu', contributions: [], conflicts: [conflict] };
	const atHome = both.map((one) => ({ ...one, country: 'KZ' }));
	test.each<[string, Parameters<typeof inReview>[0], string[]]>([
		['is not one signature', { signatures: [aSignature()] }, ['quorum-missing']],
		['is not one person twice', { signatures: [aSignature(), aSignature()] }, ['quorum-missing']],
		[
			'needs both on the same bytes',
			{ signatures: [aSignature(), { ...FABIO_SIGNED, coversSha256: other }] },
			['quorum-missing']
		],
		[
			'needs both in this round',
			{ signatures: [aSignature(), { ...FABIO_SIGNED, roundId: 'r0' }] },
			['quorum-missing']
		],
		[
			'does not count the approval',
			{ signatures: [aSignature(), { ...FABIO_SIGNED, meaning: 'approved-for-submission' }] },
			['quorum-missing']
		],
		['needs one from abroad', { signatures: atHome }, ['quorum-abroad-missing']],
		['loses a signer who contributed since', { history }, ['signer-not-independent', 'quorum-missing']],
		[
			'loses a signer with a conflict declared since',
			{ history: declared },
			['signer-not-independent', 'quorum-missing']
		],
		['waits for a blocking comment', { comments: [aComment()] }, ['blocking-comments-unanswered']],
		['does not wait for comments of earlier rounds', { comments: [aComment({ roundId: 'r0' })] }, []]
	])('%s', (_, given, expected) => {
		expect(codes(given)).toEqual(expected);
	});
});

describe('any set of signatures', () => {
	const signature = fc.record({
		personId: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
		organisationId: fc.constantFrom('koksu', 'ucy', 'unige', 'kaznu'),
		country: fc.constantFrom('KZ', 'CY', 'IT'),
		coversSha256: fc.constantFrom(COVERS, 'e'.repeat(64)),
		roundId: fc.constantFrom('r1', 'r0'),
		meaning: fc.constantFrom('reviewed' as const, 'approved-for-submission' as const)
	});
	const kaznu = { organisationId: 'kaznu', acronym: 'KAZNU', personId: null, note: '' };
	const contributions = [{ ...kaznu, kind: 'author' as const }];
	const history = { leadOrganisationId: 'koksu', contributions, conflicts: [] };

	test('counts only distinct, independent people on exactly what the round froze', () => {
		fc.assert(
			fc.property(fc.array(signature, { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (given, quorum) => {
				const signatures: GivenSignature[] = given.map((one) => aSignature(one));
				const facts = inReview({ signatures, history });
				const round = aRound({ quorum, abroad: 0 });
				const counting = countingSignatures(facts, round);
				expect(new Set(counting.map((one) => one.personId)).size).toBe(counting.length);
				for (const one of counting) {
					expect(['ucy', 'unige']).toContain(one.organisationId);
					expect(one.coversSha256).toBe(COVERS);
					expect(one.roundId).toBe('r1');
					expect(one.meaning).toBe('reviewed');
				}
				const isReached = quorumBlocks(facts, round).length === 0;
				if (isReached) expect(counting.length).toBeGreaterThanOrEqual(quorum);
			})
		);
	});
});

describe('a signature', () => {
	const v2 = aVersion({ id: 'v2', number: 2 });
	const closed = (outcome: 'quorum' | 'changes-requested' | 'break-glass' | 'superseded') =>
		aRound({ closedAt: 'x', outcome });
	test.each([
		['covers the current file while its round is open', {}, 'covers'],
		['covers it after the quorum', { rounds: [closed('quorum')] }, 'covers'],
		['covers it after the glass was broken', { rounds: [closed('break-glass')] }, 'covers'],
		['is history when changes were requested', { rounds: [closed('changes-requested')] }, 'ended'],
		['goes stale with a new version', { versions: [aVersion(), v2], rounds: [closed('superseded')] }, 'stale']
	])('%s', (_, given, expected) => {
		expect(signatureStanding(inReview(given), aSignature())).toBe(expected);
	});
});
