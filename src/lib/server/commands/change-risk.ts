import type { Updateable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Risk } from '#db/schema/risks.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import { riskCode } from '#lib/domain/risks/facts.ts';
import type { FoundRisk } from '#lib/server/queries/find-risk-facts.ts';

type Change = Pick<
	Updateable<Risk>,
	'state' | 'likelihood' | 'severity' | 'description' | 'mitigation' | 'ownerId' | 'ownerOrganisationId'
>;

/** Writes a change of a risk unless somebody else changed it since the page showed it. */
export async function changeRisk(
	db: Db,
	risk: FoundRisk,
	seenVersion: number,
	change: Change
): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('risk')
		.set({ ...change, version: seenVersion + 1 })
		.where('id', '=', risk.id)
		.where('version', '=', seenVersion)
		.executeTakeFirst();
	if (numUpdatedRows > 0n) return;
	const { state, likelihood, severity, description, mitigation } = risk;
	throw new Conflict({
		state,
		likelihood: String(likelihood ?? ''),
		severity: String(severity ?? ''),
		description,
		mitigation
	});
}

export function auditedRisk(risk: { id: string; number: number }) {
	return { type: 'risk', id: risk.id, label: riskCode(risk) };
}
