import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import {
	candidateSubject,
	isConfirmedAtOnce,
	proposalBlocks,
	proposerRole
} from '#lib/domain/grant-proposal.ts';
import { grantState } from '#lib/domain/grants.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ProposeGrant } from '#lib/schemas/grants.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfProposedRole } from '#lib/server/mail/tell-of-proposal.ts';
import { auditedGrant } from '#lib/server/queries/find-grant-facts.ts';
import { findMember } from '#lib/server/queries/find-member.ts';
import { findScopeLabel } from '#lib/server/queries/find-scope-label.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockRights, markRightsChanged } from './change-rights.ts';

/** Proposes a role; what a coordinator proposes for another person is confirmed with it, except QA and admin roles. */
export async function proposeGrant(db: Db, actor: Actor, input: ProposeGrant, now: Date) {
	return db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		const today = await findToday(db, actor.projectId, now);
		return insertGrantProposal(db, actor, input, today, now);
	});
}

/** Inside a transaction that holds the lock on rights. */
export async function insertGrantProposal(db: Db, actor: Actor, input: ProposeGrant, today: Day, now: Date) {
	const { personId, role, scopeType, scopeId, fromOn, toOn, reason } = input;
	const candidate = await findMember(db, actor.projectId, personId);
	const scope = await findScopeLabel(db, actor.projectId, scopeType, scopeId);
	if (!candidate || scope === undefined) throw new NotFound();
	assertCan(actor, 'grant:propose', candidateSubject(candidate));

	const proposal = { role, scopeType, scopeId, fromOn: fromOn ?? today, toOn };
	const open = await listOpenGrants(db, actor.projectId, personId, today);
	assertNone(proposalBlocks(actor, candidate, proposal, open, today));
	const proposedAs = proposerRole(actor, role, candidate);
	if (proposedAs === undefined) throw new NotFound();

	const isConfirmed = isConfirmedAtOnce(role, proposedAs);
	const id = newId();
	const at = now.toISOString();
	await db
		.insertInto('roleGrant')
		.values({
			id,
			projectId: actor.projectId,
			personId,
			...proposal,
			reason,
			proposedBy: actor.personId,
			proposedAs,
			proposedAt: at,
			confirmedBy: isConfirmed ? actor.personId : null,
			confirmedAs: isConfirmed ? proposedAs : null,
			confirmedAt: isConfirmed ? at : null,
			revokedBy: null,
			revokedAt: null,
			revokeReason: null
		})
		.execute();
	if (isConfirmed) await markRightsChanged(db, personId, now);
	const record = auditedGrant({ id, name: candidate.name, role });
	await recordAudit(db, actor, 'grant:propose', record, now, { ...proposal, scope, reason, proposedAs });
	if (isConfirmed) await recordAudit(db, actor, 'grant:confirm', record, now, { confirmedAs: proposedAs });
	else await tellOfProposedRole(db, actor, { personId, name: candidate.name, role, proposedAs, reason }, now);
	return { id, isConfirmed, name: candidate.name };
}

async function listOpenGrants(db: Db, projectId: string, personId: string, today: Day) {
	const rows = await db
		.selectFrom('roleGrant')
		.select(['role', 'scopeType', 'scopeId', 'fromOn', 'toOn', 'confirmedAt', 'revokedAt'])
		.where('projectId', '=', projectId)
		.where('personId', '=', personId)
		.where('revokedAt', 'is', null)
		.orderBy('id')
		.execute();
	const states = rows.map((row) => ({ ...row, state: grantState(row, today) }));
	return states.filter((row) => row.state !== 'expired');
}
