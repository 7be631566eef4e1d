import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import {
	claimCovers,
	isMilestoneState,
	proofOf,
	PUBLIC_MILESTONE_STATES,
	type MilestoneFacts
} from '#lib/domain/milestones.ts';
import { sha256 } from '#lib/server/ids.ts';
import { selectItem, withPeople } from './find-item-facts.ts';
import { listClaims } from './list-claims.ts';
import { listMeansEvidence, type MeansRow } from './list-means-evidence.ts';

/** Everything the rules of a milestone ask, read once; pages show the same rows. */
export async function findMilestoneFacts(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const row = await selectItem(db, projectId, key)
		.innerJoin('milestone', 'milestone.itemId', 'item.id')
		.leftJoin('item as successor', 'successor.id', 'milestone.replacedByItemId')
		.selectAll('milestone')
		.select(['successor.code as successorCode', 'successor.title as successorTitle'])
		.executeTakeFirst();
	const found = await withPeople(db, row);
	if (!found || !isMilestoneState(found.item.state)) return undefined;
	const { item, history, assignments } = found;
	const workPackages = await listWorkPackages(db, found.subject.workPackageIds ?? []);
	const dependencies = await listDependencies(db, item.id);
	const means = await listMeansEvidence(db, item.id);
	const claims = await listClaims(db, item.id);

	const facts: MilestoneFacts = {
		state: found.item.state,
		stateSinceAt: item.stateSinceAt,
		leadOrganisationId: item.leadOrganisationId,
		history,
		workPackageLeads: workPackages.flatMap(({ number, leadId, lead }) =>
			leadId === null || lead === null
				? []
				: [{ organisationId: leadId, acronym: lead, workPackage: `WP${number}` }]
		),
		means: means.map(standing),
		dependencies: dependencies.restsOn,
		assignments: assignments.filter(({ kind }) => kind === 'signing'),
		claim: claims[0] ?? null,
		coversNow: sha256(claimCovers(means.map(standing), claims[0]?.achievedOn ?? null))
	};
	const isPublic = PUBLIC_MILESTONE_STATES.includes(facts.state);
	const subject = { ...found.subject, isPublic, isFinal: isPublic };
	return { ...found, subject, milestone: item, workPackages, dependencies, means, claims, facts };
}

export type MilestoneRecord = NonNullable<Awaited<ReturnType<typeof findMilestoneFacts>>>;

/** For commands: a milestone that is missing is not found. */
export async function readMilestone(db: Db, projectId: string, id: string): Promise<MilestoneRecord> {
	const found = await findMilestoneFacts(db, projectId, { id });
	if (!found) throw new NotFound();
	return found;
}

/** A means with the evidence that was not withdrawn. */
function standing({ id, position, text, evidence }: MeansRow) {
	const valid = evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
	return {
		id,
		position,
		text,
		evidence: valid.map((one) => ({ id: one.evidenceId, name: one.name, proof: proofOf(one) }))
	};
}

function listWorkPackages(db: Db, ids: readonly string[]) {
	return db
		.selectFrom('workPackage')
		.leftJoin('organisation as lead', 'lead.id', 'workPackage.leadOrganisationId')
		.select([
			'workPackage.id',
			'workPackage.number',
			'workPackage.title',
			'lead.id as leadId',
			'lead.acronym as lead'
		])
		.where('workPackage.id', 'in', [...ids])
		.orderBy('workPackage.number')
		.execute();
}

/** What it rests on, and what rests on it. */
async function listDependencies(db: Db, itemId: string) {
	const rows = await db
		.selectFrom('itemDependency')
		.innerJoin('item', (join) =>
			join.on((eb) =>
				eb.or([
					eb.and([
						eb('itemDependency.itemId', '=', itemId),
						eb('item.id', '=', eb.ref('itemDependency.dependsOnItemId'))
					]),
					eb.and([
						eb('itemDependency.dependsOnItemId', '=', itemId),
						eb('item.id', '=', eb.ref('itemDependency.itemId'))
					])
				])
			)
		)
		.select([
			'item.id',
			'item.kind',
			'item.code',
			'item.title',
			'item.state',
			'itemDependency.itemId as ownerId'
		])
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
	return {
		restsOn: rows.filter(({ ownerId }) => ownerId === itemId),
		dependants: rows.filter(({ ownerId }) => ownerId !== itemId)
	};
}
