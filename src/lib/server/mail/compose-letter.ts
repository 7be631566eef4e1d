import type { Db } from '#db/schema.ts';
import { isPlainAddress, type MailSettings } from '#db/mail-settings.ts';
import { oneLine } from '#lib/domain/mail/delivery.ts';
import { MAIL_KINDS, type MailKind } from '#lib/domain/mail/kinds.ts';
import { letterText } from '#lib/text/mail/letter.ts';
import type { FoundLetter, FoundNotice } from './find-letter.ts';
import { unsubscribeToken } from './mail-key.ts';
import { meetingAttachments } from './meeting-attachment.ts';
import { signedPagePath } from './page-links.ts';

export interface Message {
	messageId: string;
	from: { name: string; address: string };
	to: { name: string; address: string };
	subject: string;
	text: string;
	headers: Record<string, string>;
	attachments: { filename: string; contentType: string; content: string }[];
}

/** What mails need to know of the installation. */
export interface Surroundings {
	origin: string;
	from: MailSettings['from'];
	/** Of links that stop mails. */
	key: string;
}

/**
 * The mail as it goes out. Its address is one plain address, its headers have no line of somebody's typing, and its
 * Message-ID is the letter's own: sent twice, it is recognised as the same.
 */
export async function composeLetter(
	db: Db,
	letter: FoundLetter,
	notices: readonly FoundNotice[],
	{ origin, from, key }: Surroundings,
	now: Date
): Promise<Message> {
	const { kind, personId } = letter;
	const isOptional = kind === 'digest' || MAIL_KINDS[kind].optional;
	const unsubscribe = isOptional
		? `${origin}/unsubscribe/${unsubscribeToken(key, { personId, kind })}`
		: null;
	const { subject, text } = letterText(kind, toldOf(origin, notices).map(signed(key, origin, now)), {
		unsubscribe,
		account: `${origin}/account#mail`
	});
	return {
		messageId: `<${letter.id}@${from.address.split('@')[1] ?? 'localhost'}>`,
		from,
		to: { name: oneLine(letter.name), address: letter.email },
		subject: oneLine(subject).slice(0, 400),
		text,
		headers: {
			'Auto-Submitted': 'auto-generated',
			...(unsubscribe === null
				? {}
				: {
						'List-Unsubscribe': `<${unsubscribe}>`,
						'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
					})
		},
		attachments: await attachmentsOf(db, letter, notices, origin, now)
	};
}

/** Notices as a letter tells them: with their address, and in headings without line breaks. */
export function toldOf(origin: string, notices: readonly FoundNotice[]) {
	return notices.map((one) => ({
		...one,
		subject: oneLine(one.subject),
		aboutLabel: one.aboutLabel === null ? null : oneLine(one.aboutLabel),
		url: addressOf(origin, one)
	}));
}

/** A check-in is opened by a signed address, which leads to exactly that page once its reader has signed in. */
function signed(key: string, origin: string, now: Date) {
	return <Told extends { kind: MailKind; url: string | null }>(told: Told): Told => {
		if (told.url === null || !told.kind.startsWith('check-in-')) return told;
		const { pathname, search } = new URL(told.url);
		return { ...told, url: origin + signedPagePath(key, pathname + search, now) };
	};
}

/** Why a letter is not sent at all; undefined when it may. `told`: what its reader may still be told. */
export function hindrance(letter: FoundLetter, told: readonly FoundNotice[]): string | undefined {
	if (letter.disabledAt !== null) return 'disabled';
	if (told.length === 0) return 'left';
	return isPlainAddress(letter.email) ? undefined : 'address';
}

/** A path leads inside the project, wherever it was taken from. */
function addressOf(origin: string, { path, slug }: FoundNotice): string | null {
	if (path === null || slug === null) return null;
	const url = URL.parse(path.replace(/^\/+/, ''), `${origin}/${slug}/`);
	return url?.origin === origin && url.pathname.startsWith(`/${slug}/`) ? url.href : `${origin}/${slug}`;
}

const MEETING_KINDS: readonly MailKind[] = ['meeting-invited', 'meeting-cancelled'];

async function attachmentsOf(
	db: Db,
	letter: FoundLetter,
	notices: readonly FoundNotice[],
	origin: string,
	now: Date
): Promise<Message['attachments']> {
	const meetings = notices.filter((one) => MEETING_KINDS.includes(one.kind));
	const found = [];
	for (const { slug, aboutId } of meetings)
		if (slug !== null && aboutId !== null)
			found.push(...(await meetingAttachments(db, { slug, meetingId: aboutId, origin }, letter, now)));
	return found;
}
