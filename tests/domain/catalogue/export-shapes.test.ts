import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { badgesDocument } from '#lib/domain/catalogue/export-badges.ts';
import { languageConcepts } from '#lib/domain/catalogue/export-elm-codes.ts';
import { elmDocument } from '#lib/domain/catalogue/export-elm.ts';
import { moochubDocument } from '#lib/domain/catalogue/export-moochub.ts';
import { LANGUAGE_CODES } from '#lib/domain/catalogue/vocabularies.ts';
import { changeAt } from '#tests/support/change-at.ts';
import { ElmShape } from '#tests/support/export-shapes/elm.ts';
import { MoochubShape } from '#tests/support/export-shapes/moochub.ts';
import { BadgesShape } from '#tests/support/export-shapes/open-badges.ts';
import { aPublicEntry, WHERE } from '#tests/support/public-entries.ts';

const PLAIN = aPublicEntry(
	{ code: 'MC-KAZNU-02', id: '01890a5d-ac96-774b-bcce-b302099a8058' },
	{
		level: { standing: 'value', value: { eqf: 6, cycle: null, national: '' } },
		licence: { standing: 'value', value: 'proprietary' },
		workload: { standing: 'value', value: { hours: 37.5, ects: null } },
		prerequisites: { standing: 'value', value: { texts: { en: 'None' }, entryCodes: [] } }
	}
);
/** An address in the Commission's list of national levels. */
const LISTED = 'http://data.europa.eu/snb/qdr/c_0123';
const levels = (national: string) =>
	({ level: { standing: 'value', value: { eqf: 6, cycle: null, national } } }) as const;
const BOTH = [aPublicEntry({ isSample: true }, levels(LISTED)), PLAIN];

const ELM = elmDocument(WHERE, BOTH, []);
const MOOCHUB = moochubDocument(WHERE, BOTH, [], { '0521': 'Environmental sciences' });
const BADGES = badgesDocument(WHERE, BOTH, []);

test.each([
	['ELM 3', ElmShape, ELM],
	['MOOChub 3', MoochubShape, MOOCHUB],
	['Open Badges 3.0', BadgesShape, BADGES]
])('the file in %s keeps every rule of its format', (_, shape, made) => {
	expect(v.safeParse(shape, made).issues).toBeUndefined();
});

function breaks(shape: v.GenericSchema, made: unknown, path: string, value: unknown) {
	expect(v.is(shape, changeAt(made, path, value))).toBe(false);
}

const OFFER = '@graph.0';
const QUALIFICATION = `${OFFER}.learningAchievementSpecification`;
const SPECIFICATION = '@graph.1.learningAchievementSpecification';

describe('a file in ELM 3 is no longer one', () => {
	test.each([
		...['title', 'homepage', 'providedBy', 'defaultLanguage', 'learningAchievementSpecification', 'type'],
		...['homepage.contentUrl', 'providedBy.0', 'providedBy.0.legalName', 'providedBy.0.location'],
		...['providedBy.0.location.address', 'providedBy.0.location.address.countryCode'],
		...['identifier.notation', 'additionalNote.noteLiteral', 'learningAchievementSpecification.title'],
		'defaultLanguage.inScheme'
	])('without its %s', (part) => breaks(ElmShape, ELM, `${OFFER}.${part}`, undefined));

	test.each(['ISCEDFCode', 'EQFLevel', 'NQFLevel', 'creditPoint.framework', 'creditPoint.point', 'language'])(
		'without the %s of its qualification',
		(part) => breaks(ElmShape, ELM, `${QUALIFICATION}.${part}`, undefined)
	);

	test.each([
		[`${OFFER}.modified`, '15 June 2026'],
		[`${OFFER}.homepage.contentUrl`, 'ftp://uni.example'],
		[`${OFFER}.title`, 'Water quality'],
		[`${OFFER}.title`, {}],
		[`${OFFER}.defaultLanguage`, [{ id: 'x' }]],
		[`${OFFER}.providedBy.0.altLabel`, { en: 'Al-Farabi Kazakh National University' }],
		[`${OFFER}.providedBy.0.location.address.countryCode.inScheme.id`, 'http://data.europa.eu/snb/country'],
		[`${QUALIFICATION}.ISCEDFCode.inScheme.id`, 'http://data.europa.eu/snb/isced-f'],
		[`${QUALIFICATION}.EQFLevel.inScheme.id`, 'http://data.europa.eu/snb/eqf'],
		[`${QUALIFICATION}.NQFLevel.inScheme`, undefined],
		[`${QUALIFICATION}.language`, []],
		[`${QUALIFICATION}.learningOutcome`, []],
		[`${QUALIFICATION}.learningOutcome.0.title`, {}],
		[`${QUALIFICATION}.creditPoint.point`, 2],
		[`${SPECIFICATION}.volumeOfLearning`, 'PT37.5H'],
		[`${SPECIFICATION}.entryRequirement`, { type: 'Note' }],
		[`${SPECIFICATION}.type`, 'Qualification']
	])('with %s as %j', (path, value) => breaks(ElmShape, ELM, path, value));

	test('with a part that its closed shapes do not know', () => {
		breaks(ElmShape, ELM, OFFER, { ...ELM['@graph'][0], courseCode: 'MC-1' });
	});
});

