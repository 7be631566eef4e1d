import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { revocationBlocks } from '#lib/domain/grant-revocation.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { RevokeGrant } from '#lib/schemas/grants.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfDecidedRole } from '#lib/server/mail/tell-of-proposal.ts';
import { findDeciders } from '#lib/server/queries/find-deciders.ts';
import { auditedGrant, findGrantFacts } from '#lib/server/queries/find-grant-facts.ts';
import { findMember } from '#lib/server/queries/find-member.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { candidateSubject } from '#lib/domain/grant-proposal.ts';
import { lockRights, markRightsChanged } from './change-rights.ts';

/** Ends a role from now on, or turns a proposal down. What was signed under it stays. */
export async function revokeGrant(db: Db, actor: Actor, input: RevokeGrant, now: Date) {
	return endGrant(db, actor, 'grant:revoke', input, now);
}

/** Takes back one's own proposal while nobody has confirmed it. */
export async function withdrawProposal(db: Db, actor: Actor, input: RevokeGrant, now: Date) {
	return endGrant(db, actor, 'grant:propose', input, now);
}

async function endGrant(
	db: Db,
	actor: Actor,
	permission: 'grant:revoke' | 'grant:propose',
	input: RevokeGrant,
	now: Date
) {
	return db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		const grant = await findGrantFacts(db, actor.projectId, input.grantId);
		const member = await findMember(db, actor.projectId, grant.personId);
		assertCan(actor, permission, member ? candidateSubject(member) : {});
		const today = await findToday(db, actor.projectId, now);
		const deciders = await findDeciders(db, actor.projectId, today);
		assertNone(revocationBlocks(actor, grant, deciders, today));

		const { numUpdatedRows } = await db
			.updateTable('roleGrant')
			.set({ revokedBy: actor.personId, revokedAt: now.toISOString(), revokeReason: input.reason })
			.where('id', '=', grant.id)
			.where('revokedAt', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict();
		if (grant.confirmedAt !== null) await markRightsChanged(db, grant.personId, now);
		const details = { reason: input.reason, wasConfirmed: grant.confirmedAt !== null };
		await recordAudit(db, actor, 'grant:revoke', auditedGrant(grant), now, details);
		const declined = { isAccepted: false, note: input.reason };
		if (grant.confirmedAt === null) await tellOfDecidedRole(db, actor, grant, declined, now);
		return { name: grant.name };
	});
}
