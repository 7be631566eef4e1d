import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import { QA_ROLES } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import { recordLoading } from './record-loading.ts';
import { DEMO_PEOPLE, emailOf, type DemoPerson } from './people.ts';

type Scope = DemoPerson['roles'][number]['scope'];

/** The people of the demo with their memberships and roles: proposed by the coordinator, confirmed by the QA lead. */
export async function insertDemoPeople(
	db: Db,
	projectId: string,
	passwordHash: string,
	now: Date
): Promise<void> {
	const at = now.toISOString();
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'code'])
		.where('projectId', '=', projectId)
		.execute();
	const workPackages = await db
		.selectFrom('workPackage')
		.select(['id', 'number'])
		.where('projectId', '=', projectId)
		.execute();
	const organisationOf = (code: string) => found(organisations.find((one) => one.code === code)?.id, code);
	const people = DEMO_PEOPLE.map((person) => ({ ...person, id: newId() }));
	const idOf = (key: string) => found(people.find((person) => person.key === key)?.id, key);

	await db
		.insertInto('person')
		.values(
			people.map((person) => ({
				id: person.id,
				email: emailOf(person),
				name: person.name,
				search: searchText(person.name, emailOf(person)),
				passwordHash: person.signsIn ? passwordHash : null,
				disabledAt: null,
				createdAt: at,
				rightsChangedAt: null,
				origin: 'sample' as const
			}))
		)
		.execute();
	const fromOn = at.slice(0, 10);
	await db
		.insertInto('membership')
		.values(
			people.map((person) => ({
				id: newId(),
				projectId,
				personId: person.id,
				organisationId: organisationOf(person.organisation),
				fromOn,
				toOn: null
			}))
		)
		.execute();

	const scopeOf = (person: DemoPerson, scope: Scope) => {
		if (scope === 'project') return { scopeType: 'project', scopeId: null } as const;
		if (scope === 'organisation')
			return { scopeType: 'organisation', scopeId: organisationOf(person.organisation) } as const;
		if ('country' in scope) return { scopeType: 'country', scopeId: scope.country } as const;
		const id = workPackages.find(({ number }) => number === scope.workPackage)?.id;
		return { scopeType: 'work-package', scopeId: found(id, `WP${scope.workPackage}`) } as const;
	};
	const grants = people.flatMap((person) =>
		person.roles.map(({ role, scope }) => {
			const isFirst = person.key === 'coordinator' || person.key === 'qa.lead';
			const steering = 'Appointed by the steering committee (sample)';
			return {
				id: newId(),
				projectId,
				personId: person.id,
				role,
				...scopeOf(person, scope),
				fromOn,
				toOn: null,
				reason: isFirst ? steering : QA_ROLES.includes(role) ? 'QA team (sample)' : 'Project team (sample)',
				proposedBy: person.key === 'coordinator' ? null : idOf('coordinator'),
				proposedAt: at,
				confirmedBy: isFirst ? null : idOf('qa.lead'),
				confirmedAt: at,
				revokedBy: null,
				revokedAt: null,
				revokeReason: null
			};
		})
	);
	await db.insertInto('roleGrant').values(grants).execute();
	await recordLoading(db, projectId, { people: people.length, roles: grants.length }, now);
}

function found(id: string | undefined, name: string): string {
	if (id === undefined) throw new Error(`the sample plan has no ${name}`);
	return id;
}
