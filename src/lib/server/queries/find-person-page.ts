import type { Db } from '#db/schema.ts';
import { can, mayAlways, mayEver } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { confirmation } from '#lib/domain/grant-confirmation.ts';
import { candidateSubject, proposableRoles } from '#lib/domain/grant-proposal.ts';
import { revocationBlocks } from '#lib/domain/grant-revocation.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findDeciders } from './find-deciders.ts';
import { findMemberAccount } from './find-member.ts';
import { listConflicts } from './list-conflicts.ts';
import { listColleagues, listDeputies } from './list-deputies.ts';
import { listGrants } from './list-grants.ts';
import { listScopes } from './list-scopes.ts';

/** A member with every role held, proposed or ended, and what this actor may do about each. */
export async function findPersonPage(db: Db, actor: Actor, personId: string, today: Day) {
	const found = await findMemberAccount(db, actor.projectId, personId);
	if (!found) return undefined;
	const { email, disabledAt, passwordHash, origin, ...member } = found;
	const deciders = await findDeciders(db, actor.projectId, today);
	const roles = proposableRoles(actor, member);
	const maySeeDecisions = mayEver(actor, 'grant:propose') || mayEver(actor, 'grant:confirm');
	const mayWithdraw = can(actor, 'grant:propose', candidateSubject(member)).ok;
	const grants = await listGrants(db, actor.projectId, today, personId);
	return {
		member,
		email: mayEver(actor, 'contact:read') ? email : null,
		isDisabled: disabledAt !== null,
		isInvited: passwordHash === null,
		origin,
		isSelf: member.personId === actor.personId,
		roles,
		scopes: roles.length === 0 ? null : await listScopes(db, actor.projectId),
		deputies: await listDeputies(db, actor.projectId, personId, today),
		colleagues: can(actor, 'deputy:name', { assignedPersonIds: [personId] }).ok
			? await listColleagues(db, actor.projectId, member.organisationId, personId)
			: [],
		conflicts: mayAlways(actor, 'review:read') ? await listConflicts(db, actor.projectId, personId) : [],
		mayEndConflict: can(actor, 'conflict:declare', {}).ok && member.personId !== actor.personId,
		mayMove: mayEver(actor, 'member:move') && member.personId !== actor.personId,
		mayManage: mayEver(actor, 'account:manage') && member.personId !== actor.personId,
		grants: grants
			.filter((grant) => maySeeDecisions || grant.state === 'active' || grant.state === 'upcoming')
			.map(({ proposedBy, confirmedBy: _c, revokedBy: _r, projectId: _p, ...grant }) => {
				const { as, blocks } = confirmation(actor, { ...grant, proposedBy }, deciders, today);
				const isEndable = revocationBlocks(actor, { ...grant, proposedBy }, deciders, today).length === 0;
				const mayEnd = isEndable && mayEver(actor, 'grant:revoke');
				return {
					...grant,
					mayConfirm: mayEver(actor, 'grant:confirm') && as !== null,
					needsReference: as?.needsReference ?? false,
					blocks: mayEver(actor, 'grant:confirm') && grant.state === 'proposed' ? blocks : [],
					mayEnd,
					mayWithdraw: isEndable && !mayEnd && mayWithdraw
				};
			})
	};
}
