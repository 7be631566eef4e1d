import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { WriteCheckIn, WrittenLine } from '#lib/schemas/check-ins.ts';
import { newId } from '#lib/server/ids.ts';
import { aDeliverable } from './a-deliverable.ts';
import { anActor } from './an-actor.ts';
import { anOrganisation } from './an-organisation.ts';
import { aProject } from './a-project.ts';
import { aWorkPackage } from './a-work-package.ts';

/** The period that these projects report on, which began and opened in the month they were set up. */
export const PERIOD = '2026-05-01';
export const IN_TIME = new Date('2026-06-03T09:00:00.000Z');

/** UPV coordinates from Spain; in Uzbekistan FPI steers BSU, which leads D4.1 and D4.2. */
export async function aCheckInProject(db: Db) {
	const project = await aProject(db, { createdAt: '2026-05-04T09:00:00.000Z' });
	const { id: projectId } = project;
	const upv = await anOrganisation(db, { projectId, acronym: 'UPV', country: 'ES', role: 'coordinator' });
	const fpi = await anOrganisation(db, {
		projectId,
		acronym: 'FPI',
		country: 'UZ',
		role: 'national-coordinator'
	});
	const bsu = await anOrganisation(db, { projectId, acronym: 'BSU', country: 'UZ' });
	const coordinator = await anActor(db, {
		projectId,
		role: 'coordinator',
		organisationId: upv.id,
		name: 'Carmen'
	});
	const national = await anActor(db, {
		projectId,
		role: 'national-coordinator',
		scope: { type: 'country', id: 'UZ' },
		organisationId: fpi.id,
		name: 'Nodira'
	});
	const partner = await anActor(db, { projectId, organisationId: bsu.id, name: 'Bahrom' });
	const workPackage = await aWorkPackage(db, { projectId });
	const lead = { projectId, leadOrganisationId: bsu.id, workPackageId: workPackage.id };
	const first = await aDeliverable(db, { ...lead, code: 'D4.1', agreedOn: '2026-07-31' });
	const second = await aDeliverable(db, { ...lead, code: 'D4.2', agreedOn: '2026-08-31' });
	return { project, projectId, upv, fpi, bsu, coordinator, national, partner, workPackage, first, second };
}

/** What the form of a check-in sends; fields that are left out are empty. */
export function aWrittenCheckIn(
	lines: readonly (Partial<WrittenLine> & { recordId: string })[] = [],
	given: Partial<WriteCheckIn> = {}
): WriteCheckIn {
	return {
		key: newId(),
		lines: lines.map((line) => ({
			version: 0,
			answer: null,
			note: '',
			forecastOn: null,
			reasonCode: null,
			blockedById: null,
			blockedByName: '',
			measures: null,
			link: '',
			...line
		})),
		texts: [],
		seenVersion: 0,
		remove: null,
		isNoChange: false,
		isConfirmed: false,
		isQuiet: false,
		...given
	};
}

/** The check-in of an actor's organisation as it is stored. */
export function storedCheckIn(db: Db, actor: Pick<Actor, 'organisationId'>) {
	return db
		.selectFrom('checkIn')
		.selectAll()
		.where('organisationId', '=', actor.organisationId)
		.executeTakeFirstOrThrow();
}

/** The same form from a page that was opened just now. */
export async function freshly<Form extends { seenVersion: number }>(
	db: Db,
	actor: Pick<Actor, 'organisationId'>,
	form: Form
): Promise<Form> {
	const stored = await db
		.selectFrom('checkIn')
		.select('version')
		.where('organisationId', '=', actor.organisationId)
		.executeTakeFirst();
	return { ...form, seenVersion: stored?.version ?? 0 };
}
