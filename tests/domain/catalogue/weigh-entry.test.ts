import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryContent, EntryFacts } from '#lib/domain/catalogue/content.ts';
import type { Check } from '#lib/domain/catalogue/criteria.ts';
import { ELEMENT_CODES } from '#lib/domain/catalogue/elements.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import { completeness, weighEntry } from '#lib/domain/catalogue/weigh-entry.ts';
import {
	anOutcome,
	aRule as rule,
	COMPLETE,
	factsWith,
	KAZNU,
	outcomes,
	SETTINGS,
	someContent
} from '#tests/support/catalogue-content.ts';

const hours = (amount: number, ects: number): EntryContent => ({
	workload: { standing: 'value', value: { hours: amount, ects } }
});
const title = (value: Record<string, string>): EntryContent => ({ title: { standing: 'value', value } });

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
