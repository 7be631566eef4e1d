import { can } from '#lib/domain/can.ts';
import {
	CHECKLIST_KINDS,
	checklistChanges,
	checklistInForce,
	freeChecklistCode
} from '#lib/domain/checklists.ts';
import { qualityPlanChanges } from '#lib/domain/quality-plan-changes.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import { page } from '#lib/server/http/page.ts';
import { listChecklists } from '#lib/server/queries/list-checklists.ts';
import { listQualityPlanVersions } from '#lib/server/queries/list-quality-plan-versions.ts';
import { planChangeText } from '#lib/text/quality-plan.ts';

export const load = page('quality-plan:read', async ({ db, actor, project, url }) => {
	const versions = await listQualityPlanVersions(db, project.id);
	const proposed = { number: 0, plan: PROPOSED_QUALITY_PLAN };
	const chosen = (name: string, otherwise: number) => {
		const number = Number(url.searchParams.get(name) ?? otherwise);
		return versions.find((one) => one.number === number) ?? (number === 0 ? proposed : undefined);
	};
	const inForce = versions[0] ?? proposed;
	const from = chosen('from', Math.max(0, inForce.number - 1)) ?? proposed;
	const to = chosen('to', inForce.number) ?? inForce;
	const checklists = await listChecklists(db, project.id);
	return {
		number: inForce.number,
		plan: inForce.plan,
		versions: versions.map(({ plan: _, ...version }) => version),
		compared: {
			from: from.number,
			to: to.number,
			changes: qualityPlanChanges(from.plan, to.plan).map(planChangeText)
		},
		checklists: checklists.map(({ code, title, appliesTo, latest, versions: history }) => ({
			code,
			title,
			appliesTo,
			latest,
			inForce: { code: checklistInForce(checklists, appliesTo)?.code ?? code },
			versions: history.map(({ items, ...version }, index) => ({
				...version,
				changes: checklistChanges(history[index + 1]?.items ?? [], items)
			}))
		})),
		/** One for each kind, under a code that is free. */
		newChecklists: CHECKLIST_KINDS.map((kind) => ({
			kind,
			code: freeChecklistCode(
				kind,
				checklists.map((one) => one.code)
			),
			isFirst: !checklists.some(({ appliesTo }) => appliesTo === kind)
		})),
		/** The checklist whose versions are shown at once. */
		openVersions: url.searchParams.get('versions'),
		mayPublish: can(actor, 'quality-plan:publish', {}).ok,
		timeZone: project.timeZone
	};
});
