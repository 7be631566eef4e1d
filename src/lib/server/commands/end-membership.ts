import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { departureBlocks, lastCoordinatorBlocks } from '#lib/domain/grant-revocation.ts';
import { assertNone, NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndMembership } from '#lib/schemas/people.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { watchPerson } from '#lib/server/mail/watch-person.ts';
import { listGrants } from '#lib/server/queries/list-grants.ts';
import { findDeciders } from '#lib/server/queries/find-deciders.ts';
import { findMember } from '#lib/server/queries/find-member.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockRights, markRightsChanged } from './change-rights.ts';

/** Takes a person out of the project: no role and no access from now on; signatures and authorship stay. */
export async function endMembership(db: Db, actor: Actor, input: EndMembership, now: Date): Promise<void> {
	await db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		assertCan(actor, 'account:manage', {});
		const member = await findMember(db, actor.projectId, input.personId);
		if (!member) throw new NotFound();
		if (member.personId === actor.personId) throw new Refusal([{ code: 'own-account' }]);
		const today = await findToday(db, actor.projectId, now);
		const deciders = await findDeciders(db, actor.projectId, today);
		const grants = await listGrants(db, actor.projectId, today, member.personId);
		assertNone([
			...lastCoordinatorBlocks(member, deciders),
			...departureBlocks(actor, grants, deciders, today)
		]);

		const tell = await watchPerson(db, actor, member, now);
		await db
			.updateTable('membership')
			.set({ toOn: today })
			.where('projectId', '=', actor.projectId)
			.where('personId', '=', member.personId)
			.where('toOn', 'is', null)
			.execute();
		await db
			.updateTable('roleGrant')
			.set({ revokedBy: actor.personId, revokedAt: now.toISOString(), revokeReason: input.reason })
			.where('projectId', '=', actor.projectId)
			.where('personId', '=', member.personId)
			.where('revokedAt', 'is', null)
			.execute();
		await markRightsChanged(db, member.personId, now);
		const record = { type: 'person', id: member.personId, label: member.name };
		await recordAudit(db, actor, 'membership:end', record, now, { reason: input.reason });
		await tell();
	});
}
