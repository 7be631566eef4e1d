import { catalogueAddress, entryAddress, type Where } from './export-addresses.ts';
import { schemaOrgCourse } from './export-schema-org.ts';
import type { PublicEntry } from './public-entry.ts';

/** An entry's own JSON, at an address that stays. */
export function entryDocument(where: Where, entry: PublicEntry) {
	const { content, bodies } = entry;
	return {
		id: entryAddress(where, entry),
		code: entry.code,
		title: entry.title,
		catalogue: catalogueAddress(where),
		publishedAt: entry.publicSince,
		changedAt: entry.changedAt,
		status: entry.ended ?? 'offered',
		...(entry.mergedInto === null ? {} : { mergedInto: entryAddress(where, { code: entry.mergedInto }) }),
		...(entry.isSample ? { sample: true } : {}),
		awardingBodies: bodies.map(({ name, acronym, country, city }) => ({ name, acronym, country, city })),
		theme: entry.theme,
		elements: Object.fromEntries(
			Object.entries(content).flatMap(([element, held]) =>
				held?.standing === 'value' ? [[element, held.value] as const] : []
			)
		),
		course: schemaOrgCourse(where, entry)
	};
}
