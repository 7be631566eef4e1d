import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { badgesDocument } from '#lib/domain/catalogue/export-badges.ts';
import { elmDocument } from '#lib/domain/catalogue/export-elm.ts';
import { entryDocument } from '#lib/domain/catalogue/export-entry.ts';
import { moochubDocument } from '#lib/domain/catalogue/export-moochub.ts';
import { csvText, TABLE_COLUMNS, tableRows, tame } from '#lib/domain/catalogue/export-table.ts';
import { aPublicEntry, WHERE } from '#tests/support/public-entries.ts';

const ours = v.pipe(v.string(), v.startsWith('https://desk.example/leslie/catalogue/public'));
const iri = v.pipe(v.string(), v.url());
const filled = v.pipe(v.string(), v.nonEmpty());
const texts = v.pipe(v.record(filled, filled), v.minEntries(1));
const organisation = v.object({ name: filled, type: v.literal('Organization') });

/** What is required in https://github.com/MOOChub/schema/blob/main/moochub-schema.json, version 3. */
const Moochub = v.object({
	links: v.object({ self: iri, first: iri, last: iri }),
	data: v.array(
		v.object({
			id: v.pipe(v.string(), v.uuid()),
			type: v.literal('Course'),
			attributes: v.object({
				name: filled,
				learningResourceType: v.object({
					identifier: v.literal('https://w3id.org/kim/hcrt/course'),
					type: v.literal('Concept'),
					inScheme: v.literal('https://w3id.org/kim/hcrt/scheme')
				}),
				courseMode: v.array(v.picklist(['blended', 'onsite', 'online'])),
				publisher: organisation,
				creator: v.pipe(v.array(organisation), v.minLength(1)),
				url: iri,
				license: v.tuple([v.object({ identifier: filled, url: v.nullable(iri), contentUrl: v.null() })]),
				educationalAlignment: v.array(
					v.object({
						type: v.literal('EducationalAlignment'),
						educationalFramework: v.literal('ISCED-F'),
						educationalFrameworkVersion: filled,
						name: v.array(v.object({ inLanguage: filled, name: filled }))
					})
				)
			})
		})
	)
});

/** `Achievement` of https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json */
const Badges = v.object({
	achievements: v.array(
		v.object({
			id: ours,
			type: v.tuple([v.literal('Achievement')]),
			name: filled,
			description: filled,
			criteria: v.object({ id: ours, narrative: filled }),
			creator: v.object({ id: ours, type: v.tuple([v.literal('Profile')]), name: filled }),
			creditsAvailable: v.number(),
			alignment: v.array(
				v.object({
					type: v.tuple([v.literal('Alignment')]),
					targetName: filled,
					targetUrl: iri,
					targetType: v.pipe(v.string(), v.regex(/^(ceasn:Competency|ext:[A-Za-z0-9._-]+)$/))
				})
			),
			tag: v.array(filled)
		})
	)
});

const concept = v.object({ id: iri, type: v.literal('Concept') });
/** `minCount 1` of each shape in rdf/ap/loq/LOQ-constraints.ttl of european-commission-empl/European-Learning-Model. */
const specification = {
	id: ours,
	title: texts,
	ISCEDFCode: concept,
	language: v.pipe(v.array(concept), v.minLength(1)),
	creditPoint: v.optional(v.object({ type: v.literal('CreditPoint'), framework: concept, point: filled })),
	learningOutcome: v.pipe(
		v.array(v.object({ id: ours, type: v.literal('LearningOutcome'), title: texts })),
		v.minLength(1)
	)
};
const Elm = v.object({
	'@context': v.looseObject({ elm: v.literal('http://data.europa.eu/snb/model/elm/') }),
	'@graph': v.array(
		v.object({
			id: ours,
			type: v.literal('LearningOpportunity'),
			title: texts,
			homepage: v.object({ type: v.literal('WebResource'), contentUrl: iri }),
			providedBy: v.pipe(
				v.array(
					v.object({
						id: ours,
						type: v.literal('Organisation'),
						legalName: texts,
						location: v.object({
							type: v.literal('Location'),
							address: v.object({ type: v.literal('Address'), countryCode: concept })
						})
					})
				),
				v.minLength(1)
			),
			defaultLanguage: concept,
			learningAchievementSpecification: v.variant('type', [
				v.object({ type: v.literal('LearningAchievementSpecification'), ...specification }),
				v.object({
					type: v.literal('Qualification'),
					...specification,
					EQFLevel: concept,
					NQFLevel: v.object({ id: ours, type: v.literal('Concept'), prefLabel: texts })
				})
			])
		})
	)
});

const FULL = aPublicEntry();
const PLAIN = aPublicEntry(
	{ code: 'MC-KAZNU-02', id: '01890a5d-ac96-774b-bcce-b302099a8058' },
	{
		level: { standing: 'value', value: { eqf: 6, cycle: null, national: '' } },
		licence: { standing: 'value', value: 'proprietary' }
	}
);
const BOTH = [FULL, PLAIN];

test('the MOOChub file has the required shape, and escapes its texts', () => {
	const made = moochubDocument(WHERE, BOTH, [], { '0521': 'Environmental sciences' });
	expect(v.safeParse(Moochub, made).issues).toBeUndefined();
	expect(JSON.stringify(made)).toContain('<p>Measure &amp; judge &lt;water&gt;.</p>');
	expect(new Set(made.data.map((one) => JSON.stringify(one))).size).toBe(2);
});

test('the achievements have the required shape', () => {
	expect(v.safeParse(Badges, badgesDocument(WHERE, BOTH, [])).issues).toBeUndefined();
});

test('the ELM file has the required shape, and a qualification only with both levels', () => {
	const made = elmDocument(WHERE, BOTH, []);
	expect(v.safeParse(Elm, made).issues).toBeUndefined();
	expect(made['@graph'].map((one) => one.learningAchievementSpecification.type)).toEqual([
		'Qualification',
		'LearningAchievementSpecification'
	]);
});

test('every name in the ELM file is one its context explains', () => {
	const made = elmDocument(WHERE, BOTH, []);
	const known = new Set(Object.keys(made['@context']));
	const inTexts = new Set(['en', 'kk']);
	const unknown: string[] = [];
	JSON.stringify(made['@graph'], (key, value: unknown) => {
		if (key !== '' && !/^\d+$/.test(key) && !known.has(key) && !inTexts.has(key)) unknown.push(key);
		return value;
	});
	expect(unknown).toEqual([]);
});

test('what is made up says so in every format', () => {
	const sample = [aPublicEntry({ isSample: true })];
	const made = [
		elmDocument(WHERE, sample, []),
		moochubDocument(WHERE, sample, [], {}),
		badgesDocument(WHERE, sample, []),
		tableRows(WHERE, sample, () => 'offered')
	];
	for (const one of made) expect(JSON.stringify(one)).toContain('Sample data');
	expect(sample.map((one) => entryDocument(WHERE, one).sample)).toEqual([true]);
});

test('no cell of a table can be run as a formula, whatever it says', () => {
	for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n@x'])
		expect(tame(evil)).toBe(`'${evil}`);
	fc.assert(fc.property(fc.string(), (text) => !/^\s*[=+\-@]/.test(tame(text))));
});

test('a CSV file is read back as it was written', () => {
	const rows = tableRows(WHERE, [aPublicEntry({ title: 'A "quoted", title' })], () => 'offered');
	const text = csvText(rows);
	expect(text.startsWith(`\uFEFF${TABLE_COLUMNS.join(',')}\r\n`)).toBe(true);
	expect(text).toContain('"A ""quoted"", title"');
	expect(text).toContain(',50,2,6,');
});
