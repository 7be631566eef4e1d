import * as v from 'valibot';
import { ChangePasswordSchema, EndSessionSchema, RenameSchema } from '#lib/schemas/account.ts';
import { ChooseMailSchema } from '#lib/schemas/mail.ts';
import { changePassword } from '#lib/server/auth/set-password.ts';
import { chooseMail } from '#lib/server/commands/choose-mail.ts';
import { endOtherSessions, endOwnSession, renameSelf } from '#lib/server/commands/manage-own-account.ts';
import { accountAction } from '#lib/server/http/action.ts';
import { accountPage } from '#lib/server/http/page.ts';
import { findMailWishes } from '#lib/server/queries/find-mail-wishes.ts';
import { listProjectsOf } from '#lib/server/queries/list-projects-of.ts';
import { listSessions } from '#lib/server/queries/list-sessions.ts';
import { browserText } from '#lib/text/browsers.ts';

export const load = accountPage(async ({ db, signedIn, now }) => {
	const sessions = await listSessions(db, signedIn.personId, now);
	return {
		name: signedIn.name,
		email: signedIn.email,
		mail: await findMailWishes(db, signedIn.personId),
		projects: await listProjectsOf(db, signedIn.personId),
		sessions: sessions.map(({ id, userAgent, ...session }) => {
			return { id, ...session, browser: browserText(userAgent), isThis: id === signedIn.sessionId };
		})
	};
});

export const actions = {
	rename: accountAction(RenameSchema, ({ db, signedIn, now }, input) => renameSelf(db, signedIn, input, now)),
	mail: accountAction(ChooseMailSchema, async ({ db, signedIn, now }, input) => {
		await chooseMail(db, signedIn, input, now);
		return { flash: 'mail-chosen' };
	}),
	password: accountAction(ChangePasswordSchema, async (request, input) => {
		await changePassword(request, input);
		return { flash: 'password-changed' };
	}),
	endSession: accountAction(EndSessionSchema, async ({ db, signedIn, now }, input) => {
		await endOwnSession(db, signedIn, input, now);
		return { flash: 'session-ended' };
	}),
	endOthers: accountAction(v.object({}), async ({ db, signedIn, now }) => {
		await endOtherSessions(db, signedIn, now);
		return { flash: 'sessions-ended' };
	})
};
