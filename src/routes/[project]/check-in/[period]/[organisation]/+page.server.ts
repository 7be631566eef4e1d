import { AcceptCheckInsSchema, GoWithoutSchema, ReturnCheckInSchema } from '#lib/schemas/check-ins.ts';
import { acceptCheckIns } from '#lib/server/commands/check-ins/accept-check-ins.ts';
import { goWithout } from '#lib/server/commands/check-ins/go-without.ts';
import { returnCheckIn } from '#lib/server/commands/check-ins/return-check-in.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findOrganisationCheckIn } from '#lib/server/queries/check-ins/find-organisation-page.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

export const load = page('check-in-answer:read', async ({ db, actor, project, today, param }) => {
	const { timeZone } = project;
	const key = { startsOn: param('period'), code: param('organisation') };
	const found = await findOrganisationCheckIn(db, actor, key, { today, timeZone });
	if (!found) return undefined;
	const blocks = found.acts.blocks.map(sentenceOf);
	return { ...found, acts: { ...found.acts, blocks }, timeZone };
});

export const actions = {
	accept: action('check-in:accept', AcceptCheckInsSchema, async ({ db, actor, now, param }, input) => {
		await acceptCheckIns(db, actor, param('period'), input, now);
		return { flash: 'check-in-accepted' };
	}),
	return: action('check-in:return', ReturnCheckInSchema, async ({ db, actor, now, param }, input) => {
		const { acronym } = await returnCheckIn(db, actor, param('period'), input, now);
		return { flash: 'check-in-returned', label: acronym };
	}),
	without: action('check-in:accept', GoWithoutSchema, async ({ db, actor, now, param }, input) => {
		await goWithout(db, actor, param('period'), input, now);
		return { flash: 'check-in-without' };
	})
};
