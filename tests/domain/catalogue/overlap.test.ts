import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Texts } from '#lib/domain/catalogue/content.ts';
import { alikeness } from '#lib/domain/catalogue/overlap-rules.ts';
import { isByField, overlapTokens } from '#lib/domain/catalogue/overlap-words.ts';
import { OVERLAP_PERCENT, overlapChange, overlapsOf } from '#lib/domain/catalogue/overlap.ts';

const FROM = OVERLAP_PERCENT / 100;
/** An entry whose outcomes, all in one language, say this. */
const entry = (itemId: string, ...texts: string[]) => ({
	itemId,
	tokens: overlapTokens({
		'learning-outcomes': {
			standing: 'value',
			value: texts.map((en, index) => ({ id: String(index), texts: { en }, assessment: '' }))
		}
	})
});
const titled = (itemId: string, texts: Texts) => ({
	itemId,
	tokens: overlapTokens({ title: { standing: 'value', value: texts } })
});
const described = (itemId: string, en: string) => ({
	itemId,
	tokens: overlapTokens({ description: { standing: 'value', value: { en } } })
});

const WATER = entry(
	'water',
	'Water quality monitoring in arid regions sample surface water interpret laboratory results design monitoring network'
);
const WATER_TOO = entry(
	'water-too',
	'Monitoring of water quality sampling surface waters laboratory results of arid basins monitoring network design'
);
const SOLAR = entry(
	'solar',
	'Solar energy systems size photovoltaic plant calculate yield connect inverter grid'
);
const FINANCE = entry('finance', 'Green finance compare bonds price carbon credits write project proposal');

describe('overlaps between entries', () => {
	test('are found where titles and outcomes say much the same, with the words they share', () => {
		const found = overlapsOf(WATER, [WATER, WATER_TOO, SOLAR, FINANCE], FROM);
		expect(found.map(({ itemId }) => itemId)).toEqual(['water-too']);
		expect(found[0]?.score).toBeGreaterThan(FROM);
		expect(found[0]?.shared).toContain('laboratory');
	});

	test.each([
		['Су сапасын бақылау зертханалық талдау', 'Суды бақылау: су сапасының зертханалық талдауы'],
		[
			'Мониторинг качества воды, лабораторный анализ проб',
			'Качество воды: лабораторные анализы и мониторинг'
		],
		['Suv sifatini nazorat qilish, laboratoriya tahlili', 'Suv sifati nazorati va laboratoriya tahlillari'],
		['Gidrologiya va Oʻzbekiston daryolari', "O'zbekiston daryolari gidrologiyasi"]
	])('are found in any script and whatever the endings: %s', (one, other) => {
		expect(overlapsOf(entry('one', one), [entry('other', other), SOLAR, FINANCE], FROM)[0]?.itemId).toBe(
			'other'
		);
	});

	test('need more than words that every outcome has', () => {
		const one = entry('one', 'The learner will be able to understand and explain the basic principles');
		const other = entry('other', 'Learners will understand and be able to explain basic principles');
		expect(overlapsOf(one, [other], FROM)).toEqual([]);
	});

	test('need more than one word in common', () => {
		expect(overlapsOf(entry('one', 'Water'), [entry('other', 'Water')], FROM)).toEqual([]);
	});

	test('are found by the title alone, whatever the outcomes say', () => {
		const one = titled('one', { en: 'Soil salinity' });
		expect(overlapsOf(one, [titled('other', { en: 'Salinity of soil' }), SOLAR], FROM)).toMatchObject([
			{ itemId: 'other', score: 1 }
		]);
		expect(
			overlapsOf(titled('a', { en: 'Hydrology' }), [titled('b', { en: 'Hydrology' })], FROM)
		).toHaveLength(1);
	});

	test('compare languages each with itself', () => {
		const texts = 'Мониторинг качества воды';
		expect(overlapsOf(titled('a', { ru: texts }), [titled('b', { kk: texts })], FROM)).toEqual([]);
	});

	test('count descriptions for half', () => {
		const text = 'Sampling of surface waters in arid regions';
		expect(overlapsOf(described('a', text), [described('b', text)], FROM)).toMatchObject([{ score: 0.5 }]);
		expect(overlapsOf(described('a', text), [described('b', text)], 0.6)).toEqual([]);
	});

	test('say what is alike: the title, and how many outcomes', () => {
		const content = (title: string, ...texts: string[]) => ({
			title: { standing: 'value' as const, value: { en: title } },
			'learning-outcomes': {
				standing: 'value' as const,
				value: texts.map((en, index) => ({ id: String(index), texts: { en }, assessment: '' }))
			}
		});
		const sample = 'Sample surface water of rivers';
		const first = content('Soil salinity', sample, 'Interpret laboratory results', 'Design a network');
		const second = content('Salinity of soil', 'Samples surface waters of rivers', 'Compare bonds');
		expect(alikeness(first, second)).toEqual({ isSameTitle: true, outcomes: { alike: 1, of: 2 } });
		expect(alikeness(first, content('Bonds'))).toEqual({ isSameTitle: false, outcomes: null });
	});

	test('know words that were kept before they stood by field', () => {
		expect(isByField('monitoring quality water')).toBe(false);
		expect(isByField(WATER.tokens)).toBe(true);
		expect(isByField('')).toBe(true);
	});

	test('lie between nothing and the same, and are the same from either side', () => {
		const word = fc.constantFrom('water', 'quality', 'energy', 'solar', 'grid', 'finance', 'carbon', 'soil');
		const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
				const entries = texts.map((one, index) => entry(String(index), one));
				const [first, second] = entries;
				if (!first || !second) return;
				const there = overlapsOf(first, entries, FROM).find(({ itemId }) => itemId === second.itemId);
				const back = overlapsOf(second, entries, FROM).find(({ itemId }) => itemId === first.itemId);
				expect(back?.score ?? 0).toBeCloseTo(there?.score ?? 0, 9);
				expect(there?.score ?? 0).toBeLessThanOrEqual(1);
				expect(there?.score ?? 1).toBeGreaterThan(0);
			})
		);
	});
});

describe('what becomes of an overlap', () => {
	const undecided = { score: 0.5, goneAt: null, decision: null };
	const kept = { score: 0.5, goneAt: null, decision: 'keep' as const };
	const gone = '2026-06-01T00:00:00.000Z';
	test.each([
		['a new one opens', undefined, 0.5, 'open'],
		['a weak one is none', undefined, 0.42, 'nothing'],
		['an undecided one follows the texts', undecided, 0.42, 'rescore'],
		['an undecided one goes when the texts part', undecided, null, 'go'],
		['one that has gone comes back when they meet again', { ...undecided, goneAt: gone }, 0.5, 'open'],
		['a decided one stays decided', kept, 0.65, 'keep'],
		['a decided one goes too', kept, null, 'go'],
		['a decided one comes back decided', { ...kept, goneAt: gone }, 0.5, 'return'],
		['a decided one opens again when they grow much more alike', kept, 0.71, 'open']
	])('%s', (_, known, score, change) => {
		expect(overlapChange(known, score, FROM)).toBe(change);
	});
});
