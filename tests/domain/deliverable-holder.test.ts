import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliverableHolder } from '#lib/domain/deliverable-holder.ts';
import { DELIVERABLE_STATES, ENDED_STATES } from '#lib/domain/deliverable-states.ts';
import type { DeliverableFacts } from '#lib/domain/deliverables.ts';
import {
	aComment,
	aReviewer,
	aRound,
	aSignature,
	FABIO,
	FABIO_SIGNED,
	inReview,
	someFacts
} from '#tests/support/deliverable-facts.ts';

describe('the ball lies', () => {
	test.each([
		['planned', 'organisation', 'start'],
		['in-preparation', 'organisation', 'prepare'],
		['changes-requested', 'organisation', 'revise'],
		['revision-by-funder', 'organisation', 'revise-for-funder'],
		['reviewed', 'role', 'approve'],
		['approved', 'role', 'submit'],
		['submitted', 'funder', 'decide']
	] as const)('when %s with the %s, to %s', (state, kind, awaits) => {
		expect(deliverableHolder(someFacts({ state }))).toMatchObject({ kind, awaits });
	});

	test('with the coordinator where no organisation leads', () => {
		const holder = deliverableHolder(someFacts({ leadOrganisationId: null }));
		expect(holder).toMatchObject({ kind: 'role', role: 'coordinator', awaits: 'name-lead' });
	});

	test.each<[string, Partial<DeliverableFacts>, object]>([
		['with the reviewers who have not signed', {}, { kind: 'people', personIds: ['elena', 'fabio'] }],
		['no longer with one who has', { signatures: [aSignature()] }, { personIds: ['fabio'] }],
		['with the QA lead while reviewers are missing', { reviewers: [aReviewer()] }, { role: 'qa-lead' }],
		[
			'with the QA lead when an opinion is all that is left',
			{ reviewers: [aReviewer(), aReviewer({ ...FABIO, kind: 'opinion' })] },
			{ role: 'qa-lead' }
		],
		[
			'with the lead when all have signed and a comment blocks',
			{ signatures: [aSignature(), FABIO_SIGNED], comments: [aComment()] },
			{ kind: 'organisation', awaits: 'answer-comments' }
		],
		[
			'with the QA lead when all have signed and nobody from abroad',
			{ signatures: [aSignature({ country: 'KZ' }), { ...FABIO_SIGNED, country: 'KZ' }] },
			{ role: 'qa-lead' }
		]
	])('in a review %s', (_, given, expected) => {
		expect(deliverableHolder(inReview(given))).toMatchObject(expected);
	});
});

test('nothing open is ever without a holder, and nothing ended has one', () => {
	const facts = fc.record({
		state: fc.constantFrom(...DELIVERABLE_STATES),
		leadOrganisationId: fc.constantFrom('koksu', null),
		rounds: fc.constantFrom([], [aRound()], [aRound({ closedAt: 'x', outcome: 'quorum' as const })]),
		reviewers: fc.subarray([
			aReviewer(),
			aReviewer(FABIO),
			aReviewer({ ...FABIO, kind: 'opinion' as const })
		]),
		signatures: fc.subarray([aSignature(), FABIO_SIGNED]),
		comments: fc.subarray([aComment(), aComment({ id: 'c2', answered: true })])
	});
	fc.assert(
		fc.property(facts, (given) => {
			const holder = deliverableHolder(someFacts(given));
			expect(holder === null).toBe(ENDED_STATES.includes(given.state));
			if (!holder) return;
			const named = [
				holder.personIds.length > 0,
				holder.organisationId !== null,
				holder.role !== null,
				holder.kind === 'funder'
			];
			expect(named.filter(Boolean)).toHaveLength(1);
			expect(holder.since).toBe('2026-06-01T09:00:00.000Z');
		})
	);
});
