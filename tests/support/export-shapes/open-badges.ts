import * as v from 'valibot';
import { filled, iri, ours } from './parts.ts';

const extension = v.pipe(v.string(), v.regex(/^ext:[A-Za-z0-9._-]+$/));
const typed = <T extends string>(type: T) => v.tuple([v.literal(type)]);

const achievement = v.strictObject({
	'@context': v.tuple([
		v.literal('https://www.w3.org/ns/credentials/v2'),
		v.literal('https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json')
	]),
	id: ours,
	type: typed('Achievement'),
	achievementType: v.literal('MicroCredential'),
	name: filled,
	description: filled,
	inLanguage: v.pipe(v.string(), v.regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/)),
	humanCode: filled,
	criteria: v.strictObject({ id: ours, narrative: filled }),
	creator: v.strictObject({
		id: ours,
		type: typed('Profile'),
		name: filled,
		address: v.strictObject({
			type: typed('Address'),
			addressCountryCode: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))
		})
	}),
	creditsAvailable: v.optional(v.number()),
	fieldOfStudy: v.optional(filled),
	alignment: v.array(
		v.strictObject({
			type: typed('Alignment'),
			targetName: filled,
			targetUrl: iri,
			targetCode: v.optional(v.string()),
			targetFramework: filled,
			targetType: v.union([
				v.picklist([
					'ceasn:Competency',
					'ceterms:Credential',
					'CFItem',
					'CFRubric',
					'CFRubricCriterion',
					'CFRubricCriterionLevel',
					'CTDL'
				]),
				extension
			])
		})
	),
	tag: v.array(filled)
});

/** `Achievement` of Open Badges 3.0 in the parts we write, in the words of its context 3.0.3. */
export const BadgesShape = v.strictObject({
	achievements: v.array(achievement),
	leftOut: v.array(v.unknown())
});
