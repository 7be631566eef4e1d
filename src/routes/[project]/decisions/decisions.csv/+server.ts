import { csvText } from '#lib/domain/catalogue/export-table.ts';
import { filterDecisions, readDecisionFilter } from '#lib/domain/meetings/decision-filter.ts';
import { aboutExport } from '#lib/server/http/about-export.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { CSV } from '#lib/server/http/public-export.ts';
import { attachment } from '#lib/server/http/send-file.ts';
import { listDecisions } from '#lib/server/queries/list-decisions.ts';
import { listPresent } from '#lib/server/queries/list-present.ts';
import { STANDING_TEXT, WAY_TEXT } from '#lib/text/meetings/decisions.ts';

const HEAD = [
	'Code',
	'Decision',
	'Text',
	'Why',
	'Decided on',
	'Meeting',
	'Present',
	'How',
	'For',
	'Against',
	'Abstained',
	'Urgent',
	'In effect from',
	'Standing',
	'Supersedes',
	'Superseded by',
	'Origin'
];

/** The register as the page shows it with the same filters, a line for each decision, and the head of the trail. */
export const GET = endpoint('decision:read', async (request) => {
	const { db, actor, project, today, url } = request;
	const decisions = filterDecisions(
		await listDecisions(db, actor, today),
		readDecisionFilter(url.searchParams)
	);
	const meetingIds = decisions.map(({ meetingId }) => meetingId).filter((id) => id !== null);
	const present = await listPresent(db, [...new Set(meetingIds)]);
	const presentAt = Map.groupBy(present, ({ meetingId }): string | null => meetingId);
	const about = await aboutExport(request, 'decision:export', { decisions: decisions.length });
	const rows = decisions.map((one) => [
		one.code,
		one.title,
		one.text,
		one.rationale,
		one.decidedOn,
		one.meetingTitle,
		(presentAt.get(one.meetingId) ?? []).map(({ acronym }) => acronym).join(', '),
		WAY_TEXT[one.how],
		one.votesFor,
		one.votesAgainst,
		one.votesAbstained,
		one.urgent === 1 ? 'yes' : 'no',
		one.effectiveOn,
		STANDING_TEXT[one.standing].label,
		one.supersedes,
		one.supersededBy,
		one.origin
	]);
	return new Response(csvText([HEAD, ...rows, [], ...about]), {
		headers: {
			'Content-Type': CSV,
			'Content-Disposition': attachment(`${project.slug}-decisions-${today}.csv`),
			'Cache-Control': 'no-store'
		}
	});
});
