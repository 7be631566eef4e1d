import type { Texts } from './content.ts';
import { bodyAddress, entryAddress, type Where } from './export-addresses.ts';
import {
	countryConcept,
	ECTS,
	eqfConcept,
	iscedConcept,
	isListed,
	languageConcepts,
	modeConcepts,
	nationalConcept,
	type Concept
} from './export-elm-codes.ts';
import { ELM_CONTEXT } from './export-elm-context.ts';
import { valueOf, type PublicBody, type PublicEntry } from './public-entry.ts';

/**
 * European Learning Model 3, profile for learning opportunities and qualifications: what is required there is in
 * `rdf/ap/loq/LOQ-constraints.ttl` of https://github.com/european-commission-empl/European-Learning-Model.
 */
export function elmDocument(where: Where, entries: readonly PublicEntry[], leftOut: readonly unknown[]) {
	return {
		'@context': ELM_CONTEXT,
		'@graph': entries.map((entry) => opportunity(where, entry)),
		leftOut
	};
}

function opportunity(where: Where, entry: PublicEntry) {
	const { content, bodies } = entry;
	const id = entryAddress(where, entry);
	const languages = languageConcepts(valueOf(content, 'languages') ?? []);
	const description = valueOf(content, 'description');
	return {
		id,
		type: 'LearningOpportunity',
		identifier: { type: 'Identifier', notation: entry.code },
		title: titlesOf(entry),
		...(description ? { description } : {}),
		homepage: { type: 'WebResource', contentUrl: valueOf(content, 'homepage')?.url ?? id },
		providedBy: bodies.map((body) => organisation(where, body)),
		defaultLanguage: languages[0],
		...(entry.isSample ? { additionalNote: note({ en: 'Sample data' }) } : {}),
		modified: entry.changedAt,
		learningAchievementSpecification: specification(id, entry, languages)
	};
}

/**
 * A qualification needs both levels, and the national one out of the Commission's list; else it is a specification of
 * what is learned, which tells the same levels in whatever words they have.
 */
function specification(id: string, entry: PublicEntry, languages: readonly Concept[]) {
	const { content } = entry;
	const level = valueOf(content, 'level');
	const eqf = level === undefined || level.eqf === null ? [] : [eqfConcept(level.eqf)];
	const national =
		level === undefined || level.national.trim() === '' ? [] : [nationalConcept(id, level.national)];
	const isQualification = eqf.length > 0 && national.some(isListed);
	const { hours = null, ects = null } = valueOf(content, 'workload') ?? {};
	const prerequisites = valueOf(content, 'prerequisites')?.texts ?? {};
	return {
		id: `${id}#specification`,
		type: isQualification ? 'Qualification' : 'LearningAchievementSpecification',
		title: titlesOf(entry),
		ISCEDFCode: iscedConcept(valueOf(content, 'isced-f') ?? ''),
		language: languages,
		mode: modeConcepts(valueOf(content, 'participation') ?? []),
		...(hours === null ? {} : { volumeOfLearning: duration(hours) }),
		...(ects === null ? {} : { creditPoint: { type: 'CreditPoint', framework: ECTS, point: String(ects) } }),
		...(isQualification
			? { EQFLevel: eqf[0], NQFLevel: national[0], isPartialQualification: true }
			: { educationLevel: [...eqf, ...national] }),
		...(Object.keys(prerequisites).length === 0 ? {} : { entryRequirement: note(prerequisites) }),
		learningOutcome: (valueOf(content, 'learning-outcomes') ?? [])
			.filter(({ texts }) => Object.keys(texts).length > 0)
			.map(({ texts }, index) => ({
				id: `${id}#outcome-${index + 1}`,
				type: 'LearningOutcome',
				title: texts
			}))
	};
}

/** An XML duration: it counts whole hours and whole minutes. */
function duration(hours: number): string {
	const minutes = Math.round(hours * 60);
	return `PT${Math.floor(minutes / 60)}H${minutes % 60 === 0 ? '' : `${minutes % 60}M`}`;
}

function organisation(where: Where, body: PublicBody) {
	return {
		id: bodyAddress(where, body),
		type: 'Organisation',
		legalName: { en: body.name },
		...(body.acronym === body.name ? {} : { altLabel: { en: body.acronym } }),
		location: {
			type: 'Location',
			...(body.city === null ? {} : { geographicName: { en: body.city } }),
			address: { type: 'Address', countryCode: countryConcept(body.country) }
		}
	};
}

function titlesOf({ title, content }: PublicEntry): Texts {
	const titles = valueOf(content, 'title') ?? {};
	return Object.keys(titles).length === 0 ? { en: title } : titles;
}

function note(texts: Texts) {
	return { type: 'Note', noteLiteral: texts };
}
