import { AcceptCheckInsSchema, GoWithoutSchema, ReopenPeriodSchema } from '#lib/schemas/check-ins.ts';
import { NothingSchema } from '#lib/schemas/fields.ts';
import { acceptCheckIns } from '#lib/server/commands/check-ins/accept-check-ins.ts';
import { goWithout } from '#lib/server/commands/check-ins/go-without.ts';
import { lockPeriod, reopenPeriod } from '#lib/server/commands/check-ins/lock-period.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findPeriodPage } from '#lib/server/queries/check-ins/find-period-page.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

export const load = page('check-in:read', async ({ db, actor, project, today, param }) => {
	const { timeZone } = project;
	const found = await findPeriodPage(db, actor, param('period'), { today, timeZone });
	if (!found) return undefined;
	const lock = found.lock && { blocks: found.lock.blocks.map(sentenceOf) };
	return { ...found, lock, today, timeZone };
});

export const actions = {
	accept: action('check-in:accept', AcceptCheckInsSchema, async ({ db, actor, now, param }, input) => {
		const { count } = await acceptCheckIns(db, actor, param('period'), input, now);
		return { flash: 'check-in-accepted', label: count === 1 ? '1 check-in' : `${count} check-ins` };
	}),
	without: action('check-in:accept', GoWithoutSchema, async ({ db, actor, now, param }, input) => {
		await goWithout(db, actor, param('period'), input, now);
		return { flash: 'check-in-without' };
	}),
	lock: action('period:lock', NothingSchema, async ({ db, actor, now, param }) => {
		await lockPeriod(db, actor, param('period'), now);
		return { flash: 'period-locked' };
	}),
	reopen: action('period:reopen', ReopenPeriodSchema, async ({ db, actor, now, param }, input) => {
		await reopenPeriod(db, actor, param('period'), input, now);
		return { flash: 'period-reopened' };
	})
};
