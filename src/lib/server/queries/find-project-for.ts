import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { INSTALLATION } from '#lib/server/audit.ts';

/** The project behind a slug with this person's grants in it, if they are a member of it; a foreign one is as good as missing. */
export async function findProjectFor(db: Db, slug: string, personId: string) {
	return memberOf(await selectPerson(db, slug).where('person.id', '=', personId).execute());
}

/**
 * People with the project behind a slug and their place in it, a row for each of their grants; one row with an empty
 * place for who is not a member. Outer joins all the way: SQLite writes a joined group of them into a table first.
 */
export function selectPerson(db: Db, slug: string) {
	return db
		.selectFrom('person')
		.leftJoin('project', (join) => join.on('project.slug', '=', slug))
		.leftJoin('membership', (join) =>
			join
				.onRef('membership.projectId', '=', 'project.id')
				.onRef('membership.personId', '=', 'person.id')
				.on('membership.toOn', 'is', null)
		)
		.leftJoin('organisation', 'organisation.id', 'membership.organisationId')
		.leftJoin('roleGrant as grant', (join) =>
			join
				.onRef('grant.projectId', '=', 'membership.projectId')
				.onRef('grant.personId', '=', 'membership.personId')
				.on('grant.confirmedAt', 'is not', null)
				.on('grant.revokedAt', 'is', null)
		)
		.leftJoin('auditHead as head', 'head.chain', 'membership.projectId')
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
			'head.hash as changesHash',
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
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPerson>['execute']>>[number];

type Place =
	| 'id'
	| 'slug'
	| 'acronym'
	| 'title'
	| 'startOn'
	| 'durationMonths'
	| 'timeZone'
	| 'organisationId'
	| 'organisationAcronym'
	| 'country';
type MemberRow = Row & { [Name in Place]: NonNullable<Row[Name]> };

function isMember(row: Row): row is MemberRow {
	return row.organisationId !== null;
}

/** What the rows of one person say, if they are a member. */
export function memberOf(rows: readonly Row[]) {
	const [row] = rows.filter(isMember);
	if (!row) return undefined;
	const { id, slug, acronym, title, startOn, durationMonths, timeZone } = row;
	const { organisationId, organisationAcronym, country, lookUntilAt } = row;
	return {
		...{ id, slug, acronym, title, startOn, durationMonths, timeZone },
		...{ organisationId, organisationAcronym, country, lookUntilAt },
		auditHead: { sequence: row.changes ?? 0, hash: row.changesHash ?? '' },
		dataVersion: `${row.changes ?? 0}.${row.accountChanges ?? 0}`,
		sampleRecords: row.sampleItems + row.sampleRisks,
		grants: rows
			.flatMap(({ grantId: id, role, scopeType, scopeId, fromOn, toOn }) =>
				id === null || role === null || scopeType === null || fromOn === null
					? []
					: [{ id, role, scopeType, scopeId, fromOn, toOn }]
			)
			.sort((one, other) => (one.id < other.id ? -1 : 1))
	};
}

export type Member = NonNullable<ReturnType<typeof memberOf>>;

function countSamples(table: 'item' | 'risk') {
	return sql<number>`(select count(*) from ${sql.table(table)} where project_id = project.id and origin = 'sample')`;
}

/** Confirmed and not revoked, whenever they begin and end. */
export function confirmedGrants(db: Db) {
	return db
		.selectFrom('roleGrant')
		.select(['id', 'projectId', 'personId', 'role', 'scopeType', 'scopeId', 'fromOn', 'toOn'])
		.where('confirmedAt', 'is not', null)
		.where('revokedAt', 'is', null);
}
