import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Milestone } from '#db/schema/plan.ts';
import { linkMeansEvidence } from '#lib/server/commands/link-means-evidence.ts';
import { newId } from '#lib/server/ids.ts';
import { aMilestone } from './a-milestone.ts';
import { aProject, NOW } from './a-project.ts';
import { aWorkPackage } from './a-work-package.ts';
import { anActor } from './an-actor.ts';
import { anOrganisation } from './an-organisation.ts';
import { evidenceLink } from './evidence-link.ts';

export interface GivenMeans {
	text: string;
	evidence: boolean;
}

const TWO_MEANS: readonly GivenMeans[] = [
	{ text: 'Signed attendance list', evidence: true },
	{ text: 'Minutes of the meeting', evidence: true }
];

/** A project with MS1, which WP1 of one organisation leads; its means; and a person for every step. */
export async function aClaimableMilestone(
	db: Db,
	given: { milestone?: Partial<Insertable<Milestone>>; means?: readonly GivenMeans[] } = {}
) {
	const { id: projectId } = await aProject(db);
	const lead = await anOrganisation(db, { projectId, acronym: 'LEAD' });
	const workPackage = await aWorkPackage(db, { projectId, leadOrganisationId: lead.id });
	const scope = { type: 'work-package', id: workPackage.id } as const;
	const people = {
		leader: await anActor(db, { projectId, organisationId: lead.id, role: 'wp-leader', scope, name: 'Lea' }),
		coordinator: await anActor(db, { projectId, role: 'coordinator', name: 'Cora' }),
		qaLead: await anActor(db, { projectId, role: 'qa-lead', name: 'Quinn' }),
		verifier: await anActor(db, { projectId, role: 'qa-reviewer', name: 'Vera' }),
		second: await anActor(db, { projectId, role: 'qa-reviewer', name: 'Sam' })
	};
	const item = await aMilestone(db, {
		projectId,
		code: 'MS1',
		workPackageId: workPackage.id,
		leadOrganisationId: lead.id,
		agreedOn: '2026-06-30',
		milestone: given.milestone ?? {}
	});
	const means = (given.means ?? TWO_MEANS).map((one, index) => ({
		id: newId(),
		position: index + 1,
		...one
	}));
	for (const { id, position, text } of means)
		await db
			.insertInto('meansOfVerification')
			.values({ id, projectId, itemId: item.id, position, text })
			.execute();
	for (const { id, evidence, text } of means)
		if (evidence)
			await linkMeansEvidence(
				db,
				people.leader,
				{ itemId: item.id, meansId: id },
				async (db) => [await evidenceLink(db, people.leader, { name: text })],
				NOW
			);
	return { projectId, lead, workPackage, item, means, ...people };
}
