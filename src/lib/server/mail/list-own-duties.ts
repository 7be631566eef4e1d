import type { Db } from '#db/schema.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import type { OpenItem } from '#lib/domain/mail/occasions.ts';

/** Fields of entries that one person is to complete by a day, as one duty a day. One query. */
export async function listOpenDuties(db: Db, projectId: string): Promise<OpenItem[]> {
	const rows = await db
		.selectFrom('entryDuty as duty')
		.innerJoin('item', 'item.id', 'duty.itemId')
		.innerJoin('entryGap as gap', (join) =>
			join
				.onRef('gap.itemId', '=', 'duty.itemId')
				.onRef('gap.element', '=', 'duty.element')
				.on('gap.closedAt', 'is', null)
		)
		.select(['item.id', 'item.kind', 'item.code', 'item.title', 'duty.personId', 'duty.dueOn'])
		.select((eb) => eb.fn.min('duty.setAt').as('setAt'))
		.where('duty.projectId', '=', projectId)
		.where('duty.endedAt', 'is', null)
		.where('duty.dueOn', 'is not', null)
		.groupBy(['item.id', 'item.kind', 'item.code', 'item.title', 'duty.personId', 'duty.dueOn'])
		.orderBy('item.code')
		.orderBy('duty.personId')
		.execute();
	return rows.flatMap(({ personId, setAt, ...duty }) =>
		personId === null
			? []
			: [{ ...duty, path: `${itemPath(duty)}/edit`, holder: ofPerson(personId, setAt, 'complete-entry') }]
	);
}

/** Measures against risks that somebody has taken on. One query. */
export async function listOpenMeasures(db: Db, projectId: string): Promise<OpenItem[]> {
	const rows = await db
		.selectFrom('riskMitigation as measure')
		.innerJoin('risk', 'risk.id', 'measure.riskId')
		.select(['measure.id', 'measure.text', 'measure.ownerId', 'measure.dueOn', 'measure.createdAt'])
		.select('risk.number')
		.where('measure.projectId', '=', projectId)
		.where('measure.state', '=', 'open')
		.orderBy('risk.number')
		.orderBy('measure.number')
		.execute();
	return rows.flatMap(({ id, text: title, ownerId, dueOn, createdAt, number }) => {
		if (ownerId === null) return [];
		const holder = ofPerson(ownerId, createdAt, 'do');
		return [{ id, kind: 'risk', code: `R${number}`, title, path: `risks/${number}`, dueOn, holder }];
	});
}

function ofPerson(personId: string, since: string, awaits: string): Holder {
	return { kind: 'people', personIds: [personId], organisationId: null, role: null, since, awaits };
}
