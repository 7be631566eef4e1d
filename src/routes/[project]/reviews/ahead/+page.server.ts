import { can, mayAlways, mayEver } from '#lib/domain/can.ts';
import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { mondaysFrom } from '#lib/domain/reviewer-weeks.ts';
import { AHEAD_DAYS, recruitFrom } from '#lib/domain/reviewers-ahead.ts';
import { page } from '#lib/server/http/page.ts';
import { findPlan } from '#lib/server/queries/find-plan.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findReviewersAhead } from '#lib/server/queries/find-reviewers-ahead.ts';
import { listedItems } from '#lib/server/queries/list-items.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import { itemHref } from '#lib/text/links.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { recruitText } from '#lib/text/reviewers-ahead.ts';

/** Weeks that the table of loads shows at least: as many as the horizon has. */
const WEEKS = Math.ceil(AHEAD_DAYS / 7);

export const load = page('reviewer:foresee', async ({ db, actor, project, data, today }) => {
	const { plan } = await findQualityPlan(db, project.id);
	const { parts } = await findPlan(db, data, null);
	const items = listedItems(parts, actor, { today, soonDays: plan.atRiskDays });
	const ahead = await findReviewersAhead(db, actor, { parts, items, plan, today });
	const organisations = await listOrganisations(db, project.id);
	const seesLoad = mayAlways(actor, 'reviewer:foresee');
	const hasFullWeek = (personId: string, on: Day) =>
		ahead.weeks.some(
			(week) =>
				week.personId === personId &&
				week.monday === mondayOf(on) &&
				week.duties.length >= plan.reviewsPerWeek
		);
	return {
		deliverables: ahead.deliverables.map(({ item, ahead: review, ...outlook }) => ({
			code: item.code,
			title: item.title,
			origin: item.origin,
			lead: item.leadAcronym,
			leadCountry: item.leadCountry,
			dueOn: review.dueOn,
			cover: outlook.cover,
			lacking: outlook.lacking,
			reviewOn: outlook.reviewOn,
			asked: outlook.asked.map(({ name, acronym }) => ({ name, acronym })),
			unfit: outlook.unfit.map(({ person, reasons }) => ({
				name: person.name,
				acronym: person.acronym,
				reasons: reasons.map(sentenceOf)
			})),
			eligible: outlook.eligible.map(({ personId, name, acronym }) => ({
				name,
				acronym,
				busy: hasFullWeek(personId, outlook.reviewOn)
			})),
			recruit:
				outlook.cover === 'nobody'
					? recruitText(
							outlook,
							item.leadCountry,
							recruitFrom(outlook, item.leadCountry, organisations).map(({ acronym }) => acronym)
						)
					: null,
			assignHref: can(actor, 'reviewer:assign', item.subject).ok
				? `${itemHref(project.slug, item)}?form=reviewers#reviewers`
				: null
		})),
		undated: ahead.undated,
		load: seesLoad
			? {
					mondays: mondaysFrom(today, ahead.weeks, WEEKS),
					people: ahead.pool.candidates.map(({ personId, name, acronym, country }) => ({
						name,
						acronym,
						country,
						weeks: ahead.weeks.filter((week) => week.personId === personId)
					})),
					tooMany: ahead.weeks.filter(({ tooMany }) => tooMany).length,
					reviewsPerWeek: plan.reviewsPerWeek
				}
			: null,
		seesReviews: mayEver(actor, 'review:comment'),
		needed: plan.reviewQuorum,
		abroad: plan.reviewersAbroad,
		until: addDays(today, AHEAD_DAYS),
		horizon: AHEAD_DAYS,
		startOn: project.startOn,
		today
	};
});
