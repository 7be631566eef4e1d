import type { Db } from '#db/schema.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import type { ActiveGrant, Actor } from '#lib/domain/roles.ts';
import { LENDABLE_ROLES } from '#lib/domain/deputies.ts';
import { findOpenLook } from '#lib/server/queries/list-looks.ts';
import { findActing } from '#lib/server/queries/find-acting.ts';
import { confirmedGrants, findProjectFor, type Member } from '#lib/server/queries/find-project-for.ts';

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
	/** Of its audit trail, for what is printed. */
	auditHead: { sequence: number; hash: string };
	/** Until when an administrator may look at the content, if nobody ends it; it may have passed. */
	lookUntilAt: string | null;
	/** Items and risks of the plan that are invented. */
	sampleRecords: number;
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
	const member = await findProjectFor(db, slug, person.personId);
	return member && actIn(db, member, person, now, actingId);
}

/** A member as who acts in the project now. */
export async function actIn(
	db: Db,
	project: Member,
	person: Pick<SignedIn, 'personId' | 'name'>,
	now: Date,
	actingId?: string
) {
	const today = dayIn(project.timeZone, now);
	const grants = grantsOn(project.grants, today);
	const looking = await findLook(db, project, person.personId, grants, now);
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
	{ id: projectId, lookUntilAt }: Pick<Member, 'id' | 'lookUntilAt'>,
	personId: string,
	grants: readonly ActiveGrant[],
	now: Date
): Promise<ActiveGrant[]> {
	const isLooked = lookUntilAt !== null && lookUntilAt > now.toISOString();
	if (!isLooked || grants.every((grant) => grant.role !== 'admin')) return [];
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
