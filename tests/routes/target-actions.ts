import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { recordsOf } from './target-records.ts';
import { NO_FACTS, type Target } from './target.ts';

interface ActionRow {
	id: string;
	slug: string;
	projectId: string;
	code: string;
	version: number;
	workPackageId: string;
	leadOrganisationId: string | null;
	leadCountry: string | null;
	meetingCountry: string | null;
	chairId: string | null;
	secretaryId: string | null;
	meetingId: string | null;
	ownerId: string | null;
	proposal: string | null;
	packages: string | null;
}

const known = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null);

/** Actions of every project: once for who steers and looks, once for the owner, once for who may give such another. */
export async function listActionTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<ActionRow>`
		select item.id, project.slug, item.project_id, item.code, item.version, item.work_package_id,
			item.lead_organisation_id, lead.country as lead_country, meeting.country as meeting_country,
			meeting.chair_id, meeting.secretary_id, action.meeting_id, action.owner_id,
			(select max(id) from action_date_proposal where item_id = item.id and verdict is null) as proposal,
			(select string_agg(work_package_id, ',') from meeting_work_package
				where meeting_work_package.meeting_id = action.meeting_id) as packages
		from item
		join action on action.item_id = item.id
		join project on project.id = item.project_id
		left join organisation as lead on lead.id = item.lead_organisation_id
		left join meeting on meeting.id = action.meeting_id
		order by project.slug, item.position`.execute(db);
	const records = await recordsOf(db);
	return rows.flatMap((row) =>
		kindsOf(row).map((kind) => ({
			...NO_FACTS,
			kind,
			slug: row.slug,
			id: row.id,
			itemId: row.id,
			version: row.version,
			code: row.code,
			leadOrganisationId: row.leadOrganisationId,
			organisationIds: known([row.leadOrganisationId]),
			countries: known([row.leadCountry, row.meetingCountry]),
			workPackageIds: [row.workPackageId, ...(row.packages?.split(',') ?? [])],
			assignedPersonIds: assignedTo(row, kind),
			related: {
				...records.get(row.projectId),
				...(row.proposal === null ? {} : { action_date_proposal: row.proposal }),
				meeting: row.meetingId ?? '',
				owner: row.ownerId ?? '',
				work_package: row.workPackageId
			}
		}))
	);
}

type Kind = 'action' | 'own-action' | 'given-action';

function kindsOf({ meetingId, ownerId }: ActionRow): Kind[] {
	const isRepeatable = meetingId !== null && ownerId !== null;
	return ['action', 'own-action', ...(isRepeatable ? (['given-action'] as const) : [])];
}

function assignedTo(row: ActionRow, kind: Kind): string[] {
	if (kind === 'own-action') return known([row.ownerId]);
	return known([row.chairId, ...(kind === 'given-action' ? [row.secretaryId] : [])]);
}

interface DecisionRow {
	id: string;
	slug: string;
	code: string;
	version: number;
	level: string;
	urgent: number;
	origin: string;
	effectiveOn: string | null;
	minutesState: string | null;
	country: string | null;
}

/** The day of the demo, on which decisions count or do not yet. */
const TODAY = '2026-06-15';

/** Decisions of every project. */
export async function listDecisionTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<DecisionRow>`
		select decision.id, project.slug, decision.code, decision.version, decision.level, decision.urgent, decision.origin,
			decision.effective_on, meeting.minutes_state, meeting.country
		from decision
		join project on project.id = decision.project_id
		left join meeting on meeting.id = decision.meeting_id
		order by project.slug, decision.number`.execute(db);
	return rows.map((row) => {
		const isSettled =
			row.urgent === 1 ||
			row.origin === 'stated' ||
			row.minutesState === null ||
			['approved', 'locked'].includes(row.minutesState);
		return {
			...NO_FACTS,
			kind: 'decision',
			slug: row.slug,
			id: row.id,
			version: row.version,
			code: row.code,
			countries: known([row.country]),
			isPublic: row.level === 'PU' && isSettled && (row.effectiveOn ?? TODAY) <= TODAY,
			related: {}
		};
	});
}
