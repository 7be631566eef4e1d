import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { listActionTargets, listDecisionTargets } from './target-actions.ts';
import { listCheckInTargets } from './target-check-ins.ts';
import { listFileTargets } from './target-files.ts';
import { listInvitationTargets } from './target-invitations.ts';
import { listItemTargets } from './target-items.ts';
import { listMeetingTargets } from './target-meetings.ts';
import { listMinutesTargets } from './target-minutes.ts';
import { listRemindedPeriodTargets, listReportingPeriodTargets } from './target-periods.ts';
import { listOutreachTargets } from './target-outreach.ts';
import { listIndicatorTargets } from './target-indicators.ts';
import { listRiskTargets } from './target-risks.ts';
import { listPersonTargets } from './target-people.ts';
import {
	listAlgorithmTargets,
	listChecklistTargets,
	listCriteriaTargets,
	listOrganisationTargets,
	listWorkPackageTargets
} from './target-plan.ts';
import { listReportTargets } from './target-reports.ts';
import { recordsOf } from './target-records.ts';
import { NO_FACTS, type Target } from './target.ts';

async function listProjectTargets(db: Db): Promise<Target[]> {
	const { rows } = await sql<{ id: string; slug: string; version: number }>`
		select id, slug, version from project order by slug`.execute(db);
	const records = await recordsOf(db);
	return rows.flatMap((row) =>
		(['project', 'whole'] as const).map((kind) => ({
			...NO_FACTS,
			...row,
			kind,
			code: row.slug,
			related: records.get(row.id) ?? {}
		}))
	);
}

/** Everything in the database that a request can be about. */
export async function listTargets(db: Db): Promise<Target[]> {
	const items = await listItemTargets(db);
	const actions = await listActionTargets(db);
	const meetings = await listMeetingTargets(db);
	const outreach = await listOutreachTargets(db);
	return [
		...(await listProjectTargets(db)),
		...(await listWorkPackageTargets(db)),
		...(await listOrganisationTargets(db)),
		...(await listChecklistTargets(db)),
		...(await listReportingPeriodTargets(db)),
		...(await listRemindedPeriodTargets(db)),
		...(await listCriteriaTargets(db)),
		...(await listAlgorithmTargets(db)),
		...items,
		...meetings,
		...actions,
		...(await listCheckInTargets(db)),
		...(await listDecisionTargets(db)),
		...(await listRiskTargets(db)),
		...(await listIndicatorTargets(db)),
		...(await listMinutesTargets(db, meetings)),
		...(await listInvitationTargets(db)),
		...(await listFileTargets(db, [
			...items,
			...meetings,
			...outreach,
			...actions.filter(({ kind }) => kind === 'action')
		])),
		...outreach,
		...(await listReportTargets(db)),
		...(await listPersonTargets(db))
	];
}
