import type { Check, CriteriaRule } from './criteria.ts';
import type { Element } from './elements.ts';

/** What a project starts with until it publishes its own criteria. */
export interface ProposedProfile {
	code: string;
	title: string;
	/** ISO 3166 code of a national profile. */
	country: string | null;
	note: string;
	rules: readonly CriteriaRule[];
}

/**
 * Verbs that say nothing an examiner can observe, by the language of the outcome they begin. In Kazakh and Uzbek the verb
 * ends the sentence, so that its first word tells nothing: outcomes in them are not judged.
 */
const NOT_ASSESSABLE: Readonly<Record<string, readonly string[]>> = {
	en: [
		...['understand', 'know', 'learn', 'appreciate', 'be aware', 'be familiar', 'become familiar'],
		...['have knowledge', 'have an understanding', 'gain', 'to understand', 'to know', 'to learn']
	],
	ru: ['понимать', 'знать', 'изучить', 'ознакомиться', 'иметь представление'],
	es: ['comprender', 'entender', 'conocer', 'saber', 'aprender', 'familiarizarse'],
	it: ['comprendere', 'capire', 'conoscere', 'sapere', 'imparare'],
	el: ['κατανοεί', 'γνωρίζει', 'μαθαίνει']
};

const ENGLISH: Check = { kind: 'languages', languages: ['en'] };
const BOTH: readonly Check[] = [ENGLISH, { kind: 'local-language' }];
const PRESENT: readonly Check[] = [];
const OUTCOMES: readonly Check[] = [
	{ kind: 'count', min: 3, max: 8 },
	{ kind: 'each-assessed' },
	{ kind: 'assessable', avoid: NOT_ASSESSABLE }
];
const KNOWN: readonly Check[] = [{ kind: 'in-vocabulary' }];

function rule(
	element: Element,
	weight: number,
	why: string,
	checks: readonly Check[] = PRESENT,
	mayBeNotApplicable = false
): CriteriaRule {
	return { element, weight, mayBeNotApplicable, checks, why };
}

/** Elements 2 to 4 and 6 to 11 of the Council Recommendation: the mandatory ones that apply to an offer. */
const EU_CORE: readonly CriteriaRule[] = [
	rule('title', 1, 'Mandatory element 2 of the Council Recommendation.', BOTH),
	rule('country', 1, 'Mandatory element 3 of the Council Recommendation.'),
	rule('awarding-body', 1, 'Mandatory element 4 of the Council Recommendation.'),
	rule('learning-outcomes', 3, 'Mandatory element 6: three to eight, each assessable and assessed.', [
		...OUTCOMES,
		ENGLISH
	]),
	rule('workload', 2, 'Mandatory element 7: hours and ECTS credits that fit together.', [
		{ kind: 'parts', parts: ['hours', 'ects'] },
		{ kind: 'hours-per-credit' }
	]),
	rule(
		'level',
		2,
		'Mandatory element 8, where it applies: EQF level or cycle of the QF-EHEA.',
		[{ kind: 'parts', parts: ['eqf-or-cycle'] }],
		true
	),
	rule('assessment', 2, 'Mandatory element 9 of the Council Recommendation.', KNOWN),
	rule('participation', 1, 'Mandatory element 10 of the Council Recommendation.', KNOWN),
	rule('quality-assurance', 2, 'Mandatory element 11: the type, and who stands behind it.', [
		{ kind: 'parts', parts: ['type', 'text'] },
		...KNOWN
	])
];

/** What the European Learning Model asks of a learning opportunity and its specification. */
const ELM: readonly CriteriaRule[] = [
	rule('title', 1, 'dc:title is mandatory, and Europass shows it in English and the local language.', BOTH),
	rule('country', 1, 'The location of the organisation is mandatory.'),
	rule('awarding-body', 1, 'providedBy and the legal name are mandatory.'),
	rule('learning-outcomes', 3, 'learningOutcome is mandatory, each with a title.', [
		{ kind: 'count', min: 1, max: null },
		...BOTH
	]),
	rule(
		'workload',
		2,
		'volumeOfLearning and creditPoint; a credit point needs its framework and its number.',
		[{ kind: 'parts', parts: ['hours', 'ects'] }]
	),
	rule(
		'level',
		1,
		'A qualification needs its EQF and national level; otherwise say why there is none.',
		[{ kind: 'parts', parts: ['eqf', 'national'] }],
		true
	),
	rule('assessment', 1, 'provenBy: the type of assessment.', KNOWN),
	rule('participation', 1, 'mode: online, on site or blended.', KNOWN),
	rule('quality-assurance', 1, 'accreditation of the organisation or the credential.', [
		{ kind: 'parts', parts: ['type'] }
	]),
	rule('description', 1, 'Europass lists nothing without a description.', [
		...BOTH,
		{ kind: 'length', min: 100, max: null }
	]),
	rule('isced-f', 2, 'The ISCED-F field is mandatory: a detailed field of four digits.', [
		{ kind: 'length', min: 4, max: 4 },
		...KNOWN
	]),
	rule('languages', 2, 'The language of instruction is mandatory.', KNOWN),
	rule('homepage', 2, 'The home page is mandatory and has to be safe to open.', [{ kind: 'https' }]),
	rule('contact', 1, 'contactPoint: an office that answers.')
];

