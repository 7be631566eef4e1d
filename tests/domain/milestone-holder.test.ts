import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milestoneHolder, type HeldMilestone } from '#lib/domain/milestone-holder.ts';
import {
	MILESTONE_EVENTS,
	MILESTONE_LIFE_CYCLE,
	MILESTONE_STATES,
	SETTLED_MILESTONE_STATES,
	verifiersNeeded
} from '#lib/domain/milestones.ts';

function held(given: Partial<HeldMilestone>): HeldMilestone {
	return {
		state: 'planned',
		stateSinceAt: '2026-06-01T00:00:00.000Z',
		leadOrganisationId: 'lead',
		workPackageLeads: [{ organisationId: 'package-lead' }],
		assignments: [],
		claim: null,
		...given
	};
}

const two = [{ personId: 'vera' }, { personId: 'sam' }];
const cases: [string, Partial<HeldMilestone>, object][] = [
	['planned: the lead of the work package', {}, { organisationId: 'package-lead', awaits: 'claim' }],
	['planned without such a lead: its own lead', { workPackageLeads: [] }, { organisationId: 'lead' }],
	[
		'planned without any lead: the coordinator',
		{ workPackageLeads: [], leadOrganisationId: null },
		{ role: 'coordinator' }
	],
	['claimed: the QA lead', { state: 'claimed' }, { role: 'qa-lead', awaits: 'assign-verifiers' }],
	['verifying: those asked', { state: 'verifying', assignments: two }, { personIds: ['vera', 'sam'] }],
	[
		'verifying, one has signed: the other',
		{ state: 'verifying', assignments: two, claim: { verifiers: [{ personId: 'vera' }] } },
		{ personIds: ['sam'], awaits: 'verify' }
	],
	[
		'verifying, all asked have signed and one is still needed: the QA lead',
		{ state: 'verifying', assignments: two.slice(0, 1), claim: { verifiers: [{ personId: 'vera' }] } },
		{ role: 'qa-lead', awaits: 'assign-verifiers' }
	],
	['returned: the lead again', { state: 'returned' }, { awaits: 'answer-return' }],
	['reopened: the lead again', { state: 'reopened' }, { awaits: 'claim-again' }],
	['verified: the coordinator', { state: 'verified' }, { role: 'coordinator', awaits: 'countersign' }]
];
test.each(cases)('%s holds it', (_, given, expected) => {
	expect(milestoneHolder(held(given))).toMatchObject(expected);
});

test('nothing open is without a holder, and nothing settled has one', () => {
	const person = fc.record({ personId: fc.constantFrom('p', 'q', 'r') });
	const milestone = fc.record({
		state: fc.constantFrom(...MILESTONE_STATES),
		stateSinceAt: fc.constant('2026-06-01T00:00:00.000Z'),
		leadOrganisationId: fc.option(fc.constant('lead')),
		workPackageLeads: fc.array(fc.record({ organisationId: fc.constant('wp') }), { maxLength: 1 }),
		assignments: fc.array(person, { maxLength: 3 }),
		claim: fc.option(fc.record({ verifiers: fc.array(person, { maxLength: 3 }) }))
	});
	fc.assert(
		fc.property(milestone, (one) => {
			const holder = milestoneHolder(one);
			expect(holder === null).toBe(SETTLED_MILESTONE_STATES.includes(one.state));
			if (holder === null) return;
			const hands = [holder.organisationId !== null, holder.personIds.length > 0, holder.kind === 'role'];
			expect(hands.filter(Boolean)).toHaveLength(1);
		})
	);
});

test('every state but the settled ones can be left, and every state but the first can be reached', () => {
	const leaving = new Set<string>(MILESTONE_EVENTS.flatMap((event) => MILESTONE_LIFE_CYCLE[event].from));
	const reached = new Set<string>(MILESTONE_EVENTS.map((event) => MILESTONE_LIFE_CYCLE[event].to));
	const stuck = MILESTONE_STATES.filter((state) => !leaving.has(state));
	expect(stuck).toEqual(['replaced', 'deferred']);
	expect(MILESTONE_STATES.filter((state) => !reached.has(state))).toEqual([]);
});

const PLAN = { milestoneVerifiers: 1, criticalMilestoneVerifiers: 2 };
test.each([
	[{ paymentRelevant: false, goNoGo: false }, PLAN, 1],
	[{ paymentRelevant: true, goNoGo: false }, PLAN, 2],
	[{ paymentRelevant: false, goNoGo: true }, PLAN, 2],
	[{ paymentRelevant: true, goNoGo: true }, { milestoneVerifiers: 3, criticalMilestoneVerifiers: 2 }, 3]
])('%o takes %o verifiers', (milestone, plan, expected) => {
	expect(verifiersNeeded(milestone, plan)).toBe(expected);
});
