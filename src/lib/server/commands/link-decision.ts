import type { Db } from '#db/schema.ts';
import type { EffectKind } from '#lib/domain/meetings/decisions.ts';
import { namedDecision } from '#lib/domain/meetings/decisions.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import { findDecisionFacts } from '#lib/server/queries/find-decision-facts.ts';

export interface Effect {
	kind: EffectKind;
	/** The row that the decision brought about. */
	recordId: string;
	itemId: string | null;
	/** What a person would call it. */
	label: string;
}

/**
 * Where a reference names a decision of the register, the decision says from now on what it changed. A reference that
 * looks like one and is none is a mistake; any other reference is a text. Part of the caller's transaction.
 */
export async function linkDecision(
	db: Db,
	actor: Actor,
	reference: string | null,
	effect: Effect,
	now: Date
): Promise<void> {
	const code = namedDecision(reference);
	if (code === null) return;
	const decision = await findDecisionFacts(db, actor.projectId, { code });
	if (!decision) throw new Refusal([{ code: 'decision-unknown', decision: code }]);
	await db
		.insertInto('decisionEffect')
		.values({
			id: newId(),
			projectId: actor.projectId,
			decisionId: decision.id,
			...effect,
			label: effect.label.slice(0, 300),
			recordedBy: actor.personId,
			recordedAt: now.toISOString()
		})
		.onConflict((conflict) => conflict.columns(['decisionId', 'kind', 'recordId']).doNothing())
		.execute();
}
