import { daysBetween } from '#lib/domain/days.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listItems, type ListContext } from '#lib/server/queries/list-items.ts';
import { listReviewerLoad } from '#lib/server/queries/list-reviewer-load.ts';

/** Days ahead for which every deliverable should have its reviewers. */
const HORIZON = 90;
const BEFORE_REVIEW: readonly string[] = [
	'planned',
	'in-preparation',
	'changes-requested',
	'revision-by-funder'
];

/** What the QA lead sees: items without enough reviewers, the earliest due first, and the load of each reviewer. */
export async function assignmentDesk(
	{ db, actor, project, today }: ProjectRequest,
	contributions: ListContext['contributions']
) {
	const { plan } = await findQualityPlan(db, project.id);
	const items = await listItems(
		db,
		actor,
		{ today, soonDays: plan.atRiskDays, contributions },
		'deliverable'
	);
	const missing = items
		.map((item) => ({ item, assigned: (item.subject.assignedPersonIds ?? []).length }))
		.filter(({ item, assigned }) => {
			const isShort = assigned < plan.reviewQuorum || item.holder?.awaits === 'assign-reviewers';
			const isNear =
				item.state !== 'planned' ||
				(item.dates.due !== null && daysBetween(today, item.dates.due) <= HORIZON);
			return isShort && isNear && (BEFORE_REVIEW.includes(item.state) || item.state === 'in-review');
		})
		.sort((a, b) => ((a.item.dates.due ?? '9999') < (b.item.dates.due ?? '9999') ? -1 : 1));
	return {
		missing: missing.map(({ item, assigned }) => ({
			id: item.id,
			kind: item.kind,
			code: item.code,
			title: item.title,
			state: item.state,
			lead: item.leadAcronym,
			due: item.dates.due,
			origin: item.origin,
			assigned
		})),
		quorum: plan.reviewQuorum,
		horizon: HORIZON,
		load: await listReviewerLoad(db, project.id, today)
	};
}
