import type { Db } from '#db/schema.ts';
import { PLAN_KINDS } from '#lib/domain/items.ts';
import { deleteCatalogueWork } from './delete-catalogue-work.ts';
import { deleteMeetingWork } from './delete-meeting-work.ts';
import { deleteOutreachWork, deleteReportWork } from './delete-outreach-work.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** Everything that happened to the cleared items; what was invented about the plan itself goes afterwards. */
export async function deleteItemHistory(db: Db, scope: SampleScope): Promise<void> {
	await deleteWhatPeopleSaid(db, scope.projectId, scope.people);
	const { cleared, items } = scope;
	await deleteCatalogueWork(db, scope);
	await deleteMeetingWork(db, scope);
	await deleteOutreachWork(db, scope);
	await deleteReportWork(db, scope);
	if (cleared.length === 0) return;
	const rounds = db.selectFrom('reviewRound').select('id').where('itemId', 'in', cleared);

	await db.deleteFrom('signature').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('judgement').where('roundId', 'in', rounds).execute();
	await db.deleteFrom('checklistAnswer').where('roundId', 'in', rounds).execute();
	await db.deleteFrom('reviewComment').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('reviewRound').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('reviewAssignment').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('evidenceUse').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('itemVersion').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('portalEvent').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('itemAccess').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('declaredConflict').where('itemId', 'in', cleared).execute();
	await db.deleteFrom('brokenGlass').where('itemId', 'in', cleared).execute();
	// The plan's own contributors of an entered item stay: nobody of the demo recorded them.
	await db
		.deleteFrom('contribution')
		.where('itemId', 'in', cleared)
		.where((eb) =>
			eb.or([
				eb('personId', 'is not', null),
				eb('recordedBy', 'is not', null),
				...(items.length > 0 ? [eb('itemId', 'in', items)] : [])
			])
		)
		.execute();
	await startAgain(db, cleared);
	if (items.length > 0) await deleteItems(db, items);
}

async function deleteWhatPeopleSaid(db: Db, projectId: string, people: readonly string[]): Promise<void> {
	if (people.length === 0) return;
	await db
		.deleteFrom('declaredConflict')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('personId', 'in', people), eb('declaredBy', 'in', people)]))
		.execute();
	await db.deleteFrom('dateMove').where('projectId', '=', projectId).where('movedBy', 'in', people).execute();
	await db.deleteFrom('itemAccess').where('grantedBy', 'in', people).execute();
	await db
		.deleteFrom('contribution')
		.where('projectId', '=', projectId)
		.where('recordedBy', 'in', people)
		.execute();
	await db
		.deleteFrom('contribution')
		.where('projectId', '=', projectId)
		.where('personId', 'in', people)
		.execute();
	await db
		.deleteFrom('healthOverride')
		.where('projectId', '=', projectId)
		.where('setBy', 'in', people)
		.execute();
}

/** A state without its history would be a claim nobody made. */
async function startAgain(db: Db, cleared: readonly string[]): Promise<void> {
	await db
		.updateTable('item')
		.set((eb) => ({
			state: 'planned',
			agreedOn: eb.ref('contractualOn'),
			forecastOn: null,
			contributorsConfirmedAt: null,
			version: eb('version', '+', 1)
		}))
		.where('id', 'in', cleared)
		.where('kind', 'in', PLAN_KINDS)
		.execute();
	await startWithFirstStep(db, 'entry', cleared);
	await startWithFirstStep(db, 'action', cleared);
	await db
		.updateTable('deliverable')
		.set({
			submittedOn: null,
			acceptedOn: null,
			lateJustification: null,
			lateJustifiedBy: null,
			lateJustifiedAt: null,
			publicCheckedAt: null,
			publicCheckedBy: null,
			brokeGlassAt: null,
			brokeGlassReason: null,
			brokeGlassReference: null,
			endedReference: null,
			mergedIntoItemId: null,
			line: 1,
			editorialOnly: 0
		})
		.where('itemId', 'in', cleared)
		.execute();
	await db
		.updateTable('milestone')
		.set({
			achievedOn: null,
			verifiedOn: null,
			declaredOn: null,
			notAchievedReason: null,
			notAchievedConsequence: null,
			endedReference: null,
			deferredToOn: null,
			replacedByItemId: null
		})
		.where('itemId', 'in', cleared)
		.execute();
}

/** Entries and actions keep how they came into being, and nothing after it. */
async function startWithFirstStep(
	db: Db,
	kind: 'entry' | 'action',
	cleared: readonly string[]
): Promise<void> {
	const table = kind === 'entry' ? 'entryStep' : 'actionStep';
	await db.deleteFrom(table).where('itemId', 'in', cleared).where('number', '>', 1).execute();
	await db
		.updateTable('item')
		.set((eb) => ({
			state: eb
				.selectFrom(table)
				.select('state')
				.whereRef('itemId', '=', 'item.id')
				.where('number', '=', 1)
				.$asScalar()
				.$notNull(),
			version: eb('version', '+', 1)
		}))
		.where('id', 'in', cleared)
		.where('kind', '=', kind)
		.where((eb) => eb.exists(eb.selectFrom(table).select('itemId').whereRef('itemId', '=', 'item.id')))
		.execute();
	if (kind === 'action') return;
	await db.updateTable('entryStep').set({ leftAt: null }).where('itemId', 'in', cleared).execute();
	await db
		.updateTable('entry')
		.set({ publicSince: null, heldFrom: null, heldUntilOn: null, heldReason: null, endedReason: null })
		.where('itemId', 'in', cleared)
		.execute();
}

async function deleteItems(db: Db, items: readonly string[]): Promise<void> {
	await db
		.updateTable('deliverable')
		.set({ mergedIntoItemId: null })
		.where('mergedIntoItemId', 'in', items)
		.execute();
	await db
		.updateTable('milestone')
		.set({ replacedByItemId: null })
		.where('replacedByItemId', 'in', items)
		.execute();
	await db.deleteFrom('dateMove').where('itemId', 'in', items).execute();
	await db.deleteFrom('itemDependency').where('itemId', 'in', items).execute();
	await db.deleteFrom('itemDependency').where('dependsOnItemId', 'in', items).execute();
	await db.deleteFrom('itemWorkPackage').where('itemId', 'in', items).execute();
	await db.deleteFrom('meansOfVerification').where('itemId', 'in', items).execute();
	await db.deleteFrom('contribution').where('itemId', 'in', items).execute();
	await db.deleteFrom('citation').where('recordId', 'in', items).execute();
	await db.deleteFrom('deliverable').where('itemId', 'in', items).execute();
	await db.deleteFrom('milestone').where('itemId', 'in', items).execute();
	await db.deleteFrom('item').where('id', 'in', items).execute();
}
