import { dayText } from '#lib/text/dates.ts';

/** The copy of a deputy says first for whom it is, and until when. */
export function standInBody(body: string, standsIn: readonly { name: string; toOn: string }[]): string {
	const whom = standsIn.map(({ name, toOn }) => `${name} until ${dayText(toOn)}`).join(', and for ');
	return `You stand in for ${whom}. They are told:\n\n${body}`;
}
