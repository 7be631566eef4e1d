import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { findRiskFacts, type FoundRisk } from '#lib/server/queries/find-risk-facts.ts';

/** Holds a risk until the transaction ends, and reads it: what the rules see stays true. */
export async function lockRisk(db: Db, projectId: string, riskId: string): Promise<FoundRisk> {
	await db
		.updateTable('risk')
		.set((eb) => ({ version: eb.ref('version') }))
		.where('id', '=', riskId)
		.where('projectId', '=', projectId)
		.execute();
	const risk = await findRiskFacts(db, projectId, { id: riskId });
	if (!risk) throw new NotFound();
	return risk;
}
