import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '#lib/domain/independence.ts';
import {
	assignVerifierBlocks,
	claimBlocks,
	declareBlocks,
	returnBlocks,
	verifierBlocks,
	verifyBlocks
} from '#lib/domain/milestone-blocks.ts';
import type { ClaimFacts, MilestoneFacts } from '#lib/domain/milestones.ts';

const TODAY = '2026-06-15';
const SEEN = { claimId: 'claim', coversSha256: 'hash' };

const vera: Candidate = {
	personId: 'vera',
	name: 'Vera',
	organisationId: 'independent',
	acronym: 'IND',
	country: 'IT',
	roles: ['qa-reviewer']
};
const sam: Candidate = { ...vera, personId: 'sam', name: 'Sam', organisationId: 'lead', acronym: 'LEAD' };

function aClaim(given: Partial<ClaimFacts> = {}): ClaimFacts {
	return {
		id: 'claim',
		number: 1,
		quorum: 1,
		coversSha256: 'hash',
		claimantId: 'lea',
		claimantName: 'Lea',
		closedAt: null,
		outcome: null,
		judgements: [],
		verifiers: [],
		...given
	};
}

function facts(given: Partial<MilestoneFacts> = {}): MilestoneFacts {
	return {
		state: 'verifying',
		stateSinceAt: '2026-06-01T00:00:00.000Z',
		leadOrganisationId: 'lead',
		history: { leadOrganisationId: 'lead', contributions: [], conflicts: [] },
		workPackageLeads: [],
		means: [{ id: 'm1', position: 1, text: 'List', evidence: [{ id: 'e', name: 'list.pdf', proof: 'p' }] }],
		dependencies: [],
		assignments: [{ personId: 'vera', name: 'Vera' }],
		claim: aClaim(),
		coversNow: 'hash',
		...given
	};
}

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);
const sufficient = { meansId: 'm1', personId: 'vera', verdict: 'sufficient' } as const;

describe('claiming', () => {
	const unclaimed = facts({ state: 'planned', claim: null });

	test('evidence for every means and approved deliverables allow it', () => {
		const ready = { ...unclaimed, dependencies: [{ code: 'D4.1', state: 'approved' }] };
		expect(claimBlocks(ready, TODAY, TODAY)).toEqual([]);
	});

	test('every reason against it is named at once', () => {
		const bare = facts({
			state: 'declared',
			means: [{ id: 'm1', position: 1, text: 'List', evidence: [] }],
			dependencies: [{ code: 'D4.1', state: 'in-review' }]
		});
		expect(codes(claimBlocks(bare, '2026-06-16', TODAY))).toEqual([
			'wrong-state',
			'means-without-evidence',
			'deliverable-not-approved',
			'day-in-future'
		]);
	});

	test('a milestone without means of verification cannot be claimed', () => {
		expect(codes(claimBlocks({ ...unclaimed, means: [] }, TODAY, TODAY))).toEqual(['means-missing']);
	});

	test.each(['approved', 'submitted', 'accepted'])('it may rest on a deliverable that is %s', (state) => {
		const resting = { ...unclaimed, dependencies: [{ code: 'D1.1', state }] };
		expect(claimBlocks(resting, TODAY, TODAY)).toEqual([]);
	});

	test.each(['planned', 'in-review', 'reviewed', 'revision-by-funder', 'withdrawn'])(
		'it may not rest on a deliverable that is %s',
		(state) => {
			const resting = { ...unclaimed, dependencies: [{ code: 'D1.1', state }] };
			expect(codes(claimBlocks(resting, TODAY, TODAY))).toEqual(['deliverable-not-approved']);
		}
	);
});

describe('who may verify', () => {
	test('nobody of the leading organisation', () => {
		expect(codes(verifierBlocks(facts(), sam))).toEqual(['organisation-leads']);
	});

	test('nobody of an organisation that leads one of its work packages', () => {
		const lead = { organisationId: 'independent', acronym: 'IND', workPackage: 'WP2' };
		expect(verifierBlocks(facts({ workPackageLeads: [lead] }), vera)).toEqual([
			{ code: 'organisation-leads-work-package', organisation: 'IND', workPackage: 'WP2' }
		]);
	});

	test('a leading organisation is named once, though it leads the work package too', () => {
		const lead = { organisationId: 'lead', acronym: 'LEAD', workPackage: 'WP1' };
		expect(codes(verifierBlocks(facts({ workPackageLeads: [lead] }), sam))).toEqual(['organisation-leads']);
	});

	test('nobody whose organisation ever gave evidence', () => {
		const contribution = {
			organisationId: 'independent',
			acronym: 'IND',
			personId: 'somebody',
			kind: 'evidence',
			note: 'list.pdf'
		} as const;
		const history = { ...facts().history, contributions: [contribution] };
		expect(codes(verifierBlocks(facts({ history }), vera))).toEqual(['organisation-contributed']);
	});

	test('the refusal to assign names those who could be', () => {
		const reasons = assignVerifierBlocks(facts({ state: 'claimed', assignments: [] }), sam, [vera, sam]);
		expect(reasons).toEqual([
			{ code: 'organisation-leads', organisation: 'LEAD' },
			{ code: 'eligible-people', people: ['Vera (IND)'] }
		]);
	});
});

