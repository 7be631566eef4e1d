import { can } from '#lib/domain/can.ts';
import { workPackageEntry } from '#lib/domain/list-comparison.ts';
import { EndHealthOverrideSchema, OverrideHealthSchema } from '#lib/schemas/work-packages.ts';
import { endHealthOverride } from '#lib/server/commands/end-health-override.ts';
import { overrideHealth } from '#lib/server/commands/override-health.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findListComparison } from '#lib/server/queries/find-list-comparison.ts';
import { listPlanProgress } from '#lib/server/queries/list-plan-progress.ts';

export const load = page('work-package:read', async ({ db, actor, project, data, today, url }) => {
	const plan = await listPlanProgress(db, actor, data, today);
	const against = await findListComparison(db, actor, {
		kind: 'work-package',
		url,
		now: () => plan.workPackages.map(workPackageEntry),
		isShown: () => true
	});
	return {
		slug: project.slug,
		startOn: project.startOn,
		timeZone: project.timeZone,
		today,
		soonDays: plan.soonDays,
		health: plan.project,
		overrides: plan.overrides.filter(({ workPackageId }) => workPackageId === null),
		mayOverride: can(actor, 'health:override', {}).ok,
		against,
		workPackages: plan.workPackages.map(({ id, number, title, lead, leadCountry, leadName, ...one }) => ({
			id,
			number,
			title,
			lead: lead === null ? null : { acronym: lead, country: leadCountry ?? '', name: leadName ?? '' },
			startMonth: one.startMonth,
			endMonth: one.endMonth,
			origin: one.origin,
			sampleLead: one.sampleFields.includes('lead'),
			sampleMonths: one.sampleFields.includes('start_month') || one.sampleFields.includes('end_month'),
			health: one.progress && {
				health: one.progress.health.health,
				override: one.progress.health.override
			},
			readiness: one.progress && {
				verdict: one.progress.readiness.verdict,
				open: one.progress.readiness.open
			},
			...one.counts
		}))
	};
});

export const actions = {
	override: action('health:override', OverrideHealthSchema, async ({ db, actor, now }, input) => {
		await overrideHealth(db, actor, { ...input, workPackageId: null }, now);
		return { flash: 'health-judged' };
	}),
	endOverride: action('health:override', EndHealthOverrideSchema, async ({ db, actor, now }, input) => {
		await endHealthOverride(db, actor, input, now);
		return { flash: 'judgement-ended' };
	})
};
