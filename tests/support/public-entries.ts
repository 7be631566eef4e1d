import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import type { Where } from '#lib/domain/catalogue/export-addresses.ts';
import type { PublicEntry } from '#lib/domain/catalogue/public-entry.ts';

export const WHERE: Where = {
	origin: 'https://desk.example',
	slug: 'leslie'
};

const CONTENT: EntryContent = {
	title: { standing: 'value', value: { en: 'Water quality', kk: 'Су сапасы' } },
	description: { standing: 'value', value: { en: 'Measure & judge <water>.' } },
	'learning-outcomes': {
		standing: 'value',
		value: [
			{ id: 'a', texts: { en: 'Take samples', kk: 'Сынама алу' }, assessment: 'practical' },
			{ id: 'b', texts: { en: 'Judge results' }, assessment: null }
		]
	},
	workload: { standing: 'value', value: { hours: 50, ects: 2 } },
	level: { standing: 'value', value: { eqf: 6, cycle: 'first', national: 'NQF KZ 6' } },
	participation: { standing: 'value', value: ['blended'] },
	'isced-f': { standing: 'value', value: '0521' },
	languages: { standing: 'value', value: ['en', 'kk'] },
	licence: { standing: 'value', value: 'CC-BY-4.0' },
	homepage: { standing: 'value', value: { url: 'https://uni.example/water', checkedOn: null } },
	skills: {
		standing: 'value',
		value: [
			{ label: 'test water', uri: 'http://data.europa.eu/esco/skill/1' },
			{ label: 'sampling', uri: null }
		]
	}
};

/** A published entry with everything that every format needs. */
export function aPublicEntry(given: Partial<PublicEntry> = {}, content: EntryContent = {}): PublicEntry {
	return {
		id: '01890a5d-ac96-774b-bcce-b302099a8057',
		code: 'MC-KAZNU-01',
		title: 'Water quality',
		publicSince: '2026-05-01T10:00:00.000Z',
		changedAt: '2026-05-02T10:00:00.000Z',
		ended: null,
		state: 'published',
		mergedInto: null,
		isSample: false,
		bodies: [
			{
				organisationId: 'one',
				code: 'kaznu',
				acronym: 'KazNU',
				name: 'Al-Farabi Kazakh National University',
				country: 'KZ',
				city: 'Almaty'
			}
		],
		theme: 'Water',
		...given,
		content: { ...CONTENT, ...content }
	};
}
