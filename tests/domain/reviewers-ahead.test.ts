import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverText } from '#lib/text/reviewers-ahead.ts';
import { isoWeek, mondayOf } from '#lib/domain/days.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import { mondaysFrom, reviewerWeeks } from '#lib/domain/reviewer-weeks.ts';
import {
	isReviewAhead,
	recruitFrom,
	reviewerOutlook,
	type ReviewAhead,
	type ReviewerPool
} from '#lib/domain/reviewers-ahead.ts';
import { aCandidate, FABIO } from '#tests/support/deliverable-facts.ts';

const TODAY = '2026-06-15';
const elena = aCandidate();
const fabio = aCandidate(FABIO);
const kaznu = { organisationId: 'kaznu', acronym: 'KAZNU', country: 'KZ' };
const gulnara = aCandidate({ personId: 'gulnara', name: 'Gulnara', ...kaznu });
const POOL: ReviewerPool = { candidates: [elena, fabio, gulnara], conflicts: [], former: [] };
const D42: ReviewAhead = {
	id: 'd42',
	code: 'D4.2',
	state: 'planned',
	dueOn: '2026-08-31',
	leadOrganisationId: 'koksu',
	leadCountry: 'KZ',
	contributions: [],
	asked: [],
	round: null
};
const outlook = (item: Partial<ReviewAhead>, pool: Partial<ReviewerPool> = {}) =>
	reviewerOutlook({ ...D42, ...item }, { ...POOL, ...pool }, PROPOSED_QUALITY_PLAN, TODAY);

test.each([
	['planned', '2026-09-13', true],
	['planned', '2026-09-14', false],
	['in-preparation', '2026-05-31', true],
	['in-preparation', null, true],
	['planned', null, false],
	['reviewed', '2026-06-30', false],
	['accepted', '2026-06-30', false],
	['withdrawn', '2026-06-30', false]
])('of a deliverable that is %s and due on %s a review lies ahead: %s', (state, dueOn, isAhead) => {
	expect(isReviewAhead({ state, dueOn }, TODAY)).toBe(isAhead);
});

test('with enough people who may sign but none asked, reviewers are to be assigned', () => {
	const { cover, eligible, reviewOn } = outlook({});
	expect(cover).toBe('to-assign');
	expect(eligible.map(({ name }) => name)).toEqual(['Elena', 'Fabio', 'Gulnara']);
	expect(reviewOn).toBe('2026-08-17');
});

test('it is covered once enough independent people are asked, one of them from abroad', () => {
	expect(outlook({ asked: [elena, gulnara] }).cover).toBe('covered');
	expect(outlook({ asked: [gulnara] }).cover).toBe('to-assign');
});

test('people asked who are not independent do not cover it, and it is said why', () => {
	const written = { ...kaznu, personId: null, kind: 'author' as const, note: 'version 2' };
	const { cover, unfit } = outlook({ asked: [elena, gulnara], contributions: [written] });
	expect(cover).toBe('to-assign');
	expect(unfit.map(({ person, reasons }) => [person.name, reasons[0]?.code])).toEqual([
		['Gulnara', 'organisation-contributed']
	]);
});

test('where nobody is left it says how many are lacking, and from where somebody could be recruited', () => {
	const seen = outlook({ leadOrganisationId: 'ucy', leadCountry: 'CY' }, { candidates: [elena, gulnara] });
	expect(seen.cover).toBe('nobody');
	expect(seen.lacking).toEqual({ people: 1, abroad: 0 });
	const organisations = [
		{ id: 'ucy', country: 'CY' },
		{ id: 'kaznu', country: 'KZ' },
		{ id: 'bsu', country: 'KZ' }
	];
	expect(recruitFrom(seen, 'CY', organisations).map(({ id }) => id)).toEqual(['kaznu', 'bsu']);
	const atHome = outlook({}, { candidates: [gulnara, { ...gulnara, personId: 'aida' }] });
	expect(atHome.lacking).toEqual({ people: 0, abroad: 1 });
	expect(recruitFrom(atHome, 'KZ', organisations).map(({ id }) => id)).toEqual(['ucy']);
});

test('a conflict of interest and a former employer speak against somebody, each only where it concerns', () => {
	const conflicts = [{ personId: 'fabio', itemId: 'another', reason: 'Advised it' }];
	expect(outlook({}, { conflicts }).eligible).toHaveLength(3);
	expect(outlook({ id: 'another' }, { conflicts }).eligible).toHaveLength(2);
	const former = [{ personId: 'elena', organisationId: 'koksu', acronym: 'KOKSU' }];
	expect(outlook({}, { former }).eligible.map(({ name }) => name)).toEqual(['Fabio', 'Gulnara']);
});

test('a review should not be over in the past, and a running one is over by its own day', () => {
	expect(outlook({ dueOn: '2026-04-30' }).reviewOn).toBe(TODAY);
	expect(outlook({ round: { dueOn: '2026-06-24', signedIds: [] } }).reviewOn).toBe('2026-06-24');
});

test('without anybody who may sign nothing is ever covered', () => {
	fc.assert(
		fc.property(
			fc.subarray([elena, fabio, gulnara]),
			fc.subarray([elena, fabio, gulnara]),
			(asked, candidates) => {
				const seen = outlook({ asked }, { candidates });
				if (seen.cover === 'covered') expect(seen.asked.length).toBeGreaterThanOrEqual(2);
				const fewer = outlook({ asked: [] }, { candidates: [] });
				expect(fewer.cover).toBe('nobody');
			}
		)
	);
});

const duty = (personId: string, code: string, on: string) =>
	({ personId, code, kind: 'deliverable', on }) as const;

test('two reviews of one person in one ISO week are too many, in two weeks they are not', () => {
	const seen = reviewerWeeks(
		[
			duty('elena', 'D1.1', '2026-06-15'),
			duty('elena', 'D1.2', '2026-06-21'),
			duty('elena', 'D1.3', '2026-06-22'),
			duty('fabio', 'D1.1', '2026-06-15')
		],
		1
	);
	expect(seen.map((week) => [week.monday, week.personId, week.duties.length, week.tooMany])).toEqual([
		['2026-06-15', 'elena', 2, true],
		['2026-06-15', 'fabio', 1, false],
		['2026-06-22', 'elena', 1, false]
	]);
	expect(mondaysFrom(TODAY, seen, 3)).toEqual(['2026-06-15', '2026-06-22', '2026-06-29']);
});

test.each([
	['2026-06-15', '2026-06-15', 25],
	['2026-06-21', '2026-06-15', 25],
	['2027-01-01', '2026-12-28', 53],
	['2024-12-30', '2024-12-30', 1],
	['2021-01-03', '2020-12-28', 53]
])('%s lies in the week from %s, number %i', (day, monday, week) => {
	expect(mondayOf(day)).toBe(monday);
	expect(isoWeek(day)).toBe(week);
});

test.each([
	[0, { people: 3, abroad: 0 }, 'Nobody who may sign'],
	[2, { people: 1, abroad: 0 }, 'Too few who may sign: 2 of 3'],
	[3, { people: 0, abroad: 1 }, 'Too few from outside the lead’s country: 1 more needed']
])('with %i people who may sign where three are needed, that is said', (there, lacking, label) => {
	const eligible = Array.from({ length: there }, () => elena);
	expect(coverText({ cover: 'nobody', asked: [], eligible, lacking }, 3).label).toBe(label);
});
