const LONGEST = 200;
const LONGEST_EXTENSION = 12;

/**
 * A file name that shows what it is: no folders, no characters that cannot be seen or that turn the text around,
 * none that a common file system refuses, at most 200 characters with the extension kept.
 */
export function cleanFileName(given: string): string {
	const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const visible = last
		.replace(/\p{Z}/gu, ' ')
		.replace(/[\p{C}\p{Bidi_Control}]/gu, '')
		.replace(/[<>:"|?*]/g, '-')
		.replace(/ {2,}/g, ' ')
		.replace(/^[. ]+|[. ]+$/g, '');
	return visible === '' ? 'file' : shortened(visible);
}

/** Lower-case letters and digits after the last dot; empty when there are none. */
export function extensionOf(name: string): string {
	const found = /\.([\p{L}\p{N}]{1,11})$/u.exec(name)?.[1] ?? '';
	return found.toLowerCase();
}

function shortened(name: string): string {
	const characters = Array.from(name);
	if (characters.length <= LONGEST) return name;
	const dot = characters.lastIndexOf('.');
	const extension = characters.length - dot <= LONGEST_EXTENSION ? characters.slice(dot) : [];
	return [...characters.slice(0, LONGEST - extension.length), ...extension].join('');
}
