import type { Db } from '#db/schema.ts';
import { deleteSampleCriteria } from './delete-sample-criteria.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

const PLAN_TABLES = ['task', 'reportingPeriod', 'risk', 'fact', 'theme'] as const;

/** Invented tasks, periods, risks, rules and baselines, and invented values within real records. */
export async function deleteSamplePlan(db: Db, { projectId, people }: SampleScope): Promise<void> {
	const theirs = ['', ...people];
	for (const table of PLAN_TABLES)
		await db.deleteFrom(table).where('projectId', '=', projectId).where('origin', '=', 'sample').execute();

	await deleteOpenedRisks(db, projectId, theirs);
	await db
		.deleteFrom('baseline')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('createdBy', 'in', theirs)]))
		.execute();
	await db
		.deleteFrom('qualityPlanVersion')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('publishedBy', 'in', theirs)]))
		.execute();
	await deleteChecklists(db, projectId, theirs);
	await deleteSampleCriteria(db, projectId, people);
	await blankSampleFields(db, projectId);
	await db.deleteFrom('citation').where('projectId', '=', projectId).where('origin', '=', 'sample').execute();
}

/** A risk says not who opened it; the audit trail does. */
async function deleteOpenedRisks(db: Db, projectId: string, people: readonly string[]): Promise<void> {
	const opened = db
		.selectFrom('auditEvent')
		.select('recordId')
		.where('chain', '=', projectId)
		.where('act', '=', 'risk:open')
		.where('actorId', 'in', people);
	await db.deleteFrom('risk').where('projectId', '=', projectId).where('id', 'in', opened).execute();
}

/** A checklist that a remaining review was signed against has become the consortium's own. */
async function deleteChecklists(db: Db, projectId: string, people: readonly string[]): Promise<void> {
	const used = db
		.selectFrom('reviewRound')
		.select('checklistVersionId')
		.where('projectId', '=', projectId)
		.where('checklistVersionId', 'is not', null);
	await db
		.deleteFrom('checklistVersion')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('publishedBy', 'in', people)]))
		.where('id', 'not in', used.$narrowType<{ checklistVersionId: string }>())
		.execute();
	await db
		.updateTable('checklistVersion')
		.set({ origin: 'entered' })
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample')
		.execute();
	await db
		.updateTable('checklistVersion')
		.set({ publishedBy: null })
		.where('projectId', '=', projectId)
		.where('publishedBy', 'in', people)
		.execute();
	await db
		.deleteFrom('checklist')
		.where('projectId', '=', projectId)
		.where(
			'id',
			'not in',
			db.selectFrom('checklistVersion').select('checklistId').where('projectId', '=', projectId)
		)
		.execute();
}

const COLUMNS = {
	lead: { leadOrganisationId: null },
	co_lead: { coLeadOrganisationId: null },
	start_month: { startMonth: null },
	end_month: { endMonth: null }
} as const;

/** What sample data filled in of real work packages is blank again. */
async function blankSampleFields(db: Db, projectId: string): Promise<void> {
	const filled = (field: string) =>
		db
			.selectFrom('citation')
			.select('recordId')
			.where('projectId', '=', projectId)
			.where('recordType', '=', 'work-package')
			.where('field', '=', field)
			.where('origin', '=', 'sample');
	for (const [field, blank] of Object.entries(COLUMNS))
		await db.updateTable('workPackage').set(blank).where('id', 'in', filled(field)).execute();
	await db
		.deleteFrom('workPackageOrganisation')
		.where('workPackageId', 'in', filled('participants'))
		.execute();
	await db
		.updateTable('workPackage')
		.set({ origin: 'entered' })
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample')
		.execute();
}
