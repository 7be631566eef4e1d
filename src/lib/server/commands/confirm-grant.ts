import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { confirmation } from '#lib/domain/grant-confirmation.ts';
import { assertNone, Conflict, Refusal } from '#lib/domain/reasons.ts';
import { isQaRole, type Actor } from '#lib/domain/roles.ts';
import type { ConfirmGrant } from '#lib/schemas/grants.ts';
import { findPasswordWitness, killShownLinks } from '#lib/server/auth/one-time-links.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfDecidedRole } from '#lib/server/mail/tell-of-proposal.ts';
import { findDeciders } from '#lib/server/queries/find-deciders.ts';
import { auditedGrant, findGrantFacts } from '#lib/server/queries/find-grant-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockRights, markRightsChanged } from './change-rights.ts';

/** Confirms a proposed role as the second person, or on a decision of the steering committee for the first QA lead. */
export async function confirmGrant(db: Db, actor: Actor, input: ConfirmGrant, now: Date) {
	return db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		const grant = await findGrantFacts(db, actor.projectId, input.grantId);
		assertCan(actor, 'grant:confirm', {});
		const today = await findToday(db, actor.projectId, now);
		const deciders = await findDeciders(db, actor.projectId, today);
		const { as, blocks } = confirmation(actor, grant, deciders, today);
		assertNone(blocks);
		if (isQaRole(grant.role)) await assertProven(db, grant);
		const needsReference = as?.needsReference === true;
		if (needsReference && input.reference === '') throw new Refusal([{ code: 'decision-reference-needed' }]);

		const reference = needsReference ? input.reference : null;
		const { numUpdatedRows } = await db
			.updateTable('roleGrant')
			.set({
				confirmedBy: actor.personId,
				confirmedAt: now.toISOString(),
				confirmedAs: as?.role ?? null,
				confirmReference: reference
			})
			.where('id', '=', grant.id)
			.where('confirmedAt', 'is', null)
			.where('revokedAt', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict();
		if (isQaRole(grant.role)) await killShownLinks(db, grant.personId);
		await markRightsChanged(db, grant.personId, now);
		const details = { confirmedAs: as?.role ?? null, proposedAs: grant.proposedAs, reference };
		await recordAudit(db, actor, 'grant:confirm', auditedGrant(grant), now, details);
		await tellOfDecidedRole(db, actor, grant, { isAccepted: true, note: '' }, now);
		return { name: grant.name };
	});
}

/** Whose password may have been chosen by somebody else does not sign for quality assurance. */
async function assertProven(db: Db, { personId, name }: { personId: string; name: string }): Promise<void> {
	const inviter = await findPasswordWitness(db, personId);
	assertNone(inviter === undefined ? [] : [{ code: 'account-unproven', person: name, inviter }]);
}
