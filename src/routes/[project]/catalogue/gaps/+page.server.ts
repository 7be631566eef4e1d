import { AssignDutySchema } from '#lib/schemas/catalogue/duties.ts';
import { assignDuty } from '#lib/server/commands/assign-duty.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findDutyChoices } from '#lib/server/queries/find-duty-choices.ts';
import { findGapMatrix } from '#lib/server/queries/find-gap-matrix.ts';
import { findTargetSummary } from '#lib/server/queries/find-target-summary.ts';
import { staysHere } from '#lib/stays-here.ts';

export const load = page('catalogue:read', async ({ db, actor, project, data, today, url }) => {
	const { timeZone } = project;
	const { scope, ...matrix } = await findGapMatrix(db, actor, { ...data, today, timeZone, url });
	const { entry, on } = matrix.filter;
	const isPast = on !== null;
	return staysHere({
		...matrix,
		summary: isPast ? null : { target: await findTargetSummary(db, data, scope, { today, timeZone }) },
		duty: entry === null || isPast ? null : await findDutyChoices(db, actor, entry),
		timeZone,
		today,
		query: url.search
	});
});

export const actions = {
	assign: action('duty:assign', AssignDutySchema, async ({ db, actor, now, event }, input) => {
		const { code } = await assignDuty(db, actor, input, now);
		return { flash: 'duty-assigned', label: code, to: event.url.pathname };
	})
};
