import { daysBetween } from '#lib/domain/days.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listEntriesWithoutReviewers } from '#lib/server/queries/list-entries-without-reviewers.ts';
import { listItems, type ListContext } from '#lib/server/queries/list-items.ts';
import { listReviewerLoad } from '#lib/server/queries/list-reviewer-load.ts';
import { entryStateText } from '#lib/text/catalogue/entry-states.ts';
import { itemStateText } from '#lib/text/item-states.ts';
import { itemHref } from '#lib/text/links.ts';

/** Days ahead for which every deliverable should have its reviewers. */
const HORIZON = 90;
const BEFORE_REVIEW: readonly string[] = [
	'planned',
	'in-preparation',
	'changes-requested',
	'revision-by-funder'
];

/** What the QA lead sees: items without enough reviewers, the earliest due first, entries of the catalogue among them, and the load of each reviewer. */
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
	const { algorithm, entries } = await listEntriesWithoutReviewers(db, project.id);
	const deliverables = missing.map(({ item, assigned }) => ({
		id: item.id,
		kind: item.kind,
		code: item.code,
		title: item.title,
		badge: itemStateText(item.state),
		assignHref: `${itemHref(project.slug, item)}#reviewers`,
		lead: item.leadAcronym,
		due: item.dates.due,
		origin: item.origin,
		assigned,
		needed: plan.reviewQuorum
	}));
	const checks = entries.map(({ state, ...entry }) => ({
		...entry,
		badge: entryStateText(algorithm, state),
		assignHref: `${itemHref(project.slug, entry)}/review?form=reviewers#reviewers`
	}));
	return {
		missing: [...deliverables, ...checks].sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1)),
		horizon: HORIZON,
		load: await listReviewerLoad(db, project.id, today)
	};
}
