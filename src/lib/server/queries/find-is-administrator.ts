import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';

/** Whether this account looks after the installation: made so at the command line, or admin of a project today. */
export async function findIsAdministrator(db: Db, personId: string, today: Day): Promise<boolean> {
	const row = await db
		.selectFrom('person')
		.leftJoin('roleGrant', (join) =>
			join
				.onRef('roleGrant.personId', '=', 'person.id')
				.on('roleGrant.role', '=', 'admin')
				.on('roleGrant.confirmedAt', 'is not', null)
				.on('roleGrant.revokedAt', 'is', null)
				.on('roleGrant.fromOn', '<=', today)
				.on((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
		)
		.select('person.id')
		.where('person.id', '=', personId)
		.where((eb) =>
			eb.or([eb('person.administratorSince', 'is not', null), eb('roleGrant.id', 'is not', null)])
		)
		.executeTakeFirst();
	return row !== undefined;
}
