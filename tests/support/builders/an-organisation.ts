import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Organisation } from '#db/schema/plan.ts';
import { newId } from '#lib/server/ids.ts';
import { next } from './a-project.ts';

export async function anOrganisation(
	db: Db,
	given: { projectId: string } & Partial<Insertable<Organisation>>
) {
	const number = next();
	const organisation = {
		id: newId(),
		code: `org-${number}`,
		acronym: `ORG${number}`,
		name: `Organisation ${number}`,
		currentName: null,
		renamedOn: null,
		country: 'KZ',
		city: null,
		timeZone: null,
		role: 'partner' as const,
		status: 'beneficiary' as const,
		pic: null,
		position: number,
		origin: 'entered' as const,
		search: `organisation ${number}`,
		...given
	};
	await db.insertInto('organisation').values(organisation).execute();
	return organisation;
}
