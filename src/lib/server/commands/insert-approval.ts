import type { Db } from '#db/schema.ts';
import { canonicalApproval } from '#lib/domain/covers.ts';
import { latestRound, latestVersion } from '#lib/domain/deliverables.ts';
import type { Approval } from '#lib/domain/approval-guards.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { ActiveGrant, Actor } from '#lib/domain/roles.ts';
import type { Approval as ApprovalForm } from '#lib/schemas/deliverable-reviews.ts';
import type { BuiltPackage } from '#lib/server/files/submission-package.ts';
import { sha256 } from '#lib/server/ids.ts';
import type { FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { insertPortalEvent } from './insert-portal-event.ts';
import { insertSignature } from './insert-signature.ts';

export type Approving = Omit<ApprovalForm, 'password'> & {
	authenticatedAt: string;
	/** Built before the transaction, of what the form showed; none where nothing could be built. */
	built: BuiltPackage | undefined;
};

/** The form as the rules ask it. */
export function givenApproval(input: Approving): Approval {
	return {
		seenSha256: input.coversSha256,
		publicChecked: input.emblemChecked && input.personalDataChecked,
		accessOrganisationIds: input.organisationIds,
		packageOf: input.built?.coversSha256 ?? null
	};
}

type Approved = Approving & {
	built: BuiltPackage;
	grant: ActiveGrant;
	statement: string;
	roundId: string | null;
};

/** What approving leaves behind in every case: who may read it, the package, and the signature that covers it. */
export async function insertApproval(
	db: Db,
	actor: Actor,
	{ item, facts }: FoundDeliverable,
	{ built, grant, statement, roundId, authenticatedAt, organisationIds }: Approved,
	now: Date
): Promise<void> {
	const round = latestRound(facts);
	const at = now.toISOString();
	if (facts.level === 'PU')
		await db
			.updateTable('deliverable')
			.set({ publicCheckedAt: at, publicCheckedBy: actor.personId })
			.where('itemId', '=', item.id)
			.execute();
	else await replaceAccess(db, actor, item.id, organisationIds, at);

	const { sha256: hash, size, mediaType, fileName } = built;
	await db
		.insertInto('storedFile')
		.values({
			sha256: hash,
			size,
			mediaType,
			storedAt: at,
			erasedAt: null,
			erasedReason: null,
			erasedBy: null
		})
		.onConflict((conflict) => conflict.column('sha256').doNothing())
		.execute();
	const happenedOn = await findToday(db, actor.projectId, now);
	const packaged = { kind: 'package-built', happenedOn, byName: actor.name, note: '' } as const;
	await insertPortalEvent(db, actor, { itemId: item.id, ...packaged, sha256: hash, fileName }, now);
	const covers = canonicalApproval({ package: built, reviewSha256: round?.coversSha256 ?? '' });
	await insertSignature(
		db,
		actor,
		{
			itemId: item.id,
			roundId,
			versionId: latestVersion(facts)?.id ?? null,
			meaning: 'approved-for-submission',
			grant,
			statement,
			covers,
			coversSha256: sha256(covers),
			authenticatedAt
		},
		now
	);
}

/** The organisations that may read a sensitive deliverable, all of this project. */
async function replaceAccess(
	db: Db,
	actor: Actor,
	itemId: string,
	ids: readonly string[],
	at: string
): Promise<void> {
	const known = await db
		.selectFrom('organisation')
		.select('id')
		.where('projectId', '=', actor.projectId)
		.where('id', 'in', ids)
		.orderBy('id')
		.execute();
	if (known.length < new Set(ids).size) throw new NotFound();
	await db.deleteFrom('itemAccess').where('itemId', '=', itemId).execute();
	await db
		.insertInto('itemAccess')
		.values(
			known.map(({ id: organisationId }) => ({
				itemId,
				organisationId,
				grantedBy: actor.personId,
				grantedAt: at
			}))
		)
		.execute();
}
