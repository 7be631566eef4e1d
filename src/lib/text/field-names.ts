/** The name of a column or field in words: `time_zone` and `timeZone` are both "time zone". */
export function fieldNameText(name: string): string {
	return name
		.replaceAll('_', ' ')
		.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
		.trim();
}
