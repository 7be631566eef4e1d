import { isDemoClock } from '#lib/server/clock.ts';
import { rolesOf } from '#lib/domain/roles.ts';
import { isForEveryone } from '#lib/server/http/for-everyone.ts';
import { visitorPage } from '#lib/server/http/page.ts';
import { dayText } from '#lib/text/dates.ts';
import { flashText } from '#lib/text/flash.ts';
import { ROLE_TEXT } from '#lib/text/roles.ts';

/** What the frame around every page shows. */
export const load = visitorPage(async ({ event }) => {
	const { signedIn, actor, theme, flash, today } = event.locals;
	const roles = (actor ? rolesOf(actor) : []).map((role) => ROLE_TEXT[role]);
	const actsFor = actor?.actingFor?.name;
	const isSendingAgain = event.route.id === '/send-again';
	return {
		viewer: signedIn && {
			name: actsFor === undefined ? signedIn.name : `${signedIn.name} for ${actsFor}`,
			organisation: actor?.organisationAcronym ?? '',
			roles
		},
		demoDate: isDemoClock() ? dayText(today) : null,
		/** Whoever leaves that page loses what it keeps: nothing around it leads away. */
		isSendingAgain,
		/** A page that caches share has no choice of its own. */
		theme: isSendingAgain || isForEveryone(event.route.id) ? null : theme,
		flash: flash && flashOf(flash.code, flash.label)
	};
});

function flashOf(code: string, label: string) {
	const text = flashText(code, label);
	return text === null ? null : { kind: 'done' as const, text };
}
