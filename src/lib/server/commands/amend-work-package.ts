import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedWorkPackage } from '#lib/server/queries/find-work-package-facts.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import type { PackageChange } from './amendment-changes.ts';

/** Applies an amendment to title, lead and months of a work package, inside its transaction. */
export async function amendWorkPackage(
	db: Db,
	actor: Actor,
	{ code, workPackage, title, leadOrganisationId, startMonth, endMonth }: PackageChange,
	reference: string,
	now: Date
): Promise<void> {
	const isGiven = leadOrganisationId !== workPackage.leadOrganisationId;
	const milestones = isGiven ? await listMilestones(db, workPackage.id) : [];
	const tells = [];
	for (const milestone of milestones) tells.push(await watchHolder(db, actor, milestone, now));
	const to = { title, leadOrganisationId, startMonth, endMonth };
	const { numUpdatedRows } = await db
		.updateTable('workPackage')
		.set({ ...to, search: searchText(code, title, workPackage.objectives), version: workPackage.version + 1 })
		.where('id', '=', workPackage.id)
		.where('version', '=', workPackage.version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict({ records: code });
	const from = {
		title: workPackage.title,
		leadOrganisationId: workPackage.leadOrganisationId,
		startMonth: workPackage.startMonth,
		endMonth: workPackage.endMonth
	};
	const record = auditedWorkPackage(workPackage);
	await recordAudit(db, actor, 'baseline:sign', record, now, { reference, from, to });
	for (const tell of tells) await tell(reference);
}

/** Whoever leads the work package is to claim its milestones. */
function listMilestones(db: Db, workPackageId: string) {
	return db
		.selectFrom('item')
		.select(['id', 'kind', 'code', 'title'])
		.where('workPackageId', '=', workPackageId)
		.where('kind', '=', 'milestone')
		.orderBy('position')
		.execute();
}
