import { MAIL_KINDS, type MailBecause, type MailKind } from '#lib/domain/mail/kinds.ts';
import { recordText } from '#lib/text/audit-events.ts';
import { MAIL_BECAUSE_TEXT, MAIL_KIND_TEXT } from './kinds.ts';

export interface ToldNotice {
	kind: MailKind;
	subject: string;
	body: string;
	because: MailBecause;
	aboutLabel: string | null;
	/** Where it is acted upon. */
	url: string | null;
	/** Of its project; null for the installation. */
	acronym: string | null;
}

interface Links {
	/** Stops mails of this kind without signing in; null where nobody may do without them. */
	unsubscribe: string | null;
	account: string;
}

/** A letter as people read it: what happened, where to act, why they get it, how to stop it. */
export function letterText(
	kind: MailKind | 'digest',
	notices: readonly ToldNotice[],
	links: Links
): { subject: string; text: string } {
	const [first] = notices;
	if (!first) return { subject: '', text: '' };
	const parts = kind === 'digest' ? digestParts(notices) : notices.map(single);
	return {
		subject: subjectOf(kind, first, notices),
		text: `${[...parts, footer(kind, notices, links)].join('\n\n')}\n`
	};
}

function subjectOf(kind: MailKind | 'digest', first: ToldNotice, notices: readonly ToldNotice[]): string {
	const acronyms = [...new Set(notices.flatMap(({ acronym }) => acronym ?? []))];
	const project = acronyms.length === 0 ? '' : `[${acronyms.join(', ')}] `;
	const more = notices.length === 1 ? '' : `, and ${notices.length - 1} more`;
	if (kind !== 'digest') return project + first.subject + more;
	return `${project}Your digest: ${first.subject}${more}`;
}

function single({ subject, body, url, kind }: ToldNotice): string {
	const isLetter = MAIL_KINDS[kind].pace === 'at-once';
	return [...(isLetter ? [] : [subject]), body.trim(), ...(url === null ? [] : [`Open it: ${url}`])].join(
		'\n\n'
	);
}

/** By project and record; of each what happened, in its order. */
function digestParts(notices: readonly ToldNotice[]): string[] {
	return [...Map.groupBy(notices, (one) => one.acronym ?? '')].flatMap(([acronym, own], _, { length }) => [
		...(length > 1 && acronym !== '' ? [`=== ${acronym} ===`] : []),
		...[...Map.groupBy(own, (one) => recordText(one.aboutLabel ?? ''))].map(([label, alike]) =>
			[...(label === '' ? [] : [label, '-'.repeat(Math.min(label.length, 60))]), ...alike.map(line)].join(
				'\n'
			)
		)
	]);
}

function line({ subject, body, url, because }: ToldNotice): string {
	const text = body.trim().replaceAll('\n', '\n  ');
	return [
		`* ${subject}`,
		...(text === '' ? [] : [`  ${text}`]),
		...(url === null ? [] : [`  ${url}`]),
		`  (because ${MAIL_BECAUSE_TEXT[because]})`
	].join('\n');
}

function footer(kind: MailKind | 'digest', notices: readonly ToldNotice[], links: Links): string {
	const reasons = [...new Set(notices.map(({ because }) => MAIL_BECAUSE_TEXT[because]))];
	const why =
		kind === 'digest'
			? 'You get this once a day, or once a week, with all that is not urgent.'
			: `You get this because ${reasons.join(', and because ')}.`;
	const what = kind === 'digest' ? 'the digest' : `mails of this kind (${MAIL_KIND_TEXT[kind]})`;
	return [
		'-- ',
		why,
		...(links.unsubscribe === null ? [] : [`Stop ${what}: ${links.unsubscribe}`]),
		`Choose which mails you get, and when: ${links.account}`
	].join('\n');
}
