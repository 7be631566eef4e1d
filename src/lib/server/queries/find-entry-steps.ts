import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { nextStep, type Algorithm, type Requirement } from '#lib/domain/catalogue/algorithm.ts';
import {
	approvedSince,
	isAfterApproval,
	type OfficerInOffice
} from '#lib/domain/catalogue/entry-approval.ts';
import type { EntryStepFacts } from '#lib/domain/catalogue/step-facts.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { awaitedApprovals, givenApprovals } from './approvals-of.ts';
import { findAlgorithm, type FoundAlgorithm } from './find-algorithm.ts';
import { findEntryFacts, type FoundEntry } from './find-entry-facts.ts';
import { findRelatedEntries } from './find-related-entries.ts';
import { listEntrySteps } from './list-entry-steps.ts';
import { listOfficersInOffice } from './list-officers.ts';
import { listRounds, type ReviewRecords } from './list-review-records.ts';
import { listSignatures, type ListedSignature } from './list-signatures.ts';
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

/** What the page has read already. */
interface Known {
	version?: Pick<FoundAlgorithm, 'number' | 'algorithm'>;
	signatures?: ListedSignature[] | undefined;
	/** Of its reviews, with the signatures. */
	records?: Omit<ReviewRecords, 'frozen'>;
	officers?: readonly OfficerInOffice[];
	/** Only what these requirements ask is read, and nothing about the holder. */
	only?: readonly Requirement[];
}

/** The same for an entry that was read already; what only some steps ask is read where the next one asks it. */
export async function withSteps(db: Db, found: FoundEntry, today: Day, known: Known = {}) {
	const { item, entry, proofs } = found;
	const { projectId } = item;
	const version = known.version ?? (await findAlgorithm(db, projectId));
	const { algorithm } = version;
	const history = await listEntrySteps(db, item.id);
	const next = nextStep(algorithm, item.state);
	const publisher =
		next?.actor === 'publisher' && !known.only ? await findPublisher(db, item, algorithm) : undefined;
	const asks = (...kinds: readonly Requirement['kind'][]) =>
		!known.only || known.only.some(({ kind }) => kinds.includes(kind));
	const related = asks('no-overlap', 'no-prerequisite-cycle')
		? await findRelatedEntries(db, found)
		: NOTHING_RELATED;
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
		profiles: asks('elements', 'profile', 'national-profile')
			? await listWeighedProfiles(db, { projectId, facts: found.facts, settings: algorithm, today })
			: [],
		proofs: countProofs(proofs.map((one) => one.requirement)),
		overlaps: related.overlaps,
		cycle: related.cycle,
		review: reviewFacts(
			found,
			[],
			next?.actor === 'reviewer' ? await readRecords(db, item.id, known) : NO_RECORDS
		),
		approvals:
			next?.actor === 'officer' || isAfterApproval(algorithm, item.state)
				? await readApprovals(db, found, {
						known,
						since: approvedSince(algorithm, item.state, history) || item.stateSinceAt,
						today
					})
				: []
	};
	return { ...found, version, algorithm, stepFacts, history, publisher, related };
}

async function readRecords(db: Db, itemId: string, { records, signatures }: Known) {
	if (records) return records;
	return {
		signatures: signatures ?? (await listSignatures(db, itemId)),
		...(await listRounds(db, itemId))
	};
}

async function readApprovals(
	db: Db,
	{ item, facts: { bodies } }: FoundEntry,
	{ known, since, today }: { known: Known; since: string; today: Day }
) {
	const signatures = known.records?.signatures ?? known.signatures ?? (await listSignatures(db, item.id));
	const given = givenApprovals(signatures, { bodies, since, today });
	const open = given.filter((one) => !one.approved);
	const officers = known.officers ?? (await listOfficersInOffice(db, item.projectId, open, today));
	return awaitedApprovals(given, officers);
}

/** The leader of the work package that keeps the catalogue: as a rule that of the entry itself. */
async function findPublisher(db: Db, item: FoundEntry['item'], { workPackage }: Algorithm) {
	const { keeperId: organisationId, keeperAcronym: acronym } = item;
	if (item.workPackageNumber === workPackage)
		return organisationId === null || acronym === null ? undefined : { organisationId, acronym };
	return db
		.selectFrom('workPackage')
		.innerJoin('organisation', 'organisation.id', 'workPackage.leadOrganisationId')
		.select(['organisation.id as organisationId', 'organisation.acronym'])
		.where('workPackage.projectId', '=', item.projectId)
		.where('workPackage.number', '=', workPackage)
		.executeTakeFirst();
}

const NOTHING_RELATED = { overlaps: [], cycle: [], into: null, absorbed: [] };
const NO_RECORDS = { rounds: [], signatures: [], comments: [] };

function countProofs(requirements: readonly (string | null)[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const requirement of requirements)
		if (requirement !== null) counts[requirement] = (counts[requirement] ?? 0) + 1;
	return counts;
}
