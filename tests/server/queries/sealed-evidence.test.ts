import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { linkMeansEvidence } from '#lib/server/commands/link-means-evidence.ts';
import { readEvidenceList } from '#lib/schemas/evidence.ts';
import { findEvidencePage } from '#lib/server/queries/find-evidence-page.ts';
import { findMilestonePage } from '#lib/server/queries/find-milestone-page.ts';
import { listEvidence } from '#lib/server/queries/list-evidence.ts';
import { aClaimableMilestone } from '#tests/support/builders/a-claimable-milestone.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { evidenceLink } from '#tests/support/builders/evidence-link.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/milestone-steps.ts';

const CANARY = 'QXSEALED salaries';
const WHERE = { project: { timeZone: 'Europe/Madrid' }, today: TODAY };

/** MS1 with a sensitive list, which a partner that only adds evidence has linked. */
async function aMilestoneWithSecrets(db: Db) {
	const made = await aClaimableMilestone(db);
	const { projectId } = made;
	const linker = await anActor(db, { projectId, role: 'coordinator', name: 'Linker' });
	const means = { itemId: made.item.id, meansId: made.means[0]?.id ?? '' };
	const add = async (db: Db) => [await evidenceLink(db, linker, { name: CANARY })];
	await linkMeansEvidence(db, linker, means, add, NOW);
	const { id } = await db
		.selectFrom('evidence')
		.select('id')
		.where('name', '=', CANARY)
		.executeTakeFirstOrThrow();
	return { ...made, linker, evidenceId: id };
}

/** Everything that the pages about a milestone and its evidence say to somebody. */
async function toldTo(db: Db, actor: Actor, evidenceId: string): Promise<string> {
	const filter = readEvidenceList(new URL('https://desk.example/x/evidence'));
	const page = await findMilestonePage(db, actor, 'MS1', WHERE);
	const sealed = page?.inside?.sealedProofs ?? [];
	const shown = page?.inside && { ...page.inside, sealedProofs: [] };
	const evidence = await findEvidencePage(db, actor, evidenceId);
	const list = await listEvidence(db, actor, filter);
	let told = JSON.stringify([{ ...page, inside: shown }, evidence ?? 'nothing', list]);
	// The page says "sensitive" in place of what claims covered under these proofs.
	for (const proof of sealed) told = told.replaceAll(new RegExp(`\\{[^{}]*${proof}[^{}]*\\}`, 'g'), '');
	return told;
}

test('sensitive evidence of a milestone is told to nobody who has nothing to do with it', () =>
	withDatabase(async (db) => {
		const made = await aMilestoneWithSecrets(db);
		await stepsOf(db, made.item.id).claim(made.leader);
		for (const role of ['partner', 'qa-reviewer', 'qa-lead', 'national-coordinator', 'observer'] as const) {
			const outside = await anActor(db, { projectId: made.projectId, role });
			const told = await toldTo(db, outside, made.evidenceId);
			expect([role, told.includes('QXSEALED')]).toEqual([role, false]);
		}
	}));

test('its participants, its linker, the coordinator and an assigned verifier read it', () =>
	withDatabase(async (db) => {
		const made = await aMilestoneWithSecrets(db);
		const { projectId, lead, linker, evidenceId } = made;
		const colleague = await anActor(db, { projectId, organisationId: lead.id });
		const beside = await anActor(db, { projectId, organisationId: linker.organisationId });
		for (const actor of [made.leader, colleague, beside, made.coordinator])
			expect(await findEvidencePage(db, actor, evidenceId)).toBeDefined();
		expect(await findEvidencePage(db, made.verifier, evidenceId)).toBeUndefined();
		const steps = stepsOf(db, made.item.id);
		await steps.claim(made.leader);
		await steps.assign(made.qaLead, made.verifier);
		expect(await findEvidencePage(db, made.verifier, evidenceId)).toBeDefined();
		expect(await toldTo(db, made.verifier, evidenceId)).toContain('QXSEALED');
	}));

test('the linker’s organisation is kept as it was, wherever the person goes', () =>
	withDatabase(async (db) => {
		const made = await aMilestoneWithSecrets(db);
		const was = made.linker.organisationId;
		await db
			.updateTable('membership')
			.set({ toOn: TODAY })
			.where('personId', '=', made.linker.personId)
			.execute();
		const uses = await db
			.selectFrom('evidenceUse')
			.select('organisationId')
			.where('evidenceId', '=', made.evidenceId)
			.execute();
		expect(uses).toEqual([{ organisationId: was }]);
	}));
