import { error } from '@sveltejs/kit';
import { mayReadMail, withoutSecrets } from '#lib/domain/mail/readable.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { RetryMailSchema } from '#lib/schemas/mail.ts';
import { isDemoClock } from '#lib/server/clock.ts';
import { retryMail } from '#lib/server/commands/retry-mail.ts';
import { administratorAction, administratorPage } from '#lib/server/http/administrator.ts';
import { previewMail, readOwnMail } from '#lib/server/mail/preview-mail.ts';
import { findMail } from '#lib/server/queries/list-mails.ts';

export const load = administratorPage(async ({ db, scope, url, param }) => {
	const mail = await findMail(db, scope, param('id'));
	if (!mail) error(404, 'Not found');
	const isDemo = isDemoClock();
	if (!mayReadMail(mail, isDemo)) return { mail, letter: null };
	if (isDemo) return { mail, letter: await previewMail(db, mail, url.origin) };
	const { subject, text } = await readOwnMail(db, mail);
	return { mail, letter: { subject, text: withoutSecrets(text) } };
});

export const actions = {
	retry: administratorAction(RetryMailSchema, async ({ db, signedIn, scope, now, param }, input) => {
		const mail = await findMail(db, scope, param('id'));
		if (mail?.letterId !== input.letterId) throw new NotFound();
		await retryMail(db, signedIn, input, now);
		return { flash: 'mail-retried' };
	})
};
