import type { Db } from '#db/schema.ts';

interface Named {
	organisationId: string | null;
	personId: string | null;
	guestName: string;
	guestOrganisation: string;
}

/** What an invitation is called in reasons and in the audit trail: "Aigerim (KazNU)", "KazNU", "Jo Guest (NEO)". */
export async function nameInvitees(db: Db, projectId: string, invitees: readonly Named[]): Promise<string[]> {
	const people = await db
		.selectFrom('person')
		.select(['id', 'name'])
		.where('id', 'in', ids(invitees.map((one) => one.personId)))
		.orderBy('id')
		.execute();
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'acronym'])
		.where('projectId', '=', projectId)
		.where('id', 'in', ids(invitees.map((one) => one.organisationId)))
		.orderBy('id')
		.execute();
	const nameOf = new Map(people.map(({ id, name }) => [id, name]));
	const acronymOf = new Map(organisations.map(({ id, acronym }) => [id, acronym]));
	return invitees.map(({ organisationId, personId, guestName, guestOrganisation }) => {
		const name = personId === null ? guestName : (nameOf.get(personId) ?? '');
		const organisation = organisationId === null ? guestOrganisation : (acronymOf.get(organisationId) ?? '');
		return name === '' ? organisation : organisation === '' ? name : `${name} (${organisation})`;
	});
}

function ids(all: readonly (string | null)[]): string[] {
	const known = [...new Set(all.filter((id) => id !== null))];
	return known.length > 0 ? known : [''];
}
