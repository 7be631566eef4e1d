import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import { editBlocks } from '#lib/domain/catalogue/entry-edits.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import type { FoundEntrySteps } from '#lib/server/queries/find-entry-steps.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import type { EvidenceOf } from './evidence-of.ts';
import { insertContribution } from './insert-contribution.ts';
import { settleEntry } from './move-entry.ts';
import { moveItem } from './move-item.ts';
import { refreshGaps } from './refresh-gaps.ts';
import { takeEntry } from './take-entry.ts';
import { auditedEvidence, takeEvidence } from './take-evidence.ts';
import { watchEntry } from './watch-entry.ts';

interface Input {
	itemId: string;
	/** An element, or a requirement of the algorithm. */
	requirement: string;
}

/** Shows evidence: files and an address that come into being with it, or what the project has already. */
export function linkProof(
	db: Db,
	actor: Actor,
	{ itemId, requirement }: Input,
	evidenceOf: EvidenceOf,
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeEntry(db, actor, itemId, now);
		const { item, subject, entry, algorithm, proofs } = found;
		assertCan(actor, 'entry:edit', subject);
		if (!isAsked(algorithm, requirement)) throw new NotFound();
		assertNone(editBlocks(item.state, entry));

		const linked = new Set(
			proofs.filter((one) => one.requirement === requirement).map((one) => one.evidenceId)
		);
		const ids = await evidenceOf(db);
		const evidence = await takeEvidence(db, actor.projectId, ids, (id) => linked.has(id));

		const tell = await watchEntry(db, actor, item, now);
		const uses = evidence.map(({ id }) => ({
			id: newId(),
			projectId: actor.projectId,
			evidenceId: id,
			itemId: item.id,
			purpose: 'support' as const,
			versionId: null,
			meansId: null,
			requirement,
			usedBy: actor.personId,
			organisationId: actor.organisationId,
			usedAt: now.toISOString(),
			removedAt: null
		}));
		await db.insertInto('evidenceUse').values(uses).execute();
		// Whose evidence it is, and who linked it, are no longer independent of the entry.
		const sharers = new Set([...evidence.map((one) => one.organisationId), actor.organisationId]);
		for (const organisationId of sharers)
			await insertContribution(
				db,
				actor,
				{ itemId: item.id, organisationId, personId: null, kind: 'evidence', note: requirement },
				now
			);
		await changed(db, actor, found, { requirement, linked: auditedEvidence(evidence) }, now);
		await tell();
	});
}

/** Takes evidence away again; it stays evidence of the project, and the step it once opened stays taken. */
export function unlinkProof(
	db: Db,
	actor: Actor,
	input: { itemId: string; useId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeEntry(db, actor, input.itemId, now);
		assertCan(actor, 'entry:edit', found.subject);
		const proof = found.proofs.find((one) => one.useId === input.useId);
		if (!proof) return assertWasLinked(db, input);
		// What an officer signed with stays, whatever else is asked.
		if (!isAsked(found.algorithm, proof.requirement ?? '')) throw new NotFound();
		assertNone(editBlocks(found.item.state, found.entry));

		const tell = await watchEntry(db, actor, found.item, now);
		await db
			.updateTable('evidenceUse')
			.set({ removedAt: now.toISOString() })
			.where('id', '=', input.useId)
			.execute();
		await changed(db, actor, found, { requirement: proof.requirement, unlinked: proof.name }, now);
		await tell();
	});
}

/** Taken away already, by somebody else at the same moment: that is what was wanted. */
async function assertWasLinked(db: Db, { itemId, useId }: { itemId: string; useId: string }): Promise<void> {
	const use = await db
		.selectFrom('evidenceUse')
		.select('id')
		.where('id', '=', useId)
		.where('itemId', '=', itemId)
		.where('purpose', '=', 'support')
		.executeTakeFirst();
	if (!use) throw new NotFound();
}

async function changed(
	db: Db,
	actor: Actor,
	{ item }: FoundEntrySteps,
	details: Readonly<Record<string, unknown>>,
	now: Date
): Promise<void> {
	await moveItem(db, item, item.state, now);
	await recordAudit(db, actor, 'entry:evidence', auditedItem(item), now, details);
	await refreshGaps(db, actor.projectId, [item.id], now);
	await settleEntry(db, actor, item.id, now);
}

function isAsked({ steps }: Algorithm, requirement: string): boolean {
	return (
		isElement(requirement) ||
		steps.some(({ requires }) =>
			requires.some((one) => one.kind === 'evidence' && one.requirement === requirement)
		)
	);
}
