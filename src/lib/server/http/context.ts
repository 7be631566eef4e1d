import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import type { ActiveGrant, Actor } from '#lib/domain/roles.ts';
import { LENDABLE_ROLES } from '#lib/domain/deputies.ts';
import { findOpenLook } from '#lib/server/queries/list-looks.ts';
import { findActing } from '#lib/server/queries/find-acting.ts';
import { INSTALLATION } from '#lib/server/audit.ts';

export interface SignedIn {
	sessionId: string;
	personId: string;
	name: string;
	email: string;
	/** When the password was last given; signing asks for it again after ten minutes. */
	authenticatedAt: string;
	/** This answer carries a new session cookie, so that it must not come from memory. */
	isRenewed: boolean;
}

export interface ProjectContext {
	id: string;
	slug: string;
	acronym: string;
	title: string;
	startOn: Day;
	durationMonths: number;
	timeZone: string;
	/** Changes with every audited change of the project or of accounts. */
	dataVersion: string;
	/** Until when an administrator may look at the content, if nobody ends it; it may have passed. */
	lookUntilAt: string | null;
	/** Items and risks of the plan that are invented. */
	sampleRecords: number;
}

/**
 * The project behind a slug with this person's grants in it, if they are a member of it; a foreign one is as good as
 * missing. One query, a row for each grant.
 */
export async function findProjectFor(db: Db, slug: string, personId: string) {
	const rows = await db
		.selectFrom('project')
		.innerJoin('membership', 'membership.projectId', 'project.id')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.leftJoin(confirmedGrants(db).as('grant'), (join) =>
			join
				.onRef('grant.projectId', '=', 'membership.projectId')
				.onRef('grant.personId', '=', 'membership.personId')
		)
		.leftJoin('auditHead as head', 'head.chain', 'project.id')
		.leftJoin('auditHead as accounts', (join) => join.on('accounts.chain', '=', INSTALLATION))
		.select([
			'project.id',
			'project.slug',
			'project.acronym',
			'project.title',
			'project.startOn',
			'project.durationMonths',
			'project.timeZone',
			'organisation.id as organisationId',
			'organisation.acronym as organisationAcronym',
			'organisation.country',
			'head.sequence as changes',
			'accounts.sequence as accountChanges',
			'grant.id as grantId',
			'grant.role',
			'grant.scopeType',
			'grant.scopeId',
			'grant.fromOn',
			'grant.toOn',
			sql<string | null>`(select max(until_at) from content_look
				where content_look.project_id = project.id and ended_at is null)`.as('lookUntilAt'),
			countSamples('item').as('sampleItems'),
			countSamples('risk').as('sampleRisks')
		])
		.where('project.slug', '=', slug)
		.where('membership.personId', '=', personId)
		.where('membership.toOn', 'is', null)
		.orderBy('grant.id')
		.execute();
	const [row] = rows;
	if (!row) return undefined;
	const { changes, accountChanges, sampleItems, sampleRisks, grantId: _, ...project } = row;
	return {
		...project,
		dataVersion: `${changes ?? 0}.${accountChanges ?? 0}`,
		sampleRecords: sampleItems + sampleRisks,
		grants: rows.flatMap(({ grantId: id, role, scopeType, scopeId, fromOn, toOn }) =>
			id === null || role === null || scopeType === null || fromOn === null
				? []
				: [{ id, role, scopeType, scopeId, fromOn, toOn }]
		)
	};
}

function countSamples(table: 'item' | 'risk') {
	return sql<number>`(select count(*) from ${sql.table(table)} where project_id = project.id and origin = 'sample')`;
}

/** Confirmed and not revoked, whenever they begin and end. */
function confirmedGrants(db: Db) {
	return db
		.selectFrom('roleGrant')
		.select(['id', 'projectId', 'personId', 'role', 'scopeType', 'scopeId', 'fromOn', 'toOn'])
		.where('confirmedAt', 'is not', null)
		.where('revokedAt', 'is', null);
}

/** Those that count today: begun and not ended. */
export function grantsOn(grants: readonly (ActiveGrant & { fromOn: Day; toOn: Day | null })[], today: Day) {
	return grants
		.filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || toOn >= today))
		.map(({ id, role, scopeType, scopeId }): ActiveGrant => ({ id, role, scopeType, scopeId }));
}

/** Grants of a person that count today. */
export async function listActiveGrants(
	db: Db,
	projectId: string,
	personId: string,
	today: Day
): Promise<ActiveGrant[]> {
	const grants = await confirmedGrants(db)
		.where('projectId', '=', projectId)
		.where('personId', '=', personId)
		.orderBy('id')
		.execute();
	return grantsOn(grants, today);
}

/** The project behind a slug with this person as who acts in it now; undefined for strangers. */
export async function findMembership(
	db: Db,
	slug: string,
	person: Pick<SignedIn, 'personId' | 'name'>,
	now: Date,
	actingId?: string
) {
	const project = await findProjectFor(db, slug, person.personId);
	if (!project) return undefined;
	const today = dayIn(project.timeZone, now);
	const grants = grantsOn(project.grants, today);
	const looking = await findLook(db, project.id, person.personId, grants, now);
	const actor = actorOf(person, project, [...grants, ...looking]);
	return {
		project,
		today,
		actor: actingId === undefined ? actor : await standIn(db, actor, actingId, today)
	};
}

/** A technical administrator's look, as the grant that it is while it is open. */
async function findLook(
	db: Db,
	projectId: string,
	personId: string,
	grants: readonly ActiveGrant[],
	now: Date
): Promise<ActiveGrant[]> {
	if (grants.every((grant) => grant.role !== 'admin')) return [];
	const look = await findOpenLook(db, projectId, personId, now);
	return look ? [{ id: look.id, role: 'admin', scopeType: 'project', scopeId: null, by: 'look' }] : [];
}

/** The actor with the lendable roles of whom they act for; as themselves where that does not stand today. */
async function standIn(db: Db, actor: Actor, id: string, today: Day): Promise<Actor> {
	const { projectId, organisationId, personId: deputyId } = actor;
	const actingFor = await findActing(db, { id, projectId, deputyId, organisationId, today });
	if (!actingFor) return actor;
	const lent = (await listActiveGrants(db, projectId, actingFor.personId, today))
		.filter((grant) => LENDABLE_ROLES.includes(grant.role))
		.map((grant) => ({ ...grant, by: 'deputy' }) as const);
	return { ...actor, actingFor, grants: [...actor.grants, ...lent] };
}

type Member = NonNullable<Awaited<ReturnType<typeof findProjectFor>>>;

export function actorOf(
	signedIn: Pick<SignedIn, 'personId' | 'name'>,
	member: Member,
	grants: readonly ActiveGrant[]
): Actor {
	return {
		personId: signedIn.personId,
		name: signedIn.name,
		projectId: member.id,
		organisationId: member.organisationId,
		organisationAcronym: member.organisationAcronym,
		country: member.country,
		grants
	};
}
