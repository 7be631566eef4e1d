import { connect } from '#db/connect.server.ts';
import type { Role, ScopeType } from '#lib/domain/roles.ts';
import { aDeliverable } from './builders/a-deliverable.ts';
import { aMilestone } from './builders/a-milestone.ts';
import { aProject } from './builders/a-project.ts';
import { aWorkPackage } from './builders/a-work-package.ts';
import { anActor } from './builders/an-actor.ts';
import { anOrganisation } from './builders/an-organisation.ts';
import { emailOf, type Account } from './accounts.ts';

export async function standIn(dataDir: string, databaseUrl: string) {
	const { db, close } = await connect({ dataDir, databaseUrl });
	const project = await aProject(db, { slug: 'leslie' });
	const projectId = project.id;
	const org = async (acronym: string, country: string) =>
		(await anOrganisation(db, { projectId, acronym, country, code: acronym.toLowerCase() })).id;
	const o = {
		uned: await org('UNED', 'ES'),
		kaznu: await org('KazNU', 'KZ'),
		fpi: await org('FPI', 'UZ'),
		koksu: await org('KOKSU', 'KZ'),
		bsu: await org('BSU', 'UZ'),
		ucy: await org('UCY', 'CY'),
		up: await org('UP', 'PT'),
		min: await org('MIN', 'KZ')
	};
	const wp4 = await aWorkPackage(db, { projectId, number: 4, leadOrganisationId: o.koksu });
	const wp1 = await aWorkPackage(db, { projectId, number: 1, leadOrganisationId: o.uned });
	const who = async (
		account: Account,
		organisationId: string,
		role: Role,
		scope?: { type: ScopeType; id: string }
	) => {
		const actor = await anActor(db, {
			projectId,
			organisationId,
			role,
			name: `Person ${account}`,
			...(scope ? { scope } : {})
		});
		await db
			.updateTable('person')
			.set({ email: emailOf(account) })
			.where('id', '=', actor.personId)
			.execute();
	};
	await who('coordinator', o.uned, 'coordinator');
	await who('kz', o.kaznu, 'national-coordinator', { type: 'country', id: 'KZ' });
	await who('uz', o.fpi, 'national-coordinator', { type: 'country', id: 'UZ' });
	await who('wp4', o.koksu, 'wp-leader', { type: 'work-package', id: wp4.id });
	await who('partner.koksu', o.koksu, 'partner', { type: 'organisation', id: o.koksu });
	await who('partner.bsu', o.bsu, 'partner', { type: 'organisation', id: o.bsu });
	await who('partner.ucy', o.ucy, 'partner', { type: 'organisation', id: o.ucy });
	await who('qa.lead', o.up, 'qa-lead');
	await who('qa1', o.ucy, 'qa-reviewer');
	await who('qa2', o.bsu, 'qa-reviewer');
	await who('evaluator', o.min, 'external-evaluator');
	await who('observer', o.min, 'observer');
	await who('admin', o.uned, 'admin');
	await aDeliverable(db, { projectId, code: 'D4.2', workPackageId: wp4.id, leadOrganisationId: o.koksu });
	await aDeliverable(db, { projectId, code: 'D4.1', workPackageId: wp4.id, leadOrganisationId: o.bsu });
	await aDeliverable(db, { projectId, code: 'D1.1', workPackageId: wp1.id, leadOrganisationId: o.uned });
	await aMilestone(db, { projectId, code: 'MS3', workPackageId: wp4.id, leadOrganisationId: o.koksu });
	await aMilestone(db, { projectId, code: 'MS1', workPackageId: wp1.id, leadOrganisationId: o.uned });
	await close();
}
