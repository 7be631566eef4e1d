import type { Db } from '#db/schema.ts';
import { aChecklist } from './a-checklist.ts';
import { aDeliverable } from './a-deliverable.ts';
import { aProject } from './a-project.ts';
import { aWorkPackage } from './a-work-package.ts';
import { anActor } from './an-actor.ts';
import { anOrganisation } from './an-organisation.ts';

/** A planned deliverable led from Kazakhstan, a checklist, and one person for every part in its life. */
export async function aReviewableDeliverable(db: Db, level = 'PU') {
	const project = await aProject(db);
	const projectId = project.id;
	const organisation = (acronym: string, country: string) =>
		anOrganisation(db, { projectId, acronym, country });
	const koksu = await organisation('KOKSU', 'KZ');
	const kaznu = await organisation('KAZNU', 'KZ');
	const ucy = await organisation('UCY', 'CY');
	const unige = await organisation('UNIGE', 'IT');
	const uah = await organisation('UAH', 'ES');
	const wp = await aWorkPackage(db, { projectId, number: 4, leadOrganisationId: koksu.id });
	const person = (name: string, organisationId: string, role: Parameters<typeof anActor>[1]['role']) =>
		anActor(db, { projectId, organisationId, name, ...(role && { role }) });
	const made = {
		project,
		koksu,
		kaznu,
		ucy,
		unige,
		uah,
		author: await person('Aigerim', koksu.id, 'partner'),
		contributor: await person('Bolat', kaznu.id, 'partner'),
		coordinator: await person('Carmen', uah.id, 'coordinator'),
		qaLead: await person('Dimitra', ucy.id, 'qa-lead'),
		first: await person('Elena', ucy.id, 'qa-reviewer'),
		second: await person('Fabio', unige.id, 'qa-reviewer'),
		local: await person('Gulnara', kaznu.id, 'qa-reviewer'),
		evaluator: await person('Henk', (await organisation('EVAL', 'NL')).id, 'external-evaluator'),
		leader: await anActor(db, {
			projectId,
			organisationId: koksu.id,
			name: 'Wanda',
			role: 'wp-leader',
			scope: { type: 'work-package', id: wp.id }
		}),
		checklist: await aChecklist(db, { projectId })
	};
	const item = await aDeliverable(db, {
		projectId,
		workPackageId: wp.id,
		code: 'D4.2',
		leadOrganisationId: koksu.id,
		agreedOn: '2026-06-30',
		contractualOn: '2026-05-31',
		deliverable: { disseminationLevel: level }
	});
	return { ...made, item };
}

export type Made = Awaited<ReturnType<typeof aReviewableDeliverable>>;
