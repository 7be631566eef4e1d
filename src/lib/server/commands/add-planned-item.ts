import type { Db } from '#db/schema.ts';
import { AMENDMENT_REASON } from '#lib/domain/date-moves.ts';
import { searchText } from '#lib/domain/fold.ts';
import { codePosition } from '#lib/domain/items.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import type { PlannedAddition } from './amendment-changes.ts';
import { insertContribution } from './insert-contribution.ts';
import { insertDateMove } from './insert-date-move.ts';

/** Puts a deliverable or milestone into the plan by an amendment, inside its transaction. */
export async function addPlannedItem(
	db: Db,
	actor: Actor,
	addition: PlannedAddition,
	reference: string,
	now: Date
): Promise<void> {
	const { kind, code, title, workPackageId, leadOrganisationId, due } = addition;
	const id = newId();
	const at = now.toISOString();
	const { projectId } = actor;
	const { dueMonth, dueOn } = due;
	await db
		.insertInto('item')
		.values({
			id,
			projectId,
			kind,
			code,
			position: codePosition(code),
			title,
			description: '',
			workPackageId,
			leadOrganisationId,
			state: 'planned',
			stateSinceAt: at,
			dueMonth,
			contractualOn: dueOn,
			agreedOn: dueOn,
			forecastOn: null,
			contributorsConfirmedAt: null,
			origin: 'entered',
			search: searchText(code, title),
			createdAt: at
		})
		.execute();
	await (kind === 'deliverable'
		? insertDeliverable(db, id, addition)
		: insertMilestone(db, projectId, id, addition));
	if (leadOrganisationId !== null) {
		const lead = { itemId: id, organisationId: leadOrganisationId, personId: null, kind: 'lead' } as const;
		await insertContribution(db, actor, { ...lead, note: 'in the plan' }, now);
	}
	if (dueOn !== null) {
		const move = {
			dateKind: 'contractual',
			fromOn: null,
			toOn: dueOn,
			reasonCode: AMENDMENT_REASON
		} as const;
		const by = { reasonText: '', reference, movedBy: actor.personId };
		await insertDateMove(db, { projectId, itemId: id, ...move, ...by }, now);
	}
	const to = { title, leadOrganisationId, dueMonth, dueOn };
	await recordAudit(db, actor, 'baseline:sign', auditedItem({ id, kind, code }), now, { reference, to });
}

async function insertDeliverable(db: Db, itemId: string, { type, level }: PlannedAddition): Promise<void> {
	await db.insertInto('deliverable').values({ itemId, type, disseminationLevel: level }).execute();
}

async function insertMilestone(
	db: Db,
	projectId: string,
	itemId: string,
	{ means }: PlannedAddition
): Promise<void> {
	await db.insertInto('milestone').values({ itemId, paymentRelevant: 0, goNoGo: 0 }).execute();
	const rows = means.map((text, index) => ({ id: newId(), projectId, itemId, position: index + 1, text }));
	if (rows.length > 0) await db.insertInto('meansOfVerification').values(rows).execute();
}
