import type { Db } from '#db/schema.ts';
import { AMENDMENT_REASON } from '#lib/domain/date-moves.ts';
import type { Day } from '#lib/domain/days.ts';
import { searchText } from '#lib/domain/fold.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import type { ItemChange } from './amendment-changes.ts';
import { insertContribution } from './insert-contribution.ts';
import { insertDateMove } from './insert-date-move.ts';
import { mergeWithin } from './merge-deliverable.ts';
import { setItemDates } from './set-item-dates.ts';
import { withdrawWithin } from './withdraw-deliverable.ts';

/** Applies an amendment to one item, inside its transaction. The agreed date follows the contractual one. */
export async function amendItem(
	db: Db,
	actor: Actor,
	{ item, title, leadOrganisationId, due, leaves }: ItemChange,
	reference: string,
	now: Date
): Promise<void> {
	if (leaves?.as === 'withdrawn') return withdrawWithin(db, actor, { itemId: item.id, reference }, now);
	if (leaves) return mergeWithin(db, actor, { itemId: item.id, reference, targetId: leaves.intoId }, now);

	const isGiven = leadOrganisationId !== item.leadOrganisationId;
	const tell = isGiven ? await watchHolder(db, actor, item, now) : null;
	const { dueMonth, dueOn } = due;
	const isMoved = dueOn !== null && dueOn !== item.contractualOn;
	const dates = isMoved ? { dueMonth, contractualOn: dueOn, agreedOn: dueOn } : { dueMonth };
	await setItemDates(db, item, item.version, dates);
	await db
		.updateTable('item')
		.set({ title, leadOrganisationId, search: searchText(item.code, title, item.description) })
		.where('id', '=', item.id)
		.execute();
	if (isMoved) await moveBoth(db, actor, item, dueOn, reference, now);
	if (isGiven) await recordLeads(db, actor, item, leadOrganisationId, reference, now);
	const from = {
		title: item.title,
		leadOrganisationId: item.leadOrganisationId,
		dueMonth: item.dueMonth,
		dueOn: item.contractualOn
	};
	const to = { title, leadOrganisationId, dueMonth, dueOn };
	await recordAudit(db, actor, 'baseline:sign', auditedItem(item), now, { reference, from, to });
	await tell?.(reference);
}

async function moveBoth(
	db: Db,
	actor: Actor,
	item: ItemChange['item'],
	toOn: Day,
	reference: string,
	now: Date
): Promise<void> {
	const move = {
		projectId: actor.projectId,
		itemId: item.id,
		toOn,
		reasonCode: AMENDMENT_REASON,
		reasonText: '',
		reference,
		movedBy: actor.personId
	};
	await insertDateMove(db, { ...move, dateKind: 'contractual', fromOn: item.contractualOn }, now);
	if (item.agreedOn !== toOn)
		await insertDateMove(db, { ...move, dateKind: 'agreed', fromOn: item.agreedOn }, now);
}

/** Both stay on the record: who led once can never review. */
async function recordLeads(
	db: Db,
	actor: Actor,
	item: ItemChange['item'],
	newLead: string | null,
	reference: string,
	now: Date
): Promise<void> {
	const lead = { itemId: item.id, personId: null, kind: 'lead' } as const;
	const until = { ...lead, note: `until ${reference}` };
	const since = { ...lead, note: `since ${reference}` };
	if (item.leadOrganisationId !== null)
		await insertContribution(db, actor, { ...until, organisationId: item.leadOrganisationId }, now);
	if (newLead !== null) await insertContribution(db, actor, { ...since, organisationId: newLead }, now);
}
