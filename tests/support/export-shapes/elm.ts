import * as v from 'valibot';
import { filled, instant, iri, ours, some } from './parts.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const SNB = 'http://data.europa.eu/snb';

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
/** At least one text, one in each language: a JSON object cannot hold two. */
const texts = v.pipe(v.record(language, filled), v.minEntries(1));
const prefLabel = v.optional(texts);

/** A concept out of a list of the Union: every list has one scheme, and a concept names it. */
function listed(list: string, scheme: string) {
	return v.strictObject({
		id: v.pipe(v.string(), v.startsWith(`${list}/`)),
		type: v.literal('Concept'),
		inScheme: v.strictObject({ id: v.literal(scheme), type: v.literal('ConceptScheme') }),
		prefLabel
	});
}
const ofAuthority = (list: string) => listed(`${AUTHORITY}/${list}`, `${AUTHORITY}/${list}`);
const ofCommission = (list: string) => listed(`${SNB}/${list}`, `${SNB}/${list}/25831c2`);
const ownConcept = v.strictObject({ id: ours, type: v.literal('Concept'), prefLabel: texts });
const note = v.strictObject({ type: v.literal('Note'), noteLiteral: texts });

const specification = {
	id: ours,
	title: texts,
	ISCEDFCode: ofCommission('isced-f'),
	language: some(ofAuthority('language')),
	mode: v.array(ofCommission('learning-assessment')),
	volumeOfLearning: v.optional(v.pipe(v.string(), v.regex(/^PT\d+H(\d+M)?$/))),
	creditPoint: v.optional(
		v.strictObject({
			type: v.literal('CreditPoint'),
			framework: ofCommission('education-credit'),
			point: filled
		})
	),
	entryRequirement: v.optional(note),
	learningOutcome: some(v.strictObject({ id: ours, type: v.literal('LearningOutcome'), title: texts }))
};

const organisation = v.pipe(
	v.strictObject({
		id: ours,
		type: v.literal('Organisation'),
		legalName: texts,
		altLabel: v.optional(texts),
		location: v.strictObject({
			type: v.literal('Location'),
			geographicName: v.optional(texts),
			address: v.strictObject({ type: v.literal('Address'), countryCode: ofAuthority('country') })
		})
	}),
	v.check(({ legalName, altLabel }) => legalName.en !== altLabel?.en, 'a name twice')
);

const opportunity = v.strictObject({
	id: ours,
	type: v.literal('LearningOpportunity'),
	identifier: v.strictObject({ type: v.literal('Identifier'), notation: filled }),
	title: texts,
	description: v.optional(texts),
	homepage: v.strictObject({
		type: v.literal('WebResource'),
		contentUrl: v.pipe(iri, v.regex(/^https?:/i))
	}),
	providedBy: some(organisation),
	defaultLanguage: ofAuthority('language'),
	additionalNote: v.optional(note),
	modified: instant,
	learningAchievementSpecification: v.variant('type', [
		v.strictObject({
			...specification,
			type: v.literal('LearningAchievementSpecification'),
			educationLevel: v.array(v.union([ofCommission('eqf'), ofCommission('qdr'), ownConcept]))
		}),
		v.strictObject({
			...specification,
			type: v.literal('Qualification'),
			isPartialQualification: v.boolean(),
			EQFLevel: ofCommission('eqf'),
			NQFLevel: ofCommission('qdr')
		})
	])
});

/**
 * The shapes of learning opportunities and qualifications of ELM 3 in the parts we write: they are closed there, so
 * they are here, and what must be there at least or at most once is said by being one, a list, or a filled list.
 */
export const ElmShape = v.strictObject({
	'@context': v.looseObject({ elm: v.literal('http://data.europa.eu/snb/model/elm/') }),
	'@graph': v.array(opportunity),
	leftOut: v.array(v.unknown())
});
