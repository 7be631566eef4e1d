import { describe, expect, test } from 'vitest';
import type { EntryContent, EntryFacts } from '#lib/domain/catalogue/content.ts';
import type { Check, CriteriaReason } from '#lib/domain/catalogue/criteria.ts';
import type { Element } from '#lib/domain/catalogue/elements.ts';
import { PROPOSED_PROFILES } from '#lib/domain/catalogue/proposed-profiles.ts';
import { weighEntry } from '#lib/domain/catalogue/weigh-entry.ts';
import { checkText } from '#lib/text/catalogue/criteria.ts';
import { anOutcome, aRule as rule, factsWith, outcomes, SETTINGS } from '#tests/support/catalogue-content.ts';

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

test('an outcome in a language without a list of verbs is never called weak, and the rule says what it judges', () => {
	const check = proposedAssessable();
	const weigh = (content: EntryContent) =>
		weighEntry([rule('learning-outcomes', [check])], factsWith({}, { content }), SETTINGS)[0];
	const foreign = outcomes(
		{ kk: 'Су сапасын түсіну' },
		{ uz: 'Suv sifatini bilish' },
		{ kk: 'Understand', uz: 'Знать' },
		{ fr: 'Comprendre' }
	);
	expect(weigh(foreign)).toMatchObject({ standing: 'complete', reasons: [] });
	const mixed = outcomes({ en: 'Measure water', kk: 'Білу' }, { ru: 'Знать воду' });
	expect(weigh(mixed)?.reasons).toMatchObject([{ code: 'outcomes-not-assessable', positions: [2] }]);
	expect(checkText(check)).toMatch(/judged in English, Russian.*, in no other language/);
	expect(checkText({ kind: 'assessable', avoid: { kk: [] } })).toContain('no language is judged');
});

function proposedAssessable(): Check {
	const checks = PROPOSED_PROFILES.flatMap(({ rules }) => rules.flatMap((one) => one.checks));
	const check = checks.find(({ kind }) => kind === 'assessable');
	if (!check) throw new Error('no profile asks for it');
	return check;
}
