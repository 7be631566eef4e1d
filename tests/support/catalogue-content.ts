import fc from 'fast-check';
import type { EntryContent, EntryFacts, LearningOutcome } from '#lib/domain/catalogue/content.ts';
import type { Check, CriteriaRule, CriteriaSettings } from '#lib/domain/catalogue/criteria.ts';
import type { Element } from '#lib/domain/catalogue/elements.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';

export const SETTINGS: CriteriaSettings = PROPOSED_ALGORITHM;

export const KAZNU = { organisationId: 'kaznu', acronym: 'KazNU', name: 'Al-Farabi KazNU', country: 'KZ' };

export function anOutcome(id: string, given: Partial<LearningOutcome> = {}): LearningOutcome {
	const texts = { en: `Calculate quantity ${id}`, kk: `Шаманы есептейді ${id}` };
	return { id, texts, assessment: 'project', ...given };
}

export function aRule(
	element: Element,
	checks: readonly Check[] = [],
	given: Partial<CriteriaRule> = {}
): CriteriaRule {
	return { element, weight: 1, mayBeNotApplicable: false, checks, why: '', ...given };
}

/** One learning outcome for each set of texts, all of them assessed. */
export function outcomes(...texts: Record<string, string>[]): EntryContent {
	const value = texts.map((one, index) => anOutcome(String(index), { texts: one }));
	return { 'learning-outcomes': { standing: 'value', value } };
}

/** Complete under every proposed profile, for an owner in Kazakhstan. */
export const COMPLETE: EntryContent = {
	title: { standing: 'value', value: { en: 'Water quality', kk: 'Су сапасы' } },
	'learning-outcomes': { standing: 'value', value: ['a', 'b', 'c'].map((id) => anOutcome(id)) },
	workload: { standing: 'value', value: { hours: 81, ects: 3 } },
	level: { standing: 'value', value: { eqf: 6, cycle: 'first', national: 'NQF 6' } },
	assessment: { standing: 'value', value: ['project'] },
	participation: { standing: 'value', value: ['blended'] },
	'quality-assurance': {
		standing: 'value',
		value: { type: 'institution-accredited', text: 'Reviewed in 2024' }
	},
	prerequisites: { standing: 'value', value: { texts: { en: 'None' }, entryCodes: [] } },
	stackability: { standing: 'value', value: { texts: { en: 'Stands alone' }, partOf: [] } },
	description: {
		standing: 'value',
		value: { en: 'How to sample and measure water. '.repeat(5), kk: 'Суды өлшеу. '.repeat(10) }
	},
	'isced-f': { standing: 'value', value: '0521' },
	languages: { standing: 'value', value: ['kk', 'en'] },
	licence: { standing: 'value', value: 'CC-BY-4.0' },
	homepage: { standing: 'value', value: { url: 'https://www.example.org/water', checkedOn: '2026-06-01' } },
	contact: { standing: 'value', value: 'courses@example.org' },
	programmes: { standing: 'value', value: ['Master in ecology'] }
};

export function factsWith(content: EntryContent, given: Partial<EntryFacts> = {}): EntryFacts {
	return { content, bodies: [KAZNU], evidence: {}, ...given };
}

const words = fc.constantFrom('', ' ', 'Understand water', 'Measure water', 'x'.repeat(120));
const texts = fc.dictionary(fc.constantFrom('en', 'kk', 'ru', 'uz'), words, { noNullPrototype: true });
const amount = fc.constantFrom(null, 0, 3, 75, 81, 100);
const code = fc.constantFrom('', 'project', 'online', '0521', 'kk', 'none such');
const codes = fc.array(code, { maxLength: 4 });

const VALUES = {
	title: texts,
	'learning-outcomes': fc.array(
		fc.record({ id: fc.uuid(), texts, assessment: fc.constantFrom(null, '', 'project', 'guess') }),
		{ maxLength: 9 }
	),
	workload: fc.record({ hours: amount, ects: amount }),
	level: fc.record({
		eqf: fc.constantFrom(null, 5, 6),
		cycle: fc.constantFrom(null, 'first' as const),
		national: words
	}),
	assessment: codes,
	participation: codes,
	'quality-assurance': fc.record({ type: code, text: words }),
	prerequisites: fc.record({ texts, entryCodes: codes }),
	stackability: fc.record({ texts, partOf: codes }),
	description: texts,
	'isced-f': code,
	languages: codes,
	licence: code,
	homepage: fc.record({ url: fc.webUrl(), checkedOn: fc.constant(null) }),
	contact: words,
	sdgs: fc.array(fc.integer({ min: 1, max: 17 }), { maxLength: 3 }),
	programmes: fc.array(words, { maxLength: 3 })
};

const held = <Value>(value: fc.Arbitrary<Value>) =>
	fc.option(
		fc.oneof(
			{ weight: 4, arbitrary: fc.record({ standing: fc.constant('value' as const), value }) },
			{
				weight: 1,
				arbitrary: fc.record({ standing: fc.constant('not-applicable' as const), reason: words })
			}
		),
		{ nil: undefined }
	);

/** Entries in every stage of completeness, blank texts and empty lists among them. */
export const someContent: fc.Arbitrary<EntryContent> = fc.record({
	title: held(VALUES.title),
	'learning-outcomes': held(VALUES['learning-outcomes']),
	workload: held(VALUES.workload),
	level: held(VALUES.level),
	assessment: held(VALUES.assessment),
	participation: held(VALUES.participation),
	'quality-assurance': held(VALUES['quality-assurance']),
	prerequisites: held(VALUES.prerequisites),
	stackability: held(VALUES.stackability),
	description: held(VALUES.description),
	'isced-f': held(VALUES['isced-f']),
	languages: held(VALUES.languages),
	licence: held(VALUES.licence),
	homepage: held(VALUES.homepage),
	contact: held(VALUES.contact),
	sdgs: held(VALUES.sdgs),
	programmes: held(VALUES.programmes)
});
