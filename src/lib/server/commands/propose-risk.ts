import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ProposeRisk } from '#lib/schemas/risks.ts';
import { lockProject } from './lock-project.ts';
import { openRisk } from './open-risk.ts';

/** Anybody in the consortium may say what could go wrong; whether it counts is for those who assess it. */
export async function proposeRisk(
	db: Db,
	actor: Actor,
	input: ProposeRisk,
	now: Date
): Promise<{ number: number }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		assertCan(actor, 'risk:propose', { workPackageIds: input.workPackageIds });
		await assertOwn(db, actor.projectId, input.workPackageIds);
		const { description, mitigation, workPackageIds } = input;
		const owner = { ownerOrganisationId: actor.organisationId, ownerId: null };
		const number = await openRisk(db, actor, { description, mitigation, workPackageIds, ...owner }, now);
		return { number };
	});
}

/** Work packages that a form names belong to this project. */
export async function assertOwn(db: Db, projectId: string, workPackageIds: readonly string[]): Promise<void> {
	const known = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.where('id', 'in', ['', ...workPackageIds])
		.execute();
	if (known.length !== new Set(workPackageIds).size) throw new NotFound();
}
