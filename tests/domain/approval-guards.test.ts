import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalBlocks, breakGlassBlocks, type Approval } from '#lib/domain/approval-guards.ts';
import { signOffBlocks } from '#lib/domain/sign-off-guards.ts';
import type { DeliverableFacts } from '#lib/domain/deliverables.ts';
import {
	aCandidate,
	aReviewer,
	aRound,
	aSignature,
	aVersion,
	COVERS,
	FABIO_SIGNED,
	inReview
} from '#tests/support/deliverable-facts.ts';

const carmen = { personId: 'carmen', name: 'Carmen' };
const given: Approval = {
	seenSha256: COVERS,
	publicChecked: true,
	accessOrganisationIds: [],
	packageOf: COVERS
};
const reviewed = (change: Partial<DeliverableFacts> = {}) =>
	inReview({
		state: 'reviewed',
		rounds: [aRound({ closedAt: 'x', outcome: 'quorum' })],
		signatures: [aSignature(), FABIO_SIGNED],
		...change
	});
const codes = (change: Partial<DeliverableFacts>, approval: Partial<Approval> = {}, who = carmen) =>
	approvalBlocks(reviewed(change), who, { ...given, ...approval }).map((reason) => reason.code);
const authored = (personId: string, organisationId: string) => ({
	leadOrganisationId: 'koksu',
	contributions: [{ organisationId, acronym: 'X', personId, kind: 'author' as const, note: 'version 1' }],
	conflicts: []
});

test('a third person approves what the quorum signed', () => {
	expect(codes({})).toEqual([]);
});

describe('nobody approves', () => {
	const v2 = aVersion({ id: 'v2', number: 2 });
	test.each<[string, Partial<DeliverableFacts>, Partial<Approval>, string[]]>([
		['before the quorum', { state: 'in-review' }, {}, ['wrong-state']],
		['their own work', { history: authored('carmen', 'uah') }, {}, ['approver-authored']],
		['without the quorum', { signatures: [aSignature()] }, {}, ['quorum-missing']],
		[
			'after a signer’s organisation joined the authors',
			{ history: authored('maria', 'ucy') },
			{},
			['signer-not-independent', 'quorum-missing']
		],
		['another version than was signed', { versions: [aVersion(), v2] }, {}, ['signatures-stale']],
		['other bytes than they saw', {}, { seenSha256: 'f'.repeat(64) }, ['covers-changed']],
		['without the package of exactly these bytes', {}, { packageOf: null }, ['package-missing']],
		['a public text unchecked', {}, { publicChecked: false }, ['public-check-missing']],
		['a sensitive text without naming its readers', { level: 'SEN' }, {}, ['access-list-missing']]
	])('%s', (_, change, approval, expected) => {
		expect(codes(change, approval)).toEqual(expected);
	});

	test('what they signed as a reviewer', () => {
		const own = { personId: 'elena', name: 'Elena' };
		expect(codes({}, {}, own)).toEqual(['approver-signed']);
	});
});

test('breaking the glass lifts the quorum and nothing else', () => {
	const early = inReview();
	const blocks = (who: typeof carmen, approval: Partial<Approval> = {}) =>
		breakGlassBlocks(early, who, { ...given, ...approval }).map((reason) => reason.code);
	expect(blocks(carmen)).toEqual([]);
	expect(blocks(carmen, { publicChecked: false })).toEqual(['public-check-missing']);
	const own = inReview({ history: authored('carmen', 'uah') });
	expect(breakGlassBlocks(own, carmen, given).map((reason) => reason.code)).toEqual(['approver-authored']);
});

test('whatever one person did, nobody both wrote and signed, wrote and approved, or signed and approved', () => {
	const history = fc.record({
		wrote: fc.boolean(),
		leads: fc.boolean(),
		contributed: fc.boolean(),
		signed: fc.boolean()
	});
	fc.assert(
		fc.property(history, ({ wrote, leads, contributed, signed }) => {
			const me = aCandidate({ personId: 'carmen', name: 'Carmen', organisationId: 'uah', acronym: 'UAH' });
			const row = { organisationId: 'uah', acronym: 'UAH', note: 'version 1' };
			const past: DeliverableFacts['history'] = {
				leadOrganisationId: leads ? 'uah' : 'koksu',
				contributions: [
					...(wrote ? [{ ...row, personId: 'carmen', kind: 'author' as const }] : []),
					...(contributed ? [{ ...row, personId: null, kind: 'contributor' as const }] : [])
				],
				conflicts: []
			};
			const signatures = signed ? [aSignature({ ...me, personName: 'Carmen' })] : [];
			const open = inReview({ history: past, reviewers: [aReviewer(me)] });
			const seen = { seenSha256: COVERS, presentSha256: COVERS, answers: [] };
			const maySign = signOffBlocks(open, me, seen).length === 0;
			const mayApprove = breakGlassBlocks({ ...open, signatures }, me, given).length === 0;
			expect(maySign).toBe(!wrote && !leads && !contributed);
			expect(mayApprove).toBe(!wrote && !signed);
		})
	);
});
