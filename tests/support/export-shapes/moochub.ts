import * as v from 'valibot';
import { filled, instant, iri, unique } from './parts.ts';

const organisation = v.object({ name: v.string(), type: v.literal('Organization') });

/** What MOOChub 3 asks of the parts we write: a part that we do not write is a mistake of ours, so none is open. */
export const MoochubShape = v.strictObject({
	links: v.strictObject({ self: iri, first: iri, last: iri }),
	leftOut: v.array(v.unknown()),
	data: unique(
		v.strictObject({
			id: v.pipe(v.string(), v.uuid()),
			type: v.literal('Course'),
			attributes: v.strictObject({
				name: filled,
				courseCode: v.optional(v.nullable(v.string())),
				learningResourceType: v.strictObject({
					identifier: v.literal('https://w3id.org/kim/hcrt/course'),
					type: v.literal('Concept'),
					inScheme: v.literal('https://w3id.org/kim/hcrt/scheme')
				}),
				courseMode: unique(v.picklist(['blended', 'onsite', 'online', 'synchronous', 'asynchronous'])),
				description: v.optional(v.pipe(v.string(), v.startsWith('<p>'))),
				inLanguage: unique(filled),
				url: iri,
				license: v.pipe(
					unique(
						v.strictObject({
							identifier: filled,
							url: v.nullable(iri),
							contentUrl: v.nullable(iri)
						})
					),
					v.minLength(1)
				),
				creator: v.pipe(unique(organisation), v.minLength(1)),
				publisher: organisation,
				keywords: unique(filled),
				numberOfCredits: v.optional(v.pipe(v.number(), v.minValue(0))),
				educationalCredentialsAwarded: unique(
					v.picklist(['certificate', 'record of achievement', 'confirmation of participation'])
				),
				dateModified: instant,
				educationalAlignment: unique(
					v.strictObject({
						type: v.literal('EducationalAlignment'),
						alignmentType: v.literal('educationalSubject'),
						educationalFramework: v.picklist(['ISCED-F', 'OEFOS', 'BIRD Faechersystematik']),
						educationalFrameworkVersion: filled,
						name: v.array(v.strictObject({ inLanguage: filled, name: filled })),
						shortCode: filled,
						targetUrl: iri
					})
				)
			})
		})
	)
});
