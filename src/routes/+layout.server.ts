import { isDemoClock } from '#lib/server/clock.ts';
import { visitorPage } from '#lib/server/http/page.ts';
import { dayText } from '#lib/text/dates.ts';
import { flashText } from '#lib/text/flash.ts';
import { ROLE_TEXT } from '#lib/text/roles.ts';

/** What the frame around every page shows. */
export const load = visitorPage(async ({ event }) => {
	const { signedIn, actor, theme, flash, today } = event.locals;
	const roles = [...new Set(actor?.grants.map((grant) => ROLE_TEXT[grant.role]))];
	return {
		viewer: signedIn && { name: signedIn.name, organisation: actor?.organisationAcronym ?? '', roles },
		demoDate: isDemoClock() ? dayText(today) : null,
		theme,
		flash: flash && flashOf(flash.code, flash.label)
	};
});

function flashOf(code: string, label: string) {
	const text = flashText(code, label);
	return text === null ? null : { kind: 'done' as const, text };
}
