import type { Db } from '#db/schema.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import { parseQualityPlan } from '#lib/schemas/quality-plan.ts';

/** The consortium as a meeting needs it: who has a vote, which clock hangs on its wall, and how many it takes. One query. */
export async function findMeetingConsortium(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'name', 'country', 'city', 'timeZone', 'role', 'status'])
		.select((eb) =>
			eb
				.selectFrom('qualityPlanVersion')
				.select('settings')
				.whereRef('qualityPlanVersion.projectId', '=', 'organisation.projectId')
				.orderBy('number', 'desc')
				.limit(1)
				.as('plan')
		)
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('code')
		.execute();
	const settings = rows[0]?.plan ?? null;
	const plan = settings === null ? PROPOSED_QUALITY_PLAN : parseQualityPlan(settings);
	return {
		organisations: rows.map(({ plan: _, ...organisation }) => organisation),
		quorumPercent: plan.meetingQuorumPercent
	};
}

export type MeetingConsortium = Awaited<ReturnType<typeof findMeetingConsortium>>;
