import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import type { MilestoneRecord } from '#lib/server/queries/find-milestone-facts.ts';

interface Share {
	organisationId: string;
	personId: string;
	note: string;
}

/** Who holds, linked or claimed the evidence is no longer independent of the milestone, for ever. */
export async function insertClaimContributions(
	db: Db,
	actor: Actor,
	{ item, means, history }: Pick<MilestoneRecord, 'item' | 'means' | 'history'>,
	claim: number,
	now: Date
): Promise<void> {
	const evidence = means.flatMap((one) => one.evidence).filter(({ withdrawnAt }) => withdrawnAt === null);
	const shares: Share[] = [
		...evidence.map((one) => ({
			organisationId: one.organisationId,
			personId: one.addedBy,
			note: noteOf(one)
		})),
		...evidence.flatMap(({ linkerOrganisationId: organisationId, usedBy: personId, ...one }) =>
			organisationId === null ? [] : [{ organisationId, personId, note: noteOf(one) }]
		),
		{ organisationId: actor.organisationId, personId: actor.personId, note: `claim ${claim}` }
	];
	const known = history.contributions.filter(({ kind }) => kind === 'evidence');
	const recorded = new Set(known.map(({ organisationId, personId }) => `${organisationId} ${personId}`));
	const fresh = new Map(
		shares
			.toReversed()
			.map((share) => [`${share.organisationId} ${share.personId}`, share] as const)
			.filter(([key]) => !recorded.has(key))
	);
	if (fresh.size === 0) return;
	await db
		.insertInto('contribution')
		.values(
			[...fresh.values()].map((share) => ({
				id: newId(),
				projectId: actor.projectId,
				itemId: item.id,
				...share,
				kind: 'evidence' as const,
				recordedBy: actor.personId,
				recordedAt: now.toISOString()
			}))
		)
		.execute();
}

/** Everybody inside reads who contributed how; what sensitive evidence is called stays with it. */
function noteOf(evidence: { name: string; level: 'PU' | 'SEN' }): string {
	return evidence.level === 'SEN' ? 'sensitive evidence' : evidence.name;
}
