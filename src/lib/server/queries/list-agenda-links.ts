import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import { READ_USE } from '#lib/domain/evidence-access.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import type { Actor } from '#lib/domain/roles.ts';

export type LinkedRecord = { id: string; agendaItemId: string; code: string; title: string } & (
	{ kind: ItemKind } | { kind: 'risk'; workPackage: number }
);

/** Records that points of an agenda are about, of those this actor reads throughout the project. */
export async function listAgendaLinks(
	db: Db,
	actor: Actor,
	agendaItemIds: readonly string[]
): Promise<LinkedRecord[]> {
	if (agendaItemIds.length === 0) return [];
	const rows = await db
		.selectFrom('agendaLink')
		.leftJoin('item', 'item.id', 'agendaLink.itemId')
		.leftJoin('risk', 'risk.id', 'agendaLink.riskId')
		.select(['agendaLink.id', 'agendaItemId', 'item.kind', 'item.code', 'item.title'])
		.select(['risk.number', 'risk.description'])
		.select((eb) =>
			eb
				.selectFrom('riskWorkPackage')
				.innerJoin('workPackage', 'workPackage.id', 'riskWorkPackage.workPackageId')
				.select((of) => of.fn.min('workPackage.number').as('number'))
				.whereRef('riskWorkPackage.riskId', '=', 'risk.id')
				.as('workPackage')
		)
		.where('agendaItemId', 'in', [...agendaItemIds])
		.orderBy('item.position')
		.orderBy('item.code')
		.orderBy('risk.number')
		.execute();
	return rows.flatMap(({ id, agendaItemId, kind, code, title, ...risk }): LinkedRecord[] => {
		if (kind !== null && code !== null && title !== null)
			return can(actor, READ_USE[kind], {}).ok ? [{ id, agendaItemId, kind, code, title }] : [];
		const { number, description, workPackage } = risk;
		if (number === null || description === null || workPackage === null) return [];
		if (!mayEver(actor, 'risk:read')) return [];
		return [{ id, agendaItemId, kind: 'risk', code: `R${number}`, title: description, workPackage }];
	});
}
