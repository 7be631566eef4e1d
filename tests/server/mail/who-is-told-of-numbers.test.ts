import type { Db } from '#db/schema.ts';
import { decideTarget } from '#lib/server/commands/decide-target.ts';
import { acceptActual, returnActual } from '#lib/server/commands/judge-actual.ts';
import { proposeTarget } from '#lib/server/commands/propose-target.ts';
import { reportActual } from '#lib/server/commands/report-actual.ts';
import { createIndicator } from '#lib/server/commands/save-indicator.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { AN_INDICATOR } from '#tests/support/builders/an-indicator.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { testWhoIsTold, type HandingOver } from '#tests/support/told-of-acts.ts';

const LATER = new Date(NOW.getTime() + 60_000);

/** BSU of Uzbekistan is asked for a number, FPI steers the country. */
async function indicator(db: Db) {
	const { id: projectId } = await aProject(db);
	const bsu = await anOrganisation(db, { projectId, country: 'UZ' });
	const workPackage = await aWorkPackage(db, { projectId, number: 4 });
	const coordinator = await anActor(db, { projectId, role: 'coordinator', name: 'Carmen' });
	const country = { type: 'country', id: 'UZ' } as const;
	const national = await anActor(db, {
		projectId,
		role: 'national-coordinator',
		scope: country,
		name: 'Nodira'
	});
	const partner = await anActor(db, { projectId, organisationId: bsu.id, name: 'Bahrom' });
	await anActor(db, { projectId, organisationId: bsu.id, name: 'Barno' });
	await anActor(db, { projectId, role: 'qa-lead', name: 'Quinn' });
	const scope = { type: 'work-package', id: workPackage.id } as const;
	const leader = await anActor(db, { projectId, role: 'wp-leader', scope, name: 'Wanda' });
	const asked = { reporterIds: [bsu.id], workPackageIds: [workPackage.id], dimensions: [] };
	await createIndicator(db, coordinator, { ...AN_INDICATOR, ...asked }, NOW);
	const { id: indicatorId } = await db.selectFrom('indicator').select('id').executeTakeFirstOrThrow();
	const report = () => {
		const given = { standing: 'value', value: 12, reason: '', source: 'list' } as const;
		const input = { indicatorId, organisationId: bsu.id, asOfOn: '2026-05-31', parts: [], ...given };
		return reportActual(db, partner, input, NOW);
	};
	const propose = async () => {
		const target = { indicatorId, dueOn: '2026-12-31', value: 90, reason: 'One training falls away' };
		await proposeTarget(db, leader, target, NOW);
		return db.selectFrom('indicatorTargetProposal').select('id').executeTakeFirstOrThrow();
	};
	return { projectId, bsu, coordinator, national, partner, leader, report, propose };
}

const INDICATORS: HandingOver[] = [
	[
		'a number that is reported',
		async (db) => {
			const { report } = await indicator(db);
			return report;
		},
		['Nodira']
	],
	[
		'a number where no country stands between',
		async (db) => {
			const { national, report } = await indicator(db);
			await db.deleteFrom('roleGrant').where('personId', '=', national.personId).execute();
			return report;
		},
		['Carmen']
	],
	[
		'a number that is accepted, by the QA lead who is independent',
		async (db) => {
			const { projectId, bsu, national, report } = await indicator(db);
			await anActor(db, { projectId, organisationId: bsu.id, role: 'qa-lead', name: 'Qodir' });
			const { id: actualId } = await report();
			return () => acceptActual(db, national, { actualId, version: 1, note: '' }, LATER);
		},
		['Quinn']
	],
	[
		'a number that is returned',
		async (db) => {
			const { national, report } = await indicator(db);
			const { id: actualId } = await report();
			return () => returnActual(db, national, { actualId, version: 1, note: 'Whose list?' }, LATER);
		},
		['Bahrom', 'Barno']
	],
	[
		'a target that is proposed',
		async (db) => {
			const { propose } = await indicator(db);
			return propose;
		},
		['Carmen']
	],
	[
		'a target that is decided',
		async (db) => {
			const { coordinator, propose } = await indicator(db);
			const { id: proposalId } = await propose();
			const decided = { proposalId, verdict: 'declined', note: 'Too few' } as const;
			return () => decideTarget(db, coordinator, decided, LATER);
		},
		['Wanda']
	]
];

testWhoIsTold(INDICATORS);
