import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Item } from '#db/schema/plan.ts';
import { codePosition } from '#lib/domain/items.ts';
import { newId } from '#lib/server/ids.ts';
import { next, NOW } from './a-project.ts';
import { aWorkPackage } from './a-work-package.ts';

export type GivenItem = { projectId: string } & Partial<Omit<Insertable<Item>, 'kind'>>;

/** The row deliverables and milestones share; in WP1 unless a work package is given. */
export async function anItem(db: Db, kind: Item['kind'], given: GivenItem) {
	const code = given.code ?? (kind === 'deliverable' ? `D1.${next()}` : `MS${next()}`);
	const workPackageId = given.workPackageId ?? (await firstWorkPackage(db, given.projectId));
	const item = {
		id: newId(),
		kind,
		code,
		position: codePosition(code),
		title: `Item ${code}`,
		description: '',
		leadOrganisationId: null,
		state: 'planned',
		stateSinceAt: NOW.toISOString(),
		dueMonth: null,
		contractualOn: null,
		agreedOn: null,
		forecastOn: null,
		contributorsConfirmedAt: null,
		origin: 'entered' as const,
		search: `${code} item`.toLowerCase(),
		createdAt: NOW.toISOString(),
		version: 1,
		...given,
		workPackageId
	};
	await db.insertInto('item').values(item).execute();
	return item;
}

async function firstWorkPackage(db: Db, projectId: string): Promise<string> {
	const kept = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.orderBy('number')
		.executeTakeFirst();
	return kept?.id ?? (await aWorkPackage(db, { projectId })).id;
}