describe('a file in MOOChub 3 is no longer one', () => {
	const course = 'data.0.attributes';
	test.each([
		...['name', 'learningResourceType', 'publisher', 'url', 'license', 'creator', 'publisher.name'],
		...['publisher.type', 'license.0', 'license.0.identifier', 'license.0.url', 'creator.0'],
		...['educationalAlignment.0.name', 'educationalAlignment.0.educationalFrameworkVersion']
	])('without its %s', (part) => breaks(MoochubShape, MOOCHUB, `${course}.${part}`, undefined));

	test.each([
		['data.0.id', 'MC-KAZNU-01'],
		['data.0.type', 'MicroCredential'],
		['links.first', 'moochub.json'],
		[`${course}.courseMode`, ['hybrid']],
		[`${course}.courseMode`, ['online', 'online']],
		[`${course}.keywords`, ['water', 'water']],
		[`${course}.url`, 'uni.example'],
		[`${course}.numberOfCredits`, -1],
		[`${course}.numberOfCredits`, '2'],
		[`${course}.dateModified`, '2026-06-15'],
		[`${course}.license`, []],
		[`${course}.license.0.url`, 'CC-BY'],
		[`${course}.educationalCredentialsAwarded`, ['badge']],
		[`${course}.educationalAlignment.0.educationalFramework`, 'ESCO'],
		['data', [MOOCHUB.data[0], MOOCHUB.data[0]]]
	])('with %s as %j', (path, value) => breaks(MoochubShape, MOOCHUB, path, value));
});

describe('an achievement of Open Badges 3.0 is no longer one', () => {
	const one = 'achievements.0';
	test.each([
		...['id', 'type', 'criteria', 'description', 'name', 'creator.id', 'creator.type'],
		...['alignment.0.type', 'alignment.0.targetName', 'alignment.0.targetUrl', 'creator.address.type']
	])('without its %s', (part) => breaks(BadgesShape, BADGES, `${one}.${part}`, undefined));

	test.each([
		[`${one}.achievementType`, 'Micro-credential'],
		[`${one}.inLanguage`, 'English'],
		[`${one}.creditsAvailable`, '2'],
		[`${one}.alignment.0.targetType`, 'Skill'],
		[`${one}.creator.address`, { type: ['Address'], addressCountryCode: 'KZ', city: 'Almaty' }],
		[`${one}.creator.address.addressCountryCode`, 'Kazakhstan'],
		[`${one}.tag`, 'water']
	])('with %s as %j', (path, value) => breaks(BadgesShape, BADGES, path, value));
});

test('a level that is no qualification is told as a level of education', () => {
	expect(ELM['@graph'][1]?.learningAchievementSpecification).toMatchObject({
		type: 'LearningAchievementSpecification',
		educationLevel: [{ id: 'http://data.europa.eu/snb/eqf/6' }],
		volumeOfLearning: 'PT37H30M'
	});
});

test('a national level that the list of the Commission knows makes a qualification, any other a level of education', () => {
	const [listed, own] = [LISTED, 'NQF level 6'].map((national) => {
		const made = elmDocument(WHERE, [aPublicEntry({}, levels(national))], []);
		expect(v.safeParse(ElmShape, made).issues).toBeUndefined();
		return made['@graph'][0]?.learningAchievementSpecification;
	});
	expect(listed).toMatchObject({
		type: 'Qualification',
		NQFLevel: { id: LISTED, inScheme: { id: 'http://data.europa.eu/snb/qdr/25831c2' } }
	});
	expect(own).toMatchObject({
		type: 'LearningAchievementSpecification',
		educationLevel: [{ id: 'http://data.europa.eu/snb/eqf/6' }, { prefLabel: { en: 'NQF level 6' } }]
	});
});

test('every language that an entry can name has its code in the list of the Union', () => {
	expect(languageConcepts(LANGUAGE_CODES)).toHaveLength(LANGUAGE_CODES.length);
});
