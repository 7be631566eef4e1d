import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Candidate } from '#lib/domain/independence.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findItemFacts, type ItemFacts } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listReviewCandidates } from '#lib/server/queries/list-review-candidates.ts';
import { lockItem } from './lock-item.ts';

/** Locks an item of any kind that is reviewed or verified. One that the actor may not see does not exist. */
export async function takeReviewedItem(db: Db, actor: Actor, itemId: string): Promise<ItemFacts> {
	await lockItem(db, actor.projectId, itemId);
	const found = await findItemFacts(db, actor.projectId, { id: itemId });
	if (!found) throw new NotFound();
	if (!can(actor, `${found.item.kind}:read`, found.subject).ok) throw new NotFound();
	return found;
}

/** The same but for milestones, which have verifiers and rules of their own for them. */
export async function takeItemOfReviewers(db: Db, actor: Actor, itemId: string): Promise<ItemFacts> {
	const found = await takeReviewedItem(db, actor, itemId);
	if (found.item.kind === 'milestone') throw new NotFound();
	return found;
}

/** The member meant, with the roles that review, and everybody who holds one. */
export async function takeCandidate(db: Db, actor: Actor, personId: string, now: Date) {
	const today = await findToday(db, actor.projectId, now);
	const candidates = await listReviewCandidates(db, actor.projectId, today);
	const known = candidates.find((one) => one.personId === personId);
	return { candidates, candidate: known ?? (await findMember(db, actor.projectId, personId)) };
}

async function findMember(db: Db, projectId: string, personId: string): Promise<Candidate | undefined> {
	const member = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select([
			'person.id as personId',
			'person.name',
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.country'
		])
		.where('membership.projectId', '=', projectId)
		.where('membership.personId', '=', personId)
		.where('membership.toOn', 'is', null)
		.executeTakeFirst();
	return member && { ...member, roles: [] };
}
