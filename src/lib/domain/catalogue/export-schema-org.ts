import { licenceUrl } from './licences.ts';
import { textIn, valueOf, type PublicEntry } from './public-entry.ts';
import type { Where } from './export-addresses.ts';
import { entryAddress } from './export-addresses.ts';

/** An entry as a schema.org `Course` in JSON-LD. */
export function schemaOrgCourse(where: Where, entry: PublicEntry) {
	const { content } = entry;
	const workload = valueOf(content, 'workload');
	const level = valueOf(content, 'level');
	const licence = licenceUrl(valueOf(content, 'licence') ?? '');
	const description = textIn(valueOf(content, 'description') ?? {}, 'en');
	const outcomes = (valueOf(content, 'learning-outcomes') ?? []).flatMap(({ texts }) => {
		const text = textIn(texts, 'en');
		return text ? [text.text] : [];
	});
	return {
		'@context': 'https://schema.org',
		'@type': 'Course',
		'@id': entryAddress(where, entry),
		url: entryAddress(where, entry),
		name: entry.title,
		courseCode: entry.code,
		...(description ? { description: description.text } : {}),
		inLanguage: valueOf(content, 'languages') ?? [],
		teaches: outcomes,
		...(workload?.hours == null ? {} : { timeRequired: `PT${workload.hours}H` }),
		...(workload?.ects == null ? {} : { numberOfCredits: workload.ects }),
		...(level?.eqf == null ? {} : { educationalLevel: `EQF ${level.eqf}` }),
		...(licence === null ? {} : { license: licence }),
		provider: entry.bodies.map(({ name, country }) => ({
			'@type': 'CollegeOrUniversity',
			name,
			address: { '@type': 'PostalAddress', addressCountry: country }
		})),
		educationalCredentialAwarded: {
			'@type': 'EducationalOccupationalCredential',
			name: entry.title,
			credentialCategory: 'Micro-credential'
		}
	};
}
