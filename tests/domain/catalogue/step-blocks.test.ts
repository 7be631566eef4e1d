import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextStep } from '#lib/domain/catalogue/algorithm.ts';
import { entryHolder, staysWithOwner } from '#lib/domain/catalogue/entry-holder.ts';
import { prerequisiteCycle } from '#lib/domain/catalogue/prerequisite-cycle.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { automaticSteps, recordBlocks, stepBlocks } from '#lib/domain/catalogue/step-blocks.ts';
import type { EntryStepFacts } from '#lib/domain/catalogue/step-facts.ts';
import { wayOf } from '#lib/domain/catalogue/way.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import { weighEntry } from '#lib/domain/catalogue/weigh-entry.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { WHOLE } from '#tests/support/builders/a-catalogue.ts';
import { factsWith } from '#tests/support/catalogue-content.ts';

const TODAY = '2026-06-15';
const SINCE = '2026-05-01T09:00:00.000Z';

function facts(
	state: string,
	given: Partial<EntryStepFacts> = {},
	content: EntryContent = WHOLE
): EntryStepFacts {
	return {
		code: 'MC-KAZNU-01',
		state,
		stateSinceAt: SINCE,
		heldFrom: null,
		heldUntilOn: null,
		today: TODAY,
		ownerId: 'kaznu',
		publisherId: 'koksu',
		content,
		profiles: PROPOSED_PROFILES.filter((one) => one.country === null).map(
			({ code, title, country, rules }) => ({
				...{ code, title, country },
				number: 1,
				results: weighEntry(rules, factsWith(content), PROPOSED_ALGORITHM)
			})
		),
		proofs: { need: 1, feedback: 1, evaluation: 1 },
		overlaps: [],
		cycle: [],
		review: {
			leadCountry: 'KZ',
			history: { leadOrganisationId: 'kaznu', contributions: [], conflicts: [] },
			versions: [],
			reviewers: [],
			rounds: [],
			signatures: [],
			comments: []
		},
		approvals: [],
		...given
	};
}

function codes(state: string, given: Partial<EntryStepFacts> = {}, content: EntryContent = WHOLE): string[] {
	const step = nextStep(PROPOSED_ALGORITHM, state);
	return step
		? stepBlocks(PROPOSED_ALGORITHM, facts(state, given, content), step).map(({ code }) => code)
		: [];
}

test('a complete entry is blocked by nothing of its content on the whole way', () => {
	expect(PROPOSED_ALGORITHM.steps.flatMap(({ state }) => codes(state))).toEqual([]);
});

const homepage = (checkedOn: string | null): EntryContent => ({
	...WHOLE,
	homepage: { standing: 'value', value: { url: 'https://example.org', checkedOn } }
});
const { 'isced-f': _, ...FIELDLESS } = WHOLE;

test.each<[string, string, Partial<EntryStepFacts>, EntryContent, string[]]>([
	['no evidence of the need', 'idea', { proofs: {} }, WHOLE, ['proof-missing']],
	['an overlap that nobody decided', 'idea', { overlaps: ['MC-UCY-01'] }, WHOLE, ['overlap-undecided']],
	['prerequisites in a circle', 'designed', { cycle: ['A', 'B'] }, WHOLE, ['prerequisite-cycle']],
	['a home page nobody opened', 'institution-approved', {}, homepage(null), ['homepage-unchecked']],
	['a home page opened long ago', 'institution-approved', {}, homepage('2025-12-16'), ['homepage-check-old']],
	['a home page opened 180 days ago', 'institution-approved', {}, homepage('2025-12-17'), []],
	['what the system asked no longer holds', 'catalogue-ready', {}, homepage(null), ['homepage-unchecked']],
	['a profile that the project does not have', 'mapped', { profiles: [] }, WHOLE, ['profile-unknown']],
	['a profile below its share', 'institution-approved', {}, FIELDLESS, ['profile-below']],
	['an entry on hold', 'on-hold', {}, WHOLE, []]
])('%s', (_name, state, given, content, expected) => {
	expect(codes(state, given, content)).toEqual(expected);
});

test('a national profile blocks below its share and says what is missing', () => {
	const national = {
		code: 'national-kz',
		title: 'Kazakhstan',
		country: 'KZ',
		number: 1,
		results: [
			{ element: 'contact', standing: 'complete', weight: 3, reasons: [], notApplicableReason: '' },
			{ element: 'licence', standing: 'missing', weight: 1, reasons: [], notApplicableReason: '' }
		]
	} as const;
	const profiles = [...facts('idea').profiles, national];
	expect(codes('institution-approved', { profiles })).toEqual(['profile-below']);
});

test('a record must be filled in, in its own form', () => {
	const step = PROPOSED_ALGORITHM.steps.find(({ state }) => state === 'recognised');
	const record = { 'recognised-by': 'NEO', 'recognised-on': '2026-02-30', reference: ' ', link: 'neo' };
	expect(step && recordBlocks(step, record).map(({ code }) => code)).toEqual([
		'record-malformed',
		'record-missing',
		'record-malformed'
	]);
});

