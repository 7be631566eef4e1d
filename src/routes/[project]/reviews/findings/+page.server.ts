import { mayEver } from '#lib/domain/can.ts';
import { filterRounds, FINDING_FILTERS, findingsOf } from '#lib/domain/review-findings.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { page } from '#lib/server/http/page.ts';
import { listReviewFindings } from '#lib/server/queries/list-review-findings.ts';

const PAGE_SIZE = 50;

export const load = page('findings:read', async ({ db, actor, data, url, today, project }) => {
	const rounds = await listReviewFindings(db, actor, data);
	const show = FINDING_FILTERS.find((one) => one === url.searchParams.get('show')) ?? 'over';
	const question = url.searchParams.get('question');
	const found = filterRounds(rounds, show, question);
	const number = pageParam(url, found.length, PAGE_SIZE);
	return {
		findings: findingsOf(rounds),
		show,
		question,
		found: found.length,
		rounds: found.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
		pager: { page: number, size: PAGE_SIZE },
		seesReviews: mayEver(actor, 'review:comment'),
		timeZone: project.timeZone,
		today
	};
});
