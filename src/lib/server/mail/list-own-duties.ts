import type { Db } from '#db/schema.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import type { OpenItem, OwnAwaits } from '#lib/domain/mail/occasions.ts';
import { isRiskOver } from '#lib/domain/risks/life-cycle.ts';
import { memberOf } from '#lib/server/queries/member-of.ts';

/** Fields of entries that one person is to complete, as one duty a day; after they left, those of who owns it. One query. */
export async function listOpenDuties(db: Db, projectId: string, personId?: string): Promise<OpenItem[]> {
	const duties = db
		.selectFrom('entryDuty as duty')
		.innerJoin('item', 'item.id', 'duty.itemId')
		.innerJoin('entryGap as gap', (join) =>
			join
				.onRef('gap.itemId', '=', 'duty.itemId')
				.onRef('gap.element', '=', 'duty.element')
				.on('gap.closedAt', 'is', null)
		)
		.select(['item.id', 'item.kind', 'item.code', 'item.title', 'item.leadOrganisationId'])
		.select(['duty.personId', 'duty.dueOn'])
		.select(memberOf('duty.personId', 'duty.projectId').as('presentId'))
		.select((eb) => eb.fn.min('duty.setAt').as('setAt'))
		.where('duty.projectId', '=', projectId)
		.where('duty.endedAt', 'is', null)
		.where('duty.personId', 'is not', null)
		.groupBy(['item.id', 'item.kind', 'item.code', 'item.title', 'item.leadOrganisationId'])
		.groupBy(['duty.personId', 'duty.dueOn', 'duty.projectId'])
		.orderBy('item.code')
		.orderBy('duty.personId')
		.orderBy('duty.dueOn', (order) => order.asc().nullsLast());
	const wanted = personId === undefined ? duties : duties.where('duty.personId', '=', personId);
	return (await wanted.execute()).map(({ presentId, leadOrganisationId, setAt, ...duty }) => ({
		...duty,
		path: `${itemPath(duty)}/edit`,
		holder: holderOf(presentId, leadOrganisationId, setAt, 'complete-fields')
	}));
}

/** Measures against risks that somebody has taken on. One query. */
export async function listOpenMeasures(db: Db, projectId: string): Promise<OpenItem[]> {
	const rows = await db
		.selectFrom('riskMitigation as measure')
		.innerJoin('risk', 'risk.id', 'measure.riskId')
		.select(['measure.id', 'measure.text', 'measure.organisationId', 'measure.dueOn', 'measure.createdAt'])
		.select(memberOf('measure.ownerId', 'measure.projectId').as('presentId'))
		.select('risk.number')
		.where('measure.projectId', '=', projectId)
		.where('measure.state', '=', 'open')
		.orderBy('risk.number')
		.orderBy('measure.number')
		.execute();
	return rows.map(({ id, text: title, presentId, organisationId, dueOn, createdAt, number }) => {
		const holder = holderOf(presentId, organisationId, createdAt, 'take-measure');
		return { id, kind: 'risk', code: `R${number}`, title, path: `risks/${number}`, dueOn, holder };
	});
}

/** Risks that somebody watches. One query. */
export async function listWatchedRisks(db: Db, projectId: string): Promise<OpenItem[]> {
	const rows = await db
		.selectFrom('risk')
		.select(['risk.id', 'risk.number', 'risk.description', 'risk.state', 'risk.ownerOrganisationId'])
		.select(memberOf('risk.ownerId', 'risk.projectId').as('presentId'))
		.where('risk.projectId', '=', projectId)
		.where('risk.ownerId', 'is not', null)
		.orderBy('risk.number')
		.execute();
	return rows
		.filter(({ state }) => !isRiskOver(state))
		.map(({ id, number, description: title, presentId, ownerOrganisationId }) => {
			const holder = holderOf(presentId, ownerOrganisationId, '', 'watch-risk');
			return { id, kind: 'risk', code: `R${number}`, title, path: `risks/${number}`, dueOn: null, holder };
		});
}

/** In person; after they left, through their organisation; where there is none, the coordinator. */
function holderOf(
	personId: string | null,
	organisationId: string | null,
	since: string,
	awaits: OwnAwaits
): Holder {
	const held = { personIds: [], organisationId: null, role: null, since, awaits };
	if (personId !== null) return { ...held, kind: 'people', personIds: [personId] };
	return organisationId === null
		? { ...held, kind: 'role', role: 'coordinator' }
		: { ...held, kind: 'organisation', organisationId };
}