describe('verifying', () => {
	test('every means judged sufficient by the verifier in person allows it', () => {
		expect(verifyBlocks(facts({ claim: aClaim({ judgements: [sufficient] }) }), vera, SEEN)).toEqual([]);
	});

	const refusals: [string, Partial<MilestoneFacts>, string[]][] = [
		['a means nobody judged', {}, ['means-not-judged']],
		[
			'a judgement of somebody else',
			{ claim: aClaim({ judgements: [{ ...sufficient, personId: 'other' }] }) },
			['means-not-judged']
		],
		[
			'a means judged insufficient',
			{ claim: aClaim({ judgements: [{ ...sufficient, verdict: 'insufficient' }] }) },
			['means-judged-insufficient']
		],
		[
			'evidence withdrawn after the claim',
			{ claim: aClaim({ judgements: [sufficient] }), coversNow: 'other' },
			['evidence-changed-since-claim']
		],
		[
			'a claim that is not the one on the screen',
			{ claim: aClaim({ id: 'later', judgements: [sufficient] }) },
			['claim-moved-on']
		],
		[
			'a person who is not assigned',
			{ assignments: [], claim: aClaim({ judgements: [sufficient] }) },
			['not-assigned']
		],
		[
			'a second signature of the same person',
			{
				claim: aClaim({
					judgements: [sufficient],
					verifiers: [{ personId: 'vera', name: 'Vera', organisationId: 'independent' }]
				})
			},
			['already-verified']
		]
	];
	test.each(refusals)('%s refuses it', (_, given, expected) => {
		expect(codes(verifyBlocks(facts(given), vera, SEEN))).toEqual(expected);
	});

	test('a return must name an insufficient means', () => {
		const claim = aClaim({ judgements: [sufficient] });
		expect(codes(returnBlocks(facts({ claim }), vera, 'claim'))).toEqual(['nothing-insufficient']);
		const poor = aClaim({ judgements: [{ ...sufficient, verdict: 'insufficient' }] });
		expect(returnBlocks(facts({ claim: poor }), vera, 'claim')).toEqual([]);
	});
});

describe('declaring', () => {
	const verified = facts({
		state: 'verified',
		claim: aClaim({
			verifiers: [{ personId: 'vera', name: 'Vera', organisationId: 'independent' }],
			outcome: 'verified'
		})
	});

	test('somebody who neither claimed nor verified may countersign', () => {
		expect(declareBlocks(verified, { personId: 'cora', name: 'Cora' }, SEEN, TODAY, TODAY)).toEqual([]);
	});

	test.each([
		['lea', 'claimant'],
		['vera', 'verifier']
	])('%s was the %s and may not', (personId, as) => {
		expect(declareBlocks(verified, { personId, name: 'X' }, SEEN, TODAY, TODAY)).toEqual([
			{ code: 'declarer-took-part', person: 'X', as }
		]);
	});

	test('neither a day in the future nor withdrawn evidence is accepted', () => {
		const stale = { ...verified, coversNow: 'other' };
		expect(
			codes(declareBlocks(stale, { personId: 'cora', name: 'Cora' }, SEEN, '2026-07-01', TODAY))
		).toEqual(['evidence-changed-since-claim', 'day-in-future']);
	});
});

test('whoever leads, contributed, claimed or gave evidence is never eligible, whatever else is true', () => {
	const organisation = fc.constantFrom('a', 'b', 'c', 'd');
	const contribution = fc.record({
		organisationId: organisation,
		acronym: fc.constant('X'),
		personId: fc.constantFrom('p', 'q', null),
		kind: fc.constantFrom('lead', 'contributor', 'author', 'evidence'),
		note: fc.constant('')
	});
	fc.assert(
		fc.property(
			organisation,
			fc.array(contribution, { maxLength: 4 }),
			fc.array(organisation, { maxLength: 2 }),
			organisation,
			fc.constantFrom('p', 'q', 'r'),
			(leadOrganisationId, contributions, packageLeads, mine, personId) => {
				const blocked = verifierBlocks(
					{
						history: { leadOrganisationId, contributions, conflicts: [] },
						workPackageLeads: packageLeads.map((organisationId) => ({
							organisationId,
							acronym: 'X',
							workPackage: 'WP1'
						}))
					},
					{ ...vera, personId, organisationId: mine }
				);
				const tookPart =
					leadOrganisationId === mine ||
					packageLeads.includes(mine) ||
					contributions.some((one) => one.organisationId === mine || one.personId === personId);
				expect(blocked.length > 0).toBe(tookPart);
			}
		)
	);
});
