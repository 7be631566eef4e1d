import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Project } from '#db/schema/plan.ts';
import { newId } from '#lib/server/ids.ts';

/** When builders write: noon of the demo's first day. */
export const NOW = new Date('2026-06-15T09:00:00.000Z');
export const TODAY = '2026-06-15';

let made = 0;

/** A number of its own for everything a test makes, so that codes never meet. */
export function next(): number {
	made += 1;
	return made;
}

/** 36 months from 1 December 2023, coordinated from Madrid. */
export async function aProject(db: Db, given: Partial<Insertable<Project>> = {}) {
	const project = {
		id: newId(),
		slug: `project-${next()}`,
		acronym: 'LESLIE',
		title: 'A project',
		grantNumber: null,
		callCode: null,
		programme: null,
		grantingAuthority: null,
		website: null,
		startOn: '2023-12-01',
		startOrigin: 'entered' as const,
		durationMonths: 36,
		timeZone: 'Europe/Madrid',
		createdAt: NOW.toISOString(),
		...given
	};
	await db.insertInto('project').values(project).execute();
	return project;
}
