import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { ActiveGrant, Actor } from '#lib/domain/roles.ts';

export interface SignedIn {
	sessionId: string;
	personId: string;
	name: string;
	email: string;
	/** When the password was last given; signing asks for it again after ten minutes. */
	authenticatedAt: string;
}

export interface ProjectContext {
	id: string;
	slug: string;
	acronym: string;
	title: string;
	startOn: Day;
	durationMonths: number;
	timeZone: string;
}

/** The project behind a slug, if this person is a member of it; a foreign one is as good as missing. */
export async function findProjectFor(db: Db, slug: string, personId: string) {
	return db
		.selectFrom('project')
		.innerJoin('membership', 'membership.projectId', 'project.id')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
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
			'organisation.country'
		])
		.where('project.slug', '=', slug)
		.where('membership.personId', '=', personId)
		.where('membership.toOn', 'is', null)
		.executeTakeFirst();
}

/** Grants that count today: confirmed, begun, neither ended nor revoked. */
export async function listActiveGrants(
	db: Db,
	projectId: string,
	personId: string,
	today: Day
): Promise<ActiveGrant[]> {
	return db
		.selectFrom('roleGrant')
		.select(['id', 'role', 'scopeType', 'scopeId'])
		.where('projectId', '=', projectId)
		.where('personId', '=', personId)
		.where('confirmedAt', 'is not', null)
		.where('revokedAt', 'is', null)
		.where('fromOn', '<=', today)
		.where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]))
		.orderBy('id')
		.execute();
}

type Member = NonNullable<Awaited<ReturnType<typeof findProjectFor>>>;

export function actorOf(signedIn: SignedIn, member: Member, grants: readonly ActiveGrant[]): Actor {
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
