import { catalogueAddress, entryAddress, type Where } from './export-addresses.ts';
import { licenceUrl } from './licences.ts';
import { keywordsOf, textIn, valueOf, type PublicBody, type PublicEntry } from './public-entry.ts';

/** https://github.com/MOOChub/schema, version 3. */
export function moochubDocument(
	where: Where,
	entries: readonly PublicEntry[],
	leftOut: readonly unknown[],
	fieldNames: Readonly<Record<string, string>>
) {
	const self = `${catalogueAddress(where)}/moochub.json`;
	return {
		links: { self, first: self, last: self },
		data: entries.map((entry) => ({
			id: entry.id,
			type: 'Course',
			attributes: { ...courseAttributes(where, entry), educationalAlignment: fields(entry, fieldNames) }
		})),
		// The format knows no such part, and allows it.
		leftOut
	};
}

const LANGUAGE = 'en';

function courseAttributes(where: Where, entry: PublicEntry) {
	const { content, bodies } = entry;
	const licence = valueOf(content, 'licence') ?? '';
	const workload = valueOf(content, 'workload');
	const description = textIn(valueOf(content, 'description') ?? {}, LANGUAGE);
	const organisations = bodies.map(organisation);
	return {
		name: textIn(valueOf(content, 'title') ?? {}, LANGUAGE)?.text ?? entry.title,
		courseCode: entry.code,
		learningResourceType: {
			identifier: 'https://w3id.org/kim/hcrt/course',
			type: 'Concept',
			inScheme: 'https://w3id.org/kim/hcrt/scheme'
		},
		courseMode: unique(valueOf(content, 'participation') ?? []).filter((mode) => MODES.includes(mode)),
		...(description ? { description: paragraphs(description.text) } : {}),
		inLanguage: unique(valueOf(content, 'languages') ?? []),
		url: valueOf(content, 'homepage')?.url ?? entryAddress(where, entry),
		license: [
			{
				identifier: licence,
				url: licenceUrl(licence),
				contentUrl: null
			}
		],
		creator: organisations,
		publisher: organisations[0],
		keywords: keywordsOf(entry),
		...(workload?.ects == null ? {} : { numberOfCredits: workload.ects }),
		educationalCredentialsAwarded: ['certificate'],
		dateModified: entry.changedAt
	};
}

function fields({ content }: PublicEntry, names: Readonly<Record<string, string>>) {
	const code = valueOf(content, 'isced-f') ?? '';
	const name = names[code];
	if (name === undefined) return [];
	return [
		{
			type: 'EducationalAlignment',
			alignmentType: 'educationalSubject',
			educationalFramework: 'ISCED-F',
			educationalFrameworkVersion: '2013',
			name: [{ inLanguage: LANGUAGE, name }],
			shortCode: code,
			targetUrl: `http://data.europa.eu/esco/isced-f/${code}`
		}
	];
}

const MODES: readonly string[] = ['blended', 'onsite', 'online'];

function organisation({ name }: PublicBody) {
	return { name, type: 'Organization' };
}

function unique(all: readonly string[]): string[] {
	return [...new Set(all)];
}

/** The format wants a description in HTML: ours is plain text. */
function paragraphs(text: string): string {
	const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return escaped
		.split(/\n\s*\n/)
		.map((part) => `<p>${part.trim().replaceAll('\n', '<br>')}</p>`)
		.join('');
}
