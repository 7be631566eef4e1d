import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** What this person signed as a reviewer on items still in the consortium's hands, with the newest version of each. */
export function listOwnSignatures(db: Db, actor: Actor) {
	return db
		.selectFrom('signature')
		.innerJoin('item', 'item.id', 'signature.itemId')
		.innerJoin('itemVersion', 'itemVersion.id', 'signature.versionId')
		.select((eb) => [
			'signature.id',
			'signature.signedAt',
			'item.kind',
			'item.code',
			'item.title',
			'item.state',
			'itemVersion.number as signedVersion',
			'signature.covers',
			'item.id as itemId',
			eb
				.selectFrom('itemVersion as newest')
				.whereRef('newest.itemId', '=', 'item.id')
				.select((newest) => newest.fn.max('newest.number').as('number'))
				.as('newestVersion')
		])
		.where('signature.projectId', '=', actor.projectId)
		.where('signature.personId', '=', actor.personId)
		.where('signature.meaning', 'in', ['reviewed', 'evaluated'])
		.where('item.state', 'not in', ['submitted', 'accepted', 'withdrawn', 'merged', 'retired'])
		.orderBy('signature.signedAt', 'desc')
		.orderBy('signature.id')
		.execute();
}
