import { bodyAddress, entryAddress, type Where } from './export-addresses.ts';
import { keywordsOf, textIn, valueOf, type PublicBody, type PublicEntry } from './public-entry.ts';

const CONTEXT = [
	'https://www.w3.org/ns/credentials/v2',
	'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
];

/** Open Badges 3.0 achievements: what a badge would be given for. No badge of anybody. */
export function badgesDocument(where: Where, entries: readonly PublicEntry[], leftOut: readonly unknown[]) {
	return { achievements: entries.map((entry) => achievement(where, entry)), leftOut };
}

const LANGUAGE = 'en';

function achievement(where: Where, entry: PublicEntry) {
	const { content, bodies } = entry;
	const inEnglish = (texts: Readonly<Record<string, string>> | undefined) =>
		textIn(texts ?? {}, LANGUAGE)?.text ?? '';
	const credits = valueOf(content, 'workload')?.ects ?? null;
	const field = valueOf(content, 'isced-f') ?? '';
	const language = textIn(valueOf(content, 'title') ?? {}, LANGUAGE)?.lang ?? LANGUAGE;
	const outcomes = (valueOf(content, 'learning-outcomes') ?? []).map(({ texts }) => inEnglish(texts));
	const [owner] = bodies;
	return {
		'@context': CONTEXT,
		id: entryAddress(where, entry),
		type: ['Achievement'],
		achievementType: 'MicroCredential',
		name: inEnglish(valueOf(content, 'title')) || entry.title,
		description: inEnglish(valueOf(content, 'description')),
		inLanguage: language,
		humanCode: entry.code,
		criteria: {
			id: `${entryAddress(where, entry)}#outcomes`,
			narrative: outcomes.map((outcome) => `- ${outcome}`).join('\n')
		},
		...(owner ? { creator: profile(where, owner) } : {}),
		...(credits === null ? {} : { creditsAvailable: credits }),
		...(field === '' ? {} : { fieldOfStudy: field }),
		alignment: alignments(entry),
		tag: keywordsOf(entry)
	};
}

function profile(where: Where, body: PublicBody) {
	return {
		id: bodyAddress(where, body),
		type: ['Profile'],
		name: body.name,
		address: { type: ['Address'], addressCountryCode: body.country }
	};
}

function alignments({ content }: PublicEntry) {
	const eqf = valueOf(content, 'level')?.eqf ?? null;
	const skills = (valueOf(content, 'skills') ?? []).flatMap(({ label, uri }) =>
		uri === null ? [] : [{ label, uri }]
	);
	return [
		...skills.map(({ label, uri }) => ({
			type: ['Alignment'],
			targetName: label,
			targetUrl: uri,
			targetFramework: 'ESCO',
			targetType: 'ceasn:Competency'
		})),
		...(eqf === null
			? []
			: [
					{
						type: ['Alignment'],
						targetName: `EQF level ${eqf}`,
						targetUrl: `http://data.europa.eu/snb/eqf/${eqf}`,
						targetCode: String(eqf),
						targetFramework: 'European Qualifications Framework',
						targetType: 'ext:QualificationLevel'
					}
				])
	];
}
