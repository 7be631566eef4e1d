import { can } from '#lib/domain/can.ts';
import { EndOffice, NameOfficer } from '#lib/schemas/catalogue/signing.ts';
import { endOffice, nameOfficer } from '#lib/server/commands/name-officer.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listAwardingOrganisations } from '#lib/server/queries/list-awarding-organisations.ts';
import { listOfficers } from '#lib/server/queries/list-officers.ts';

export const load = page('catalogue:read', async ({ db, actor, project, today }) => {
	const officers = await listOfficers(db, project.id);
	const organisations = await listAwardingOrganisations(db, project.id);
	const shown = organisations
		.map(({ members, ...one }) => {
			const subject = {
				leadOrganisationId: one.id,
				organisationIds: [one.id],
				countries: [one.country]
			};
			const mayName = can(actor, 'officer:name', subject).ok;
			return {
				...one,
				mayName,
				members: mayName ? members : [],
				officers: officers
					.filter((officer) => officer.organisationId === one.id)
					.map((officer) => ({
						...officer,
						isNow: officer.fromOn <= today && (officer.toOn === null || officer.toOn >= today),
						isOver: officer.toOn !== null && officer.toOn < today
					}))
			};
		})
		.filter((one) => one.entries > 0 || one.officers.length > 0 || one.mayName);
	return { organisations: shown, today };
});

export const actions = {
	name: action('officer:name', NameOfficer, async ({ db, actor, now }, input) => {
		const { name } = await nameOfficer(db, actor, input, now);
		return { flash: 'officer-named', label: name };
	}),
	end: action('officer:name', EndOffice, async ({ db, actor, now }, input) => {
		const { name } = await endOffice(db, actor, input, now);
		return { flash: 'office-ended', label: name };
	})
};
