import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, searchText } from '#lib/domain/fold.ts';

/** What is stored, and every way in which somebody may type it. */
const FOUND: readonly (readonly [language: string, stored: string, ...typed: string[]])[] = [
	['Kazakh', 'Қазақстан', 'қазақстан', 'Казакстан', 'КАЗАКСТАН'],
	['Kazakh', 'Әл-Фараби атындағы Қазақ ұлттық университеті', 'ал-фараби атындагы казак улттык университети'],
	['Kazakh', 'Шоқан Уәлиханов атындағы Көкшетау университеті', 'шокан уалиханов', 'Кокшетау университети'],
	['Kazakh', 'Түркістан, Өңір, Һ', 'туркистан', 'онир', 'х'],
	['Uzbek', 'Oʻzbekiston', "O'zbekiston", 'O’zbekiston', 'O‘zbekiston', 'Ozbekiston', 'oʼzbekiston'],
	['Uzbek', "Farg'ona politexnika instituti", 'Fargʻona', 'FARGONA'],
	['Uzbek', 'Ўзбекистон, Тошкент шаҳри, Фарғона', 'узбекистон', 'шахри', 'фаргона'],
	['Russian', 'Кокшетауский университет; учёный, район', 'учены', 'раион', 'УЧЁНЫЙ', 'район'],
	[
		'Greek',
		'Πανεπιστήμιο Κύπρου, Λευκωσία; φορέας',
		'πανεπιστημιο',
		'ΚΥΠΡΟΥ',
		'ΛΕΥΚΩΣΙΑ',
		'φορεασ',
		'ΦΟΡΕΑΣ'
	],
	[
		'Spanish',
		'Universitat Politècnica de València, España, Muñoz',
		'politecnica de valencia',
		'ESPANA',
		'munoz'
	],
	['Italian', 'Università di Cassino', 'universita di cassino'],
	['Turkish', 'Ahmet Yesevi Üniversitesi, Işık', 'universitesi', 'isik'],
	['spaces', 'Land\u00a0Management  \n and waste', 'land management and waste'],
	['compatibility', 'ﬁnal report №\u202f4', 'final report no 4']
];

describe.each(FOUND)('%s: %s', (_language, stored, ...typed) => {
	test.each(typed)('is found as %s', (query) => expect(fold(stored)).toContain(fold(query)));
});

test('different words stay different', () => {
	expect(fold('қала')).not.toBe(fold('қалам'));
	expect(fold('Kokshetau')).not.toBe(fold('Кокшетау'));
});

test('folding twice changes nothing more, and capitals change nothing', () => {
	const letters = "abcñäßøłАаБбЙйЁёҚқҒғӘәӨөҮүҰұІіҢңҺһЎўҲҳΑαΣσςΏώ ʻ'’".split('');
	const words = fc.string({
		unit: fc.oneof(fc.constantFrom(...letters), fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }))
	});
	fc.assert(fc.property(words, (word) => fold(fold(word)) === fold(word)));
	const known = fc.string({ unit: fc.constantFrom(...letters) });
	fc.assert(fc.property(known, (word) => fold(word.toUpperCase()) === fold(word.toLowerCase())));
});

test('the search text of a record joins what it is known by and leaves out what it does not have', () => {
	expect(searchText('D4.2', 'Алгоритм', null, undefined, '')).toBe('d4.2 алгоритм');
});
