import { error, type RequestEvent } from '@sveltejs/kit';
import { stopMail } from '#lib/server/commands/choose-mail.ts';
import { visitorRequest } from '#lib/server/http/gate.ts';
import { guard, visitorPage } from '#lib/server/http/page.ts';
import { readUnsubscribeToken } from '#lib/server/mail/mail-key.ts';
import { MAIL_KIND_TEXT } from '#lib/text/mail/kinds.ts';

/** The address is the secret: it is kept nowhere. */
const HEADERS = { 'cache-control': 'no-store' } as const;

export const load = visitorPage(async ({ db, event, param }) => {
	event.setHeaders(HEADERS);
	const asked = await readUnsubscribeToken(db, param('secret'));
	if (!asked) return undefined;
	return { kind: asked.kind === 'digest' ? 'The digest' : MAIL_KIND_TEXT[asked.kind] };
});

export const actions = {
	/** By its button, or by a mail program in one click (RFC 8058): that one sends no Origin and follows no redirect. */
	default: guard('visitor', async (event: RequestEvent) => {
		const { db, now, param } = visitorRequest(event);
		const asked = await readUnsubscribeToken(db, param('secret'));
		if (!asked) error(404, 'Not found');
		await stopMail(db, asked, now);
		return { stopped: true };
	})
};
