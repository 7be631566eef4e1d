import type { Db } from '#db/schema.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { COMPLETE } from '#tests/support/catalogue-content.ts';
import { aProject } from './a-project.ts';
import { aWorkPackage } from './a-work-package.ts';
import { anActor } from './an-actor.ts';
import { anEntry } from './an-entry.ts';
import { anOrganisation } from './an-organisation.ts';

/** Everything that the shipped algorithm asks of the content up to the end of the way. */
export const WHOLE: EntryContent = {
	...COMPLETE,
	'target-group': { standing: 'value', value: { en: 'Water engineers' } },
	need: { standing: 'value', value: { en: 'Asked for by the water board' } },
	theme: { standing: 'value', value: 'water' },
	sdgs: { standing: 'value', value: [6] },
	skills: { standing: 'value', value: [{ label: 'Hydrology', uri: null }] },
	cohorts: {
		standing: 'value',
		value: [{ name: 'Pilot', startsOn: '2026-02-01', endsOn: '2026-04-01', enrolled: 12, completed: 0 }]
	}
};

/** An entry of a Kazakh university in the package that keeps the catalogue, and one person for every part. */
export async function aCatalogue(db: Db, given: { content?: EntryContent; state?: string } = {}) {
	const project = await aProject(db);
	const projectId = project.id;
	const organisation = (acronym: string, country: string) =>
		anOrganisation(db, { projectId, acronym, country });
	const kaznu = await organisation('KAZNU', 'KZ');
	const koksu = await organisation('KOKSU', 'KZ');
	const ucy = await organisation('UCY', 'CY');
	const uah = await organisation('UAH', 'ES');
	const ministry = await organisation('MSHE', 'KZ');
	const wp = await aWorkPackage(db, { projectId, number: 4, leadOrganisationId: koksu.id });
	const person = (name: string, organisationId: string, role: Parameters<typeof anActor>[1]['role']) =>
		anActor(db, { projectId, organisationId, name, ...(role && { role }) });
	const scoped = (name: string, organisationId: string, role: 'wp-leader' | 'observer', scope: Scope) =>
		anActor(db, { projectId, organisationId, name, role, scope });
	const entry = await anEntry(db, {
		projectId,
		workPackageId: wp.id,
		leadOrganisationId: kaznu.id,
		...(given.state === undefined ? {} : { state: given.state }),
		content: given.content ?? WHOLE
	});
	return {
		project,
		kaznu,
		koksu,
		ucy,
		uah,
		wp,
		entry,
		author: await person('Aigerim', kaznu.id, 'partner'),
		stranger: await person('Bolat', koksu.id, 'partner'),
		coordinator: await person('Carmen', uah.id, 'coordinator'),
		qaLead: await person('Dimitra', ucy.id, 'qa-lead'),
		reviewer: await person('Elena', ucy.id, 'qa-reviewer'),
		leader: await scoped('Wanda', koksu.id, 'wp-leader', { type: 'work-package', id: wp.id }),
		observer: await scoped('Marat', ministry.id, 'observer', { type: 'country', id: 'KZ' }),
		foreign: await scoped('Nodira', ministry.id, 'observer', { type: 'country', id: 'UZ' })
	};
}

interface Scope {
	type: 'work-package' | 'country';
	id: string;
}
