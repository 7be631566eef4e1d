import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { WaitingRecord } from '#lib/domain/waiting/records.ts';
import {
	answersPart,
	answersOwedPart,
	approvalPart,
	lapsedPart,
	officePart
} from './waiting-of-catalogue.ts';
import { meetingDayPart, minutesPart, objectionPart } from './waiting-of-minutes.ts';
import { inForce, nearer, part, type WaitingContext, type WaitingRow } from './waiting-part.ts';

/**
 * Everything that is no item of the plan and waits for somebody's word, with the facts by which the rules say whose:
 * indicators, readiness, proposed roles, minutes, approvals of institutions. One query.
 */
export async function listWaitingRecords(
	db: Db,
	actor: Actor,
	context: WaitingContext
): Promise<WaitingRecord[]> {
	const { projectId } = actor;
	const parts = [
		numberPart(actor, context),
		numberOwedPart(actor),
		grantPart(projectId),
		deciderPart(projectId, context),
		answersPart(actor, context),
		answersOwedPart(actor),
		objectionPart(actor),
		minutesPart(db, projectId),
		meetingDayPart(actor),
		approvalPart(actor, context),
		officePart(actor, context),
		...(context.seesLapsed ? [lapsedPart(db, actor, context)] : [])
	];
	const { rows } =
		await sql<WaitingRow>`${sql.join(parts, sql` union all `)} order by kind, at, code, id`.execute(db);
	return rows.map(({ nearer, count, objections, startsAt, endsAt, ...row }) => ({
		...row,
		startsAt: startsAt === null ? null : Number(startsAt),
		endsAt: endsAt === null ? null : Number(endsAt),
		count: Number(count ?? 0),
		objections: Number(objections ?? 0),
		isSteered: Number(nearer ?? 0) > 0
	}));
}

function numberPart({ projectId }: Actor, { today }: WaitingContext) {
	return part(
		'number',
		{
			id: sql`actual.id`,
			code: sql`indicator.code`,
			title: sql`indicator.title`,
			organisationId: sql`organisation.id`,
			organisation: sql`organisation.acronym`,
			country: sql`organisation.country`,
			state: sql`actual.state`,
			standing: sql`actual.standing`,
			source: sql`actual.source`,
			personId: sql`actual.reported_by`,
			otherId: sql`actual.accepted_by`,
			holders: sql`(select string_agg(concat(proof.organisation_id, ',', evidence.organisation_id), ',')
				from record_evidence as proof join evidence on evidence.id = proof.evidence_id
				where proof.record_type = 'actual' and proof.record_id = actual.id
					and proof.removed_at is null and evidence.withdrawn_at is null)`,
			nearer: nearer(projectId, today, sql`near.person_id <> coalesce(actual.reported_by, '')`)
		},
		sql`from indicator_actual as actual
			join indicator on indicator.id = actual.indicator_id
			join organisation on organisation.id = actual.organisation_id
			where actual.project_id = ${projectId} and actual.replaced_at is null
				and actual.state in ('reported', 'accepted')`
	);
}

/** What the actor's organisation is asked for and has not told, or has to tell again. */
function numberOwedPart({ projectId, organisationId }: Actor) {
	return part(
		'number-owed',
		{ id: sql`indicator.id`, code: sql`indicator.code`, title: sql`indicator.title` },
		sql`from indicator_reporter as asked join indicator on indicator.id = asked.indicator_id
			where indicator.project_id = ${projectId} and asked.organisation_id = ${organisationId}
				and indicator.closed_at is null and not exists (
					select 1 from indicator_actual as actual
					where actual.indicator_id = indicator.id and actual.organisation_id = asked.organisation_id
						and actual.replaced_at is null and actual.state <> 'returned')`
	);
}

function grantPart(projectId: string) {
	return part(
		'grant',
		{
			id: sql`pending.id`,
			personId: sql`pending.person_id`,
			otherId: sql`pending.proposed_by`,
			role: sql`pending.role`,
			state: sql`pending.proposed_as`,
			fromOn: sql`pending.from_on`,
			toOn: sql`pending.to_on`
		},
		sql`from role_grant as pending where pending.project_id = ${projectId}
			and pending.confirmed_at is null and pending.revoked_at is null`
	);
}

function deciderPart(projectId: string, { today }: WaitingContext) {
	return part(
		'decider',
		{
			id: sql`held.id`,
			personId: sql`held.person_id`,
			organisationId: sql`membership.organisation_id`,
			title: sql`person.name`,
			role: sql`held.role`
		},
		sql`from role_grant as held join person on person.id = held.person_id
			join membership on membership.person_id = held.person_id and membership.project_id = held.project_id
				and membership.to_on is null
			where held.project_id = ${projectId} and held.role in ('coordinator', 'qa-lead')
				and person.disabled_at is null and ${inForce(sql`held`, today)}`
	);
}
