import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listBodyPeople } from './list-body-people.ts';

/** To whom this actor may give the open fields of an entry; `null` where they may not. Two queries. */
export async function findDutyChoices(db: Db, actor: Actor, code: string) {
	const { projectId } = actor;
	if (!mayEver(actor, 'duty:assign')) return null;
	const rows = await db
		.selectFrom('item')
		.innerJoin('organisation as owner', 'owner.id', 'item.leadOrganisationId')
		.leftJoin('entryBody as body', (join) =>
			join.onRef('body.itemId', '=', 'item.id').on('body.removedAt', 'is', null)
		)
		.select(['item.id', 'item.workPackageId', 'owner.id as ownerId', 'owner.country', 'body.organisationId'])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('item.code', '=', code)
		.orderBy('body.organisationId')
		.execute();
	const [item] = rows;
	if (!item) return null;
	const bodies = [item.ownerId, ...rows.flatMap((row) => row.organisationId ?? [])];
	const answer = can(actor, 'duty:assign', {
		itemId: item.id,
		leadOrganisationId: item.ownerId,
		organisationIds: bodies,
		countries: [item.country],
		workPackageIds: [item.workPackageId]
	});
	if (!answer.ok) return null;
	return { itemId: item.id, people: await listBodyPeople(db, projectId, bodies) };
}
