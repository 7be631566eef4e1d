import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryContent, EntryFacts } from '#lib/domain/catalogue/content.ts';
import type { Check, CriteriaReason, CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { ELEMENT_CODES, type Element } from '#lib/domain/catalogue/elements.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import { completeness, weighEntry } from '#lib/domain/catalogue/weigh-entry.ts';
import {
	anOutcome,
	COMPLETE,
	factsWith,
	KAZNU,
	SETTINGS,
	someContent
} from '#tests/support/catalogue-content.ts';

const rule = (element: Element, checks: readonly Check[] = [], given: Partial<CriteriaRule> = {}) => ({
	...{ element, weight: 1, mayBeNotApplicable: false, checks, why: '' },
	...given
});

const outcomes = (...texts: Record<string, string>[]): EntryContent => ({
	'learning-outcomes': {
		standing: 'value',
		value: texts.map((one, index) => anOutcome(String(index), { texts: one }))
	}
});

interface Case {
	check: Check;
	element: Element;
	passing: Partial<EntryFacts>;
	failing: Partial<EntryFacts>;
	reason: CriteriaReason;
}

const url = (address: string): EntryContent => ({
	homepage: { standing: 'value', value: { url: address, checkedOn: null } }
});
const hours = (amount: number, ects: number): EntryContent => ({
	workload: { standing: 'value', value: { hours: amount, ects } }
});
const title = (value: Record<string, string>): EntryContent => ({ title: { standing: 'value', value } });

const CASES: Case[] = [
	{
		check: { kind: 'languages', languages: ['en', 'ru'] },
		element: 'title',
		passing: { content: title({ en: 'Water', ru: 'Вода' }) },
		failing: { content: title({ en: 'Water', ru: ' ' }) },
		reason: { code: 'languages-missing', languages: ['ru'] }
	},
	{
		check: { kind: 'languages', languages: ['en'] },
		element: 'learning-outcomes',
		passing: { content: outcomes({ en: 'Measure' }, { en: 'Report' }) },
		failing: { content: outcomes({ en: 'Measure' }, { kk: 'Есептейді' }) },
		reason: { code: 'languages-missing', languages: ['en'] }
	},
	{
		check: { kind: 'local-language' },
		element: 'title',
		passing: { content: title({ en: 'Water', ru: 'Вода' }) },
		failing: { content: title({ en: 'Water' }) },
		reason: { code: 'local-language-missing', languages: ['kk', 'ru'] }
	},
	{
		check: { kind: 'count', min: 2, max: 3 },
		element: 'learning-outcomes',
		passing: { content: outcomes({ en: 'Measure' }, { en: 'Report' }) },
		failing: { content: outcomes({ en: 'Measure' }, { en: ' ' }) },
		reason: { code: 'too-few', count: 1, min: 2 }
	},
	{
		check: { kind: 'count', min: 0, max: 1 },
		element: 'sdgs',
		passing: { content: { sdgs: { standing: 'value', value: [6] } } },
		failing: { content: { sdgs: { standing: 'value', value: [6, 4] } } },
		reason: { code: 'too-many', count: 2, max: 1 }
	},
	{
		check: { kind: 'length', min: 5, max: null },
		element: 'description',
		passing: { content: { description: { standing: 'value', value: { en: 'Short', kk: 'Су' } } } },
		failing: { content: { description: { standing: 'value', value: { en: 'Abcd  ' } } } },
		reason: { code: 'too-short', length: 4, min: 5 }
	},
	{
		check: { kind: 'length', min: 0, max: 4 },
		element: 'contact',
		passing: { content: { contact: { standing: 'value', value: 'room' } } },
		failing: { content: { contact: { standing: 'value', value: 'rooms' } } },
		reason: { code: 'too-long', length: 5, max: 4 }
	},
	{
		check: { kind: 'each-assessed' },
		element: 'learning-outcomes',
		passing: { content: outcomes({ en: 'Measure' }) },
		failing: {
			content: {
				'learning-outcomes': {
					standing: 'value',
					value: [anOutcome('a'), anOutcome('b', { assessment: null })]
				}
			}
		},
		reason: { code: 'outcomes-not-assessed', positions: [2] }
	},
	{
		check: { kind: 'assessable', avoid: { en: ['understand', 'be aware'] } },
		element: 'learning-outcomes',
		passing: {
			content: outcomes({ en: 'Explain what learners understand' }, { en: 'Understanding is tested' })
		},
		failing: {
			content: outcomes({ en: 'Measure' }, { en: '2. Understand water' }, { en: 'Be aware of it' })
		},
		reason: { code: 'outcomes-not-assessable', positions: [2, 3], verbs: ['understand', 'be aware'] }
	},
	{
		check: { kind: 'hours-per-credit' },
		element: 'workload',
		passing: { content: hours(75, 3) },
		failing: { content: hours(74, 3) },
		reason: { code: 'hours-per-credit', hours: 74, ects: 3, min: 25, max: 30 }
	},
	{
		check: { kind: 'hours-per-credit' },
		element: 'workload',
		passing: { content: hours(3, 0.1) },
		failing: { content: hours(91, 3) },
		reason: { code: 'hours-per-credit', hours: 91, ects: 3, min: 25, max: 30 }
	},
	{
		check: { kind: 'parts', parts: ['hours', 'ects'] },
		element: 'workload',
		passing: { content: hours(75, 3) },
		failing: { content: { workload: { standing: 'value', value: { hours: 75, ects: null } } } },
		reason: { code: 'parts-missing', parts: ['ects'] }
	},
	{
		check: { kind: 'parts', parts: ['eqf-or-cycle'] },
		element: 'level',
		passing: {
			content: { level: { standing: 'value', value: { eqf: null, cycle: 'first', national: '' } } }
		},
		failing: { content: { level: { standing: 'value', value: { eqf: null, cycle: null, national: '6' } } } },
		reason: { code: 'parts-missing', parts: ['eqf-or-cycle'] }
	},
	{
		check: { kind: 'one-of', codes: ['CC-BY-4.0'] },
		element: 'licence',
		passing: { content: { licence: { standing: 'value', value: 'CC-BY-4.0' } } },
		failing: { content: { licence: { standing: 'value', value: 'proprietary' } } },
		reason: { code: 'not-one-of', value: 'proprietary', codes: ['CC-BY-4.0'] }
	},
	{
		check: { kind: 'in-vocabulary' },
		element: 'isced-f',
		passing: { content: { 'isced-f': { standing: 'value', value: '0521' } } },
		failing: { content: { 'isced-f': { standing: 'value', value: '052' } } },
		reason: { code: 'not-in-vocabulary', values: ['052'] }
	},
	{
		check: { kind: 'https' },
		element: 'homepage',
		passing: { content: url('https://example.org/water') },
		failing: { content: url('http://example.org/water') },
		reason: { code: 'not-https', url: 'http://example.org/water' }
	},
	{
		check: { kind: 'evidence', min: 2 },
		element: 'need',
		passing: { content: { need: { standing: 'value', value: { en: 'Asked' } } }, evidence: { need: 2 } },
		failing: { content: { need: { standing: 'value', value: { en: 'Asked' } } }, evidence: { need: 1 } },
		reason: { code: 'evidence-missing', count: 1, min: 2 }
	}
];

describe('each check lets pass what it should and names what it stops', () => {
	test.each(CASES)('$check.kind on $element', ({ check, element, passing, failing, reason }) => {
		const weigh = (facts: Partial<EntryFacts>) =>
			weighEntry([rule(element, [check])], factsWith({}, facts), SETTINGS)[0];
		expect(weigh(passing)).toMatchObject({ standing: 'complete', reasons: [] });
		expect(weigh(failing)).toMatchObject({ standing: 'weak', reasons: [reason] });
	});
});

test('all reasons are given at once', () => {
	const checks: Check[] = [
		{ kind: 'count', min: 3, max: 8 },
		{ kind: 'languages', languages: ['ru'] }
	];
	const [result] = weighEntry(
		[rule('learning-outcomes', checks)],
		factsWith(outcomes({ en: 'Do' })),
		SETTINGS
	);
	expect(result?.reasons.map(({ code }) => code)).toEqual(['too-few', 'languages-missing']);
});

test('a workload of zero hours fits no credits', () => {
	const [result] = weighEntry(
		[rule('workload', [{ kind: 'hours-per-credit' }])],
		factsWith(hours(0, 0)),
		SETTINGS
	);
	expect(result?.standing).toBe('weak');
});

test('country and awarding body follow from the organisations', () => {
	const rules = [rule('country'), rule('awarding-body', [{ kind: 'count', min: 2, max: null }])];
	const standings = (bodies: EntryFacts['bodies']) =>
		weighEntry(rules, factsWith({}, { bodies }), SETTINGS).map(({ standing }) => standing);
	expect(standings([])).toEqual(['missing', 'missing']);
	expect(standings([KAZNU])).toEqual(['complete', 'weak']);
	expect(standings([KAZNU, { ...KAZNU, organisationId: 'koksu', acronym: 'KOKSU' }])).toEqual([
		'complete',
		'complete'
	]);
});

test('blank texts, empty lists and a number-less workload are nothing', () => {
	const content: EntryContent = {
		title: { standing: 'value', value: { en: '  ' } },
		'learning-outcomes': { standing: 'value', value: [anOutcome('a', { texts: {} })] },
		workload: { standing: 'value', value: { hours: null, ects: null } },
		level: { standing: 'value', value: { eqf: null, cycle: null, national: ' ' } },
		languages: { standing: 'value', value: [''] },
		homepage: { standing: 'value', value: { url: '', checkedOn: '2026-06-01' } },
		cohorts: { standing: 'value', value: [] },
		skills: { standing: 'value', value: [{ label: ' ', uri: 'http://example.org' }] }
	};
	const rules = ELEMENT_CODES.filter((code) => code in content).map((code) => rule(code));
	expect(new Set(weighEntry(rules, factsWith(content), SETTINGS).map(({ standing }) => standing))).toEqual(
		new Set(['missing'])
	);
});

test('a reason why it does not apply counts only where the rule allows it', () => {
	const content: EntryContent = { level: { standing: 'not-applicable', reason: 'No framework yet' } };
	const weigh = (mayBeNotApplicable: boolean) =>
		weighEntry([rule('level', [], { mayBeNotApplicable })], factsWith(content), SETTINGS)[0];
	expect(weigh(true)).toMatchObject({
		standing: 'not-applicable',
		notApplicableReason: 'No framework yet',
		reasons: []
	});
	expect(weigh(false)).toMatchObject({ standing: 'missing', reasons: [{ code: 'may-not-be-left-out' }] });
	const blank: EntryContent = { level: { standing: 'not-applicable', reason: ' ' } };
	expect(
		weighEntry([rule('level', [], { mayBeNotApplicable: true })], factsWith(blank), SETTINGS)[0]?.standing
	).toBe('missing');
});

test.each(PROPOSED_PROFILES)(
	'$title: a complete entry meets it, an empty one has nothing',
	({ rules, country }) => {
		const bodies = [{ ...KAZNU, country: country ?? 'KZ' }];
		const content = {
			...COMPLETE,
			...title({ en: 'Water', kk: 'Су', uz: 'Suv' }),
			...outcomes(...['a', 'b', 'c'].map((id) => ({ en: `Do ${id}`, kk: 'Су', uz: 'Suv' })))
		};
		const full = weighEntry(rules, factsWith(content, { bodies }), SETTINGS);
		expect(full.flatMap(({ reasons }) => reasons)).toEqual([]);
		expect(completeness(full).percent).toBe(100);
		expect(completeness(weighEntry(rules, factsWith({}, { bodies: [] }), SETTINGS)).percent).toBe(0);
	}
);

const ALL_RULES = PROPOSED_PROFILES.flatMap(({ rules }) => rules);

test('adding content never makes an element missing', () => {
	fc.assert(
		fc.property(someContent, someContent, (before, more) => {
			const standings = (content: EntryContent) => weighEntry(ALL_RULES, factsWith(content), SETTINGS);
			const after = standings({ ...more, ...onlyGiven(before) });
			standings(before).forEach(({ standing }, index) => {
				if (standing !== 'missing') expect(after[index]?.standing).toBe(standing);
			});
		})
	);
});

test('per cent lie between 0 and 100, 100 only when nothing is left, and what does not apply counts neither way', () => {
	fc.assert(
		fc.property(
			someContent,
			fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 50 }),
			(content, weights) => {
				const rules = ALL_RULES.map((one, index) => ({ ...one, weight: weights[index] ?? 1 }));
				const results = weighEntry(rules, factsWith(content), SETTINGS);
				const { complete, applicable, percent } = completeness(results);
				expect(percent).toBeGreaterThanOrEqual(0);
				expect(percent).toBeLessThanOrEqual(100);
				expect(percent === 100).toBe(applicable > 0 && complete === applicable);
				expect(completeness(results.filter(({ standing }) => standing !== 'not-applicable'))).toEqual({
					complete,
					applicable,
					percent
				});
			}
		)
	);
});

test('where nothing applies nothing is shown, so that it is not 100 per cent', () => {
	expect(completeness([])).toEqual({ complete: 0, applicable: 0, percent: 0 });
	const content: EntryContent = { level: { standing: 'not-applicable', reason: 'No framework' } };
	const results = weighEntry([rule('level', [], { mayBeNotApplicable: true })], factsWith(content), SETTINGS);
	expect(completeness(results)).toEqual({ complete: 0, applicable: 0, percent: 0 });
});

function onlyGiven(content: EntryContent): EntryContent {
	return Object.fromEntries(Object.entries(content).filter(([, held]) => held !== undefined));
}
