import { can } from '#lib/domain/can.ts';
import type { PlanKind } from '#lib/domain/items.ts';
import { lateness } from '#lib/domain/lateness.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { EndHealthOverrideSchema, OverrideHealthSchema } from '#lib/schemas/work-packages.ts';
import { endHealthOverride } from '#lib/server/commands/end-health-override.ts';
import { overrideHealth } from '#lib/server/commands/override-health.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';
import { listParticipants } from '#lib/server/queries/list-participants.ts';
import { listPlanProgress } from '#lib/server/queries/list-plan-progress.ts';
import { listTasks } from '#lib/server/queries/list-tasks.ts';
import { NotFound } from '#lib/domain/reasons.ts';

const PAGE_SIZE = 100;

export const load = page('work-package:read', async ({ db, actor, project, data, today, url, param }) => {
	const plan = await listPlanProgress(db, actor, data, today);
	const found = plan.workPackages.find(({ number }) => String(number) === param('number'));
	if (!found) return undefined;
	const { items, counts: _, progress, ...workPackage } = found;
	const subject = {
		leadOrganisationId: workPackage.leadOrganisationId,
		workPackageIds: [workPackage.id]
	};
	const tasks = await listTasks(db, project.id);
	const soonDays = plan.soonDays ?? 0;
	const shown = (item: (typeof items)[number]) => ({
		kind: item.kind,
		code: item.code,
		title: item.title,
		state: item.state,
		lead: item.lead,
		origin: item.origin,
		readable: item.readable,
		dates: progress && {
			contractualOn: item.contractualOn,
			agreedOn: item.agreedOn,
			forecastOn: item.forecastOn,
			lateness: lateness(item, today, soonDays)
		}
	});
	/** One page of those of a kind, by the part of the address that has its name. */
	const listOf = (kind: PlanKind, name: string) => {
		const all = items.filter((item) => item.kind === kind);
		const number = pageParam(url, all.length, PAGE_SIZE, name);
		const rows = all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE).map(shown);
		return { name, rows, of: all.length, page: number, size: PAGE_SIZE };
	};
	return {
		slug: project.slug,
		startOn: project.startOn,
		timeZone: project.timeZone,
		today,
		soonDays,
		workPackage,
		progress,
		overrides: plan.overrides.filter((one) => one.workPackageId === workPackage.id),
		participants: await listParticipants(db, workPackage.id),
		tasks: tasks.filter(({ workPackageId }) => workPackageId === workPackage.id),
		deliverables: listOf('deliverable', 'deliverables'),
		milestones: listOf('milestone', 'milestones'),
		query: url.search,
		mayEdit: can(actor, 'work-package:edit', subject).ok,
		mayOverride: can(actor, 'health:override', subject).ok
	};
});

export const actions = {
	override: action('health:override', OverrideHealthSchema, async ({ db, actor, now, param }, input) => {
		const facts = await findWorkPackageFacts(db, actor.projectId, { number: Number(param('number')) });
		if (!facts) throw new NotFound();
		const { workPackage } = facts;
		await overrideHealth(db, actor, { ...input, workPackageId: workPackage.id }, now);
		return { flash: 'health-judged', label: `WP${workPackage.number}` };
	}),
	endOverride: action('health:override', EndHealthOverrideSchema, async ({ db, actor, now }, input) => {
		await endHealthOverride(db, actor, input, now);
		return { flash: 'judgement-ended' };
	})
};
