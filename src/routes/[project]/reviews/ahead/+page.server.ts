import { can, mayAlways, mayEver } from '#lib/domain/can.ts';
import { addDays, mondayOf, type Day } from '#lib/domain/days.ts';
import { mondaysFrom } from '#lib/domain/reviewer-weeks.ts';
import { AHEAD_DAYS, recruitFrom } from '#lib/domain/reviewers-ahead.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { page } from '#lib/server/http/page.ts';
import { findPlan } from '#lib/server/queries/find-plan.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findReviewersAhead } from '#lib/server/queries/find-reviewers-ahead.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import { itemHref } from '#lib/text/links.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { recruitText } from '#lib/text/reviewers-ahead.ts';

const PAGE_SIZE = 100;

/** Weeks that the table of loads shows at least: as many as the horizon has. */
const WEEKS = Math.ceil(AHEAD_DAYS / 7);

export const load = page('reviewer:foresee', async ({ db, actor, project, data, today, url }) => {
	const { plan } = await findQualityPlan(db, project.id);
	const ahead = await findReviewersAhead(db, actor, data, await findPlan(db, data), { plan, today });
	const all = ahead.deliverables.length;
	const number = pageParam(url, all, PAGE_SIZE);
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
		deliverables: ahead.deliverables
			.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
			.map(({ item, ahead: review, ...outlook }) => ({
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
		pager: { page: number, size: PAGE_SIZE, total: all },
		covers: [...ahead.covers.values()],
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
