import { expect, test } from 'vitest';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import {
	canonicalCovers,
	coverChanges,
	entryCovers,
	isStale,
	touchesProtected
} from '#lib/domain/catalogue/entry-covers.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';

const pinned = {
	step: 'internal-qa',
	round: 1,
	algorithm: 0,
	criteria: [
		{ code: 'elm', version: 2, sha256: 'e' },
		{ code: 'eu-core', version: 1, sha256: 'c' }
	],
	checklist: { code: 'QA-E', version: 1, sha256: 'q' },
	contentSha256: 'all'
};
const content: EntryContent = {
	title: { standing: 'value', value: { en: 'Leading sustainable schools' } },
	workload: { standing: 'value', value: { hours: 75, ects: 3 } },
	assessment: { standing: 'value', value: ['portfolio'] }
};
const kaznu = { organisationId: 'o1', acronym: 'KazNU', name: 'KazNU', country: 'KZ' };
const koksu = { organisationId: 'o2', acronym: 'KOKSU', name: 'KOKSU', country: 'KZ' };
const entry = { content, bodies: [kaznu] };
const signed = entryCovers(entry, PROPOSED_ALGORITHM.protectedElements, pinned);

test('the same content covers itself, in whatever order its parts come', () => {
	const turned = {
		content: {
			assessment: content.assessment,
			workload: { standing: 'value' as const, value: { ects: 3, hours: 75 } },
			title: content.title
		},
		bodies: [kaznu]
	};
	const again = entryCovers(turned, PROPOSED_ALGORITHM.protectedElements.toReversed(), {
		...pinned,
		criteria: pinned.criteria.toReversed()
	});
	expect(canonicalCovers(again)).toBe(canonicalCovers(signed));
	expect(isStale(signed, turned)).toBe(false);
});

test('what was covered can be read back from its text', () => {
	expect(parseCovers(canonicalCovers(signed))).toEqual(signed);
});

const CHANGED: readonly (readonly [string, EntryContent])[] = [
	[
		'another number of credits',
		{ ...content, workload: { standing: 'value', value: { hours: 75, ects: 4 } } }
	],
	['a level that was not there', { ...content, level: { standing: 'not-applicable', reason: 'short' } }],
	['an assessment taken out', { title: content.title, workload: content.workload }]
];

test.each(CHANGED)('%s leaves a signature behind and is named', (_, changed) => {
	expect(isStale(signed, { content: changed, bodies: [kaznu] })).toBe(true);
	expect(coverChanges(signed, { content: changed, bodies: [kaznu] })).toHaveLength(1);
});

test('a title may change without touching what was signed', () => {
	const renamed: EntryContent = { ...content, title: { standing: 'value', value: { en: 'Other words' } } };
	expect(isStale(signed, { content: renamed, bodies: [kaznu] })).toBe(false);
	expect(coverChanges(signed, { content: renamed, bodies: [kaznu] })).toEqual([]);
});

test('a further awarding body leaves a signature behind, another name of the same body does not', () => {
	expect(coverChanges(signed, { content, bodies: [kaznu, koksu] })).toEqual([
		{
			element: 'awarding-body',
			before: { standing: 'value', value: ['KazNU'] },
			now: { standing: 'value', value: ['KazNU', 'KOKSU'] }
		}
	]);
	expect(isStale(signed, { content, bodies: [kaznu, koksu] })).toBe(true);
	expect(isStale(signed, { content, bodies: [{ ...kaznu, acronym: 'KAZNU' }] })).toBe(false);
});

test('only elements of the algorithm’s list and the awarding bodies are protected', () => {
	expect(touchesProtected(PROPOSED_ALGORITHM, ['title', 'need'])).toBe(false);
	expect(touchesProtected(PROPOSED_ALGORITHM, ['title', 'workload'])).toBe(true);
	expect(touchesProtected(PROPOSED_ALGORITHM, ['awarding-body'])).toBe(true);
});
