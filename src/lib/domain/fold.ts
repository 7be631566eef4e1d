const LETTERS: Readonly<Record<string, string>> = {
	// Kazakh and Uzbek letters fall together with the Russian ones that stand in for them on other keyboards.
	қ: 'к',
	ғ: 'г',
	ә: 'а',
	ө: 'о',
	ү: 'у',
	ұ: 'у',
	і: 'и',
	ң: 'н',
	һ: 'х',
	ҳ: 'х',
	ς: 'σ',
	ı: 'i',
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	æ: 'ae',
	œ: 'oe'
};
const TO_REPLACE = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const MARKS = /\p{M}/gu;
const APOSTROPHES = /['’‘`´ʻʼʽʹ′＇]/g;
const SPACES = /[\s\p{Z}]+/gu;

/**
 * Text as it is searched and compared, whatever the keyboard: Қазақ as Казак, oʻ as o' or o, without accents, in small
 * letters; scripts stay apart. Fold both what is stored and what is looked for.
 */
export function fold(text: string): string {
	return text
		.replace(APOSTROPHES, '')
		.normalize('NFKD')
		.replace(APOSTROPHES, '')
		.toLowerCase()
		.replace(MARKS, '')
		.replace(TO_REPLACE, (letter) => LETTERS[letter] ?? letter)
		.replace(SPACES, ' ')
		.trim();
}

/** The `search` column of a record: all that it may be looked for by. */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
	return fold(parts.filter((part) => part !== null && part !== undefined).join(' '));
}
