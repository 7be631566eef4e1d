import type { Db } from '#db/schema.ts';
import type { ActualFacts } from '#lib/domain/indicators/guards.ts';
import { loggedFor } from '#lib/domain/outreach/measures.ts';
import { listContributions } from './list-contributions.ts';

/** A reported number that stands, with what rules and rights ask of it. */
export async function findActualFacts(db: Db, projectId: string, id: string) {
	const row = await db
		.selectFrom('indicatorActual as actual')
		.innerJoin('indicator', 'indicator.id', 'actual.indicatorId')
		.innerJoin('organisation', 'organisation.id', 'actual.organisationId')
		.select(['actual.id', 'actual.state', 'actual.standing', 'actual.source', 'actual.organisationId'])
		.select(['actual.reportedBy', 'actual.acceptedBy', 'actual.version', 'actual.asOfOn', 'actual.value'])
		.select(['actual.indicatorId', 'indicator.code', 'organisation.acronym as organisation'])
		.select(['organisation.country', 'actual.measure'])
		.where('actual.id', '=', id)
		.where('actual.projectId', '=', projectId)
		.where('actual.replacedAt', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	const { measure, organisationId, asOfOn } = row;
	const logged =
		measure && loggedFor(await listContributions(db, projectId, measure), organisationId, asOfOn);
	const evidence = await listProofHolders(db, id);
	const facts: ActualFacts = { ...row, evidenceOrganisationIds: [...evidence, ...(logged?.ownerIds ?? [])] };
	return { ...row, facts, subject: { organisationIds: [row.organisationId], countries: [row.country] } };
}

/** Organisations that hold, or linked, the evidence behind a reported number. */
async function listProofHolders(db: Db, actualId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('recordEvidence as use')
		.innerJoin('evidence', 'evidence.id', 'use.evidenceId')
		.select(['use.organisationId as linker', 'evidence.organisationId as holder'])
		.where('use.recordType', '=', 'actual')
		.where('use.recordId', '=', actualId)
		.where('use.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.orderBy('use.id')
		.execute();
	return rows.flatMap(({ linker, holder }) => [linker, holder]).filter((id) => id !== null);
}