test('every entry on the way has exactly one holder, and the system never is one', () => {
	const states = fc.constantFrom(...PROPOSED_ALGORITHM.steps.map(({ state }) => state), 'on-hold');
	const officers = fc.constantFrom([], [{ personId: 'rector', name: 'Rustam' }]);
	fc.assert(
		fc.property(states, officers, fc.boolean(), fc.boolean(), (state, officers, approved, hasContent) => {
			const approvals = [{ organisationId: 'kaznu', acronym: 'KazNU', approved, lapsedOn: null, officers }];
			const holder = entryHolder(PROPOSED_ALGORITHM, facts(state, { approvals }, hasContent ? WHOLE : {}));
			if (state === 'recognised') {
				expect(holder).toBeNull();
				return;
			}
			expect(holder?.since).toBe(SINCE);
			const hands = [holder?.personIds.length, holder?.organisationId, holder?.role];
			expect(hands.filter((one) => one !== null && one !== 0 && one !== undefined)).toHaveLength(1);
			if (staysWithOwner(PROPOSED_ALGORITHM, state)) expect(holder?.organisationId).toBe('kaznu');
		})
	);
});

test('until reviewers come in, an entry lies with its owner whatever it says', () => {
	const states = [...PROPOSED_ALGORITHM.steps.map(({ state }) => state), 'on-hold'];
	const own = states.filter((state) => staysWithOwner(PROPOSED_ALGORITHM, state));
	expect(own).toEqual(['idea', 'needs-confirmed', 'designed', 'on-hold']);
});

const lapsed = (officers: readonly { personId: string; name: string }[], approved = false) => ({
	approvals: [{ organisationId: 'kaznu', acronym: 'KazNU', approved, lapsedOn: '2026-06-01', officers }]
});
const RECTOR = { personId: 'rector', name: 'Rustam' };

test.each([
	['internal-qa', lapsed([RECTOR]), []],
	['institution-approved', lapsed([RECTOR]), ['approval-lapsed']],
	['catalogue-ready', lapsed([RECTOR]), ['approval-lapsed']],
	['published', lapsed([RECTOR]), ['approval-lapsed']],
	['catalogue-ready', lapsed([RECTOR], true), []]
])('after %s an approval that lapsed stops the way until it is renewed', (state, given, expected) => {
	expect(codes(state, given)).toEqual(expected);
});

test('who renews a lapsed approval is an officer of its body, also at the end of the way', () => {
	const holderOf = (state: string, given: Partial<EntryStepFacts>) =>
		entryHolder(PROPOSED_ALGORITHM, facts(state, given));
	const renewal = { personIds: ['rector'], awaits: 'renew-approval', since: '2026-06-02T00:00:00.000Z' };
	expect(holderOf('catalogue-ready', lapsed([RECTOR]))).toMatchObject(renewal);
	expect(holderOf('recognised', lapsed([RECTOR]))).toMatchObject(renewal);
	expect(holderOf('published', lapsed([]))).toMatchObject({
		awaits: 'name-officer',
		organisationId: 'kaznu'
	});
	expect(holderOf('designed', lapsed([RECTOR]))?.awaits).not.toBe('renew-approval');
	expect(holderOf('recognised', lapsed([RECTOR], true))).toBeNull();
});

test.each([
	['catalogue-ready', 'publish-entry', 'koksu'],
	['mapped', 'assign-reviewers', null],
	['idea', 'take-step', 'kaznu'],
	['institution-approved', 'complete-entry', 'kaznu']
])('of %s the holder is to %s', (state, awaits, organisationId) => {
	expect(entryHolder(PROPOSED_ALGORITHM, facts(state))).toMatchObject({ awaits, organisationId });
});

test('the system takes its steps only where nothing blocks', () => {
	const taken = (given: EntryStepFacts) =>
		automaticSteps(PROPOSED_ALGORITHM, given).map(({ state }) => state);
	expect(taken(facts('institution-approved'))).toEqual(['catalogue-ready']);
	expect(taken(facts('institution-approved', {}, homepage(null)))).toEqual([]);
	expect(taken(facts('mapped'))).toEqual([]);
});

test('a circle of prerequisites is found whatever hangs on it', () => {
	const chain = new Map([
		['A', ['B', 'X']],
		['B', ['C']],
		['C', ['A']],
		['X', ['X']]
	]);
	expect(prerequisiteCycle('A', chain)).toEqual(['A', 'B', 'C']);
	expect(prerequisiteCycle('X', chain)).toEqual(['X']);
	expect(
		prerequisiteCycle(
			'A',
			new Map([
				['A', ['B']],
				['B', []]
			])
		)
	).toEqual([]);
});

test('the path keeps the days of what still stands, and forgets what was undone', () => {
	const at = (day: string) => `${day}T09:00:00.000Z`;
	const clock = { timeZone: 'UTC', today: TODAY };
	const history = [
		{ state: 'idea', how: 'created', enteredAt: at('2026-01-01') },
		{ state: 'needs-confirmed', how: 'step', enteredAt: at('2026-01-11') },
		{ state: 'on-hold', how: 'held', enteredAt: at('2026-02-01') },
		{ state: 'needs-confirmed', how: 'resumed', enteredAt: at('2026-03-01') },
		{ state: 'designed', how: 'step', enteredAt: at('2026-03-12') },
		{ state: 'mapped', how: 'step', enteredAt: at('2026-04-01') },
		{ state: 'designed', how: 'returned', enteredAt: at('2026-06-05') }
	] as const;
	const way = wayOf(PROPOSED_ALGORITHM, 'designed', history, clock);
	expect(way.slice(0, 5).map(({ standing, enteredOn, days }) => [standing, enteredOn, days])).toEqual([
		['done', '2026-01-01', null],
		['done', '2026-01-11', 10],
		['current', '2026-06-05', 145],
		['next', null, 10],
		['future', null, null]
	]);
});
