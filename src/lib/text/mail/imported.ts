import type { MailBecause, MailKind } from '#lib/domain/mail/kinds.ts';

const NAMED = 5;

/** What an organisation is told whose entries somebody else brought in from a file. */
export function importedMail(
	by: { name: string; organisationAcronym: string },
	codes: readonly string[],
	fileName: string
): { kind: MailKind; because: MailBecause; subject: string; body: string } {
	const [only = ''] = codes;
	const isOne = codes.length === 1;
	const what = isOne ? `The new entry ${only}` : `${codes.length} new entries of the catalogue`;
	const rest = codes.length - NAMED;
	const named = [...codes.slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
	return {
		kind: 'ball',
		because: 'lead',
		subject: isOne
			? `${only}: please complete the new entry`
			: `${codes.length} new entries: please complete them`,
		body: `${what} ${isOne ? 'lies' : 'lie'} with your organisation now: complete ${isOne ? 'it' : 'them'}.${
			isOne ? '' : ` They are ${named}.`
		}\n\n${by.name} (${by.organisationAcronym}) brought ${isOne ? 'it' : 'them'} in from the file ${fileName}.`
	};
}
