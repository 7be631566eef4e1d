import { SignAmendmentSchema } from '#lib/schemas/amendments.ts';
import { can } from '#lib/domain/can.ts';
import { doneOn, hasEnded } from '#lib/domain/lateness.ts';
import { signAmendment } from '#lib/server/commands/sign-amendment.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { findAmendablePlan } from '#lib/server/queries/find-amendable-plan.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listOrganisationOptions } from '#lib/server/queries/list-organisation-options.ts';

const MOST_NEW = 20;

export const load = page('baseline:sign', async ({ db, actor, project, today, url }) => {
	if (!can(actor, 'baseline:sign', {}).ok) return undefined;
	const plan = await findAmendablePlan(db, project.id);
	const { plan: qualityPlan } = await findQualityPlan(db, project.id);
	const chosen = new Set(url.searchParams.getAll('record'));
	const asked = Number(url.searchParams.get('add') ?? 0);
	const added = Number.isInteger(asked) ? Math.min(Math.max(asked, 0), MOST_NEW) : 0;
	const choice = [
		...plan.workPackages.map(({ id, number, title }) => ({ id, code: `WP${number}`, title })),
		...plan.items.filter((item) => !hasEnded(item)).map(({ id, code, title }) => ({ id, code, title }))
	];
	return {
		decisions: await listDecisionOptions(db, project.id),
		slug: project.slug,
		startOn: project.startOn,
		months: project.durationMonths,
		today,
		nextNumber: (plan.lastBaseline?.number ?? -1) + 1,
		choice: choice.map((one) => ({ ...one, chosen: chosen.has(one.id) })),
		packages: plan.workPackages.filter(({ id }) => chosen.has(id)),
		items: plan.items
			.filter(({ id }) => chosen.has(id))
			.map((item) => ({ ...item, isDone: doneOn(item) !== null })),
		added: Array.from({ length: added }, (_, index) => `new-${index + 1}`),
		deliverables: plan.items
			.filter((item) => item.kind === 'deliverable' && !hasEnded(item))
			.map(({ id, code, title }) => ({ id, code, title })),
		workPackages: plan.workPackages.map(({ id, number, title }) => ({ id, number, title })),
		organisations: await listOrganisationOptions(db, project.id),
		types: qualityPlan.deliverableTypes,
		levels: qualityPlan.disseminationLevels
	};
});

export const actions = {
	sign: action('baseline:sign', SignAmendmentSchema, async ({ db, actor, project, now }, input) => {
		const { number } = await signAmendment(db, actor, input, now);
		const before = Math.max(0, number - 1);
		return {
			to: `/${project.slug}/baselines?from=${before}&to=${number}`,
			flash: 'amendment-signed',
			label: `Baseline ${number}`
		};
	})
};
