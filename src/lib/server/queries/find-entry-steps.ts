import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { nextStep, type Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { approvedSince, isAfterApproval } from '#lib/domain/catalogue/entry-approval.ts';
import type { EntryStepFacts } from '#lib/domain/catalogue/step-facts.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findAlgorithm, type FoundAlgorithm } from './find-algorithm.ts';
import { findEntryFacts, type FoundEntry } from './find-entry-facts.ts';
import { findPrerequisiteCycle } from './find-prerequisite-cycle.ts';
import { listEntryApprovals } from './list-entry-approvals.ts';
import { listEntryProofs } from './list-entry-proofs.ts';
import { listEntrySteps } from './list-entry-steps.ts';
import { listOpenOverlaps } from './list-open-overlaps.ts';
import { listReviewRecords } from './list-review-records.ts';
import { reviewFacts } from './review-facts.ts';
import { listWeighedProfiles } from './list-weighed-profiles.ts';

/** An entry with everything the steps of the algorithm ask; `undefined` also for one that the actor may not see. */
export async function findEntrySteps(
	db: Db,
	actor: Actor,
	key: { id: string } | { code: string },
	today: Day
) {
	const found = await findEntryFacts(db, actor.projectId, key);
	if (!found || !can(actor, 'entry:read', found.subject).ok) return undefined;
	return withSteps(db, found, today);
}

export type FoundEntrySteps = NonNullable<Awaited<ReturnType<typeof findEntrySteps>>>;

type ReviewRecords = Awaited<ReturnType<typeof listReviewRecords>>;

/** The same for an entry that was read already; what only some steps ask is read where the next one asks it. */
export async function withSteps(
	db: Db,
	found: FoundEntry,
	today: Day,
	known?: Pick<FoundAlgorithm, 'number' | 'algorithm'>,
	/** Of its reviews, where they were read already. */
	records?: ReviewRecords
) {
	const { item, entry } = found;
	const { projectId } = item;
	const version = known ?? (await findAlgorithm(db, projectId));
	const { algorithm } = version;
	const history = await listEntrySteps(db, item.id);
	const proofs = await listEntryProofs(db, item.id);
	const next = nextStep(algorithm, item.state);
	const publisher = next?.actor === 'publisher' ? await findPublisher(db, projectId, algorithm) : undefined;
	const bodies = found.facts.bodies;
	const stepFacts: EntryStepFacts = {
		code: item.code,
		state: item.state,
		stateSinceAt: item.stateSinceAt,
		heldFrom: entry.heldFrom,
		heldUntilOn: entry.heldUntilOn,
		today,
		ownerId: item.leadOrganisationId,
		publisherId: publisher?.organisationId ?? null,
		content: found.facts.content,
		profiles: await listWeighedProfiles(db, {
			projectId,
			facts: found.facts,
			settings: algorithm,
			today
		}),
		proofs: countProofs(proofs.map((one) => one.requirement)),
		overlaps: await listOpenOverlaps(db, item.id),
		cycle: await findPrerequisiteCycle(db, projectId, item.code, found.facts.content),
		review: reviewFacts(
			found,
			[],
			next?.actor === 'reviewer' ? (records ?? (await listReviewRecords(db, item.id))) : NO_RECORDS
		),
		approvals:
			next?.actor === 'officer' || isAfterApproval(algorithm, item.state)
				? await listEntryApprovals(db, {
						itemId: item.id,
						bodies,
						since: approvedSince(algorithm, item.state, history) || item.stateSinceAt,
						today
					})
				: []
	};
	return { ...found, version, algorithm, stepFacts, history, proofs, publisher };
}

function findPublisher(db: Db, projectId: string, { workPackage }: Algorithm) {
	return db
		.selectFrom('workPackage')
		.innerJoin('organisation', 'organisation.id', 'workPackage.leadOrganisationId')
		.select(['organisation.id as organisationId', 'organisation.acronym'])
		.where('workPackage.projectId', '=', projectId)
		.where('workPackage.number', '=', workPackage)
		.executeTakeFirst();
}

const NO_RECORDS = { rounds: [], signatures: [], comments: [] };

function countProofs(requirements: readonly (string | null)[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const requirement of requirements)
		if (requirement !== null) counts[requirement] = (counts[requirement] ?? 0) + 1;
	return counts;
}