/** What MOOChub v3 requires of a course. */
const MOOCHUB: readonly CriteriaRule[] = [
	rule('title', 2, 'name is required.', [ENGLISH]),
	rule('awarding-body', 2, 'creator and publisher are required.'),
	rule('description', 2, 'description is required; hubs show its beginning.', [
		ENGLISH,
		{ kind: 'length', min: 100, max: null }
	]),
	rule('homepage', 2, 'url is required.', [{ kind: 'https' }]),
	rule('licence', 2, 'license is required: an SPDX code, or proprietary.', KNOWN),
	rule('languages', 2, 'inLanguage: hubs filter by it.', KNOWN),
	rule('learning-outcomes', 1, 'teaches: what learners can do at the end.', [ENGLISH]),
	rule('workload', 1, 'workload and numberOfCredits.', [{ kind: 'parts', parts: ['hours', 'ects'] }]),
	rule(
		'level',
		1,
		'educationalLevel, with its framework, where there is one.',
		[{ kind: 'parts', parts: ['eqf'] }],
		true
	),
	rule('participation', 1, 'courseMode.', KNOWN),
	rule('isced-f', 1, 'fieldOfStudy.', KNOWN)
];

/** What a country starts with until its national coordinator publishes its own. */
export function nationalProposal(country: string): ProposedProfile {
	return {
		code: `national-${country.toLowerCase()}`,
		title: `National profile ${country}`,
		country,
		note: 'A proposal: national rules move, and the national coordinator keeps this profile up to date.',
		rules: [
			rule('title', 1, 'Readable in a language of the country.', BOTH),
			rule('learning-outcomes', 3, 'Readable in a language of the country, so that it can be recognised.', [
				{ kind: 'local-language' },
				{ kind: 'each-assessed' }
			]),
			rule('workload', 2, 'Credits are converted from ECTS.', [
				{ kind: 'parts', parts: ['hours', 'ects'] },
				{ kind: 'hours-per-credit' }
			]),
			rule(
				'level',
				2,
				'The level in the national framework, as the country writes it.',
				[{ kind: 'parts', parts: ['national'] }],
				true
			),
			rule('quality-assurance', 2, 'Names the agency or the unit that answers for quality.', [
				{ kind: 'parts', parts: ['type', 'text'] }
			]),
			rule('languages', 1, 'The language of instruction decides who can enrol.', KNOWN),
			rule('prerequisites', 1, 'Admission follows from it.', PRESENT, true),
			rule('stackability', 1, 'Whether it counts towards a degree of the country.', PRESENT, true),
			rule('programmes', 1, 'The programme it enters, where it enters one.', PRESENT, true)
		]
	};
}

/** The consortium's own criteria are not public: every page calls these a proposal. */
export const PROPOSED_PROFILES: readonly ProposedProfile[] = [
	{
		code: 'eu-core',
		title: 'EU core',
		country: null,
		note: 'The nine mandatory elements of the Council Recommendation of 16 June 2022 that apply to an offer.',
		rules: EU_CORE
	},
	{
		code: 'elm',
		title: 'ELM-publishable',
		country: null,
		note: 'What the European Learning Model version 3 asks for, so that Europass can show the entry.',
		rules: ELM
	},
	{
		code: 'moochub',
		title: 'MOOChub-publishable',
		country: null,
		note: 'What the MOOChub format version 3 asks for, so that course hubs can show the entry.',
		rules: MOOCHUB
	},
	nationalProposal('KZ'),
	nationalProposal('UZ')
];
