import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { grantState } from '#lib/domain/grants.ts';

/** Grants of the project, or of one person in it, with names, what their scope is called and where they stand. */
export async function listGrants(db: Db, projectId: string, today: Day, personId?: string) {
	const rows = await db
		.selectFrom('roleGrant')
		.innerJoin('person', 'person.id', 'roleGrant.personId')
		.leftJoin('person as proposer', 'proposer.id', 'roleGrant.proposedBy')
		.leftJoin('person as confirmer', 'confirmer.id', 'roleGrant.confirmedBy')
		.leftJoin('person as revoker', 'revoker.id', 'roleGrant.revokedBy')
		.leftJoin('organisation', (join) =>
			join.onRef('organisation.id', '=', 'roleGrant.scopeId').on('roleGrant.scopeType', '=', 'organisation')
		)
		.leftJoin('workPackage', (join) =>
			join.onRef('workPackage.id', '=', 'roleGrant.scopeId').on('roleGrant.scopeType', '=', 'work-package')
		)
		.leftJoin('item', (join) =>
			join.onRef('item.id', '=', 'roleGrant.scopeId').on('roleGrant.scopeType', '=', 'item')
		)
		.selectAll('roleGrant')
		.select([
			'person.name',
			'proposer.name as proposer',
			'confirmer.name as confirmer',
			'revoker.name as revoker',
			'organisation.acronym',
			'workPackage.number',
			'item.code'
		])
		.where('roleGrant.projectId', '=', projectId)
		.$if(personId !== undefined, (query) => query.where('roleGrant.personId', '=', personId ?? ''))
		.orderBy('roleGrant.proposedAt', 'desc')
		.orderBy('roleGrant.id', 'desc')
		.execute();
	return rows.map(({ acronym, number, code, ...grant }) => {
		const scope = acronym ?? code ?? (number === null ? null : `WP${number}`);
		const label = grant.scopeType === 'project' ? '' : (scope ?? grant.scopeId ?? '');
		return { ...grant, scope: label, state: grantState(grant, today) };
	});
}

export type ListedGrant = Awaited<ReturnType<typeof listGrants>>[number];
