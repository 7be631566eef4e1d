import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { decisionStanding, isPublicDecision, successorOf } from '#lib/domain/meetings/decision-standing.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** Decisions of a project with their meeting and what superseded them. */
export function selectDecisions(db: Db, projectId: string) {
	return db
		.selectFrom('decision')
		.leftJoin('meeting', 'meeting.id', 'decision.meetingId')
		.leftJoin('decision as earlier', 'earlier.id', 'decision.supersedesId')
		.leftJoin('decision as later', 'later.supersedesId', 'decision.id')
		.leftJoin('meeting as laterMeeting', 'laterMeeting.id', 'later.meetingId')
		.select([
			'decision.id',
			'decision.code',
			'decision.number',
			'decision.title',
			'decision.text',
			'decision.rationale',
			'decision.how',
			'decision.votesFor',
			'decision.votesAgainst',
			'decision.votesAbstained',
			'decision.urgent',
			'decision.decidedOn',
			'decision.effectiveOn',
			'decision.level',
			'decision.origin',
			'decision.search',
			'decision.version',
			'decision.recordedBy',
			'decision.recordedAt',
			'decision.meetingId',
			'decision.agendaItemId',
			'meeting.slug as meetingSlug',
			'meeting.title as meetingTitle',
			'meeting.country as meetingCountry',
			'meeting.minutesState',
			'earlier.code as supersedes',
			'later.code as supersededBy',
			'later.origin as laterOrigin',
			'later.urgent as laterUrgent',
			'later.effectiveOn as laterEffectiveOn',
			'laterMeeting.minutesState as laterMinutesState'
		])
		.where('decision.projectId', '=', projectId);
}

type DecisionRow = Awaited<ReturnType<ReturnType<typeof selectDecisions>['execute']>>[number];

/** Its standing on a day, and whether this actor may read it; undefined: they may not. */
export function readDecision(row: DecisionRow, actor: Actor, today: Day) {
	const standing = decisionStanding(row, successorOf(row), today);
	const isPublic = isPublicDecision({ level: row.level, standing });
	const countries = row.meetingCountry === null ? [] : [row.meetingCountry];
	if (!can(actor, 'decision:read', { isPublic, countries }).ok) return undefined;
	return { ...row, standing };
}

/** The register as this actor may read it, the newest first. One query. */
export async function listDecisions(db: Db, actor: Actor, today: Day) {
	const rows = await selectDecisions(db, actor.projectId).orderBy('decision.number', 'desc').execute();
	const decisions = rows.flatMap((row) => readDecision(row, actor, today) ?? []);
	const codes = new Set(decisions.map(({ code }) => code));
	return decisions.map((one) => ({ ...one, ...neighboursAmong(one, codes) }));
}

/** What a decision supersedes and what superseded it, where it is one of those that may be read. */
export function neighboursAmong(
	{ supersedes, supersededBy }: Pick<DecisionRow, 'supersedes' | 'supersededBy'>,
	readable: ReadonlySet<string>
) {
	const shown = (code: string | null) => (code !== null && readable.has(code) ? code : null);
	return { supersedes: shown(supersedes), supersededBy: shown(supersededBy) };
}
