import { csvText } from '#lib/domain/catalogue/export-table.ts';
import { filterDecisions, readDecisionFilter } from '#lib/domain/meetings/decision-filter.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { CSV } from '#lib/server/http/public-export.ts';
import { attachment } from '#lib/server/http/send-file.ts';
import { listDecisions } from '#lib/server/queries/list-decisions.ts';
import { STANDING_TEXT, WAY_TEXT } from '#lib/text/meetings/decisions.ts';

const HEAD = [
	'Code',
	'Decision',
	'Text',
	'Why',
	'Decided on',
	'Meeting',
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

/** The register as the page shows it with the same filters, one line for each decision. */
export const GET = endpoint('decision:read', async ({ db, actor, project, today, url }) => {
	const decisions = filterDecisions(
		await listDecisions(db, actor, today),
		readDecisionFilter(url.searchParams)
	);
	const rows = decisions.map((one) => [
		one.code,
		one.title,
		one.text,
		one.rationale,
		one.decidedOn,
		one.meetingTitle,
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
	return new Response(csvText([HEAD, ...rows]), {
		headers: {
			'Content-Type': CSV,
			'Content-Disposition': attachment(`${project.slug}-decisions-${today}.csv`),
			'Cache-Control': 'no-store'
		}
	});
});
