import { expect, test } from 'vitest';
import { findEvidenceFile } from '#lib/server/queries/find-evidence-file.ts';
import { findEvidencePage } from '#lib/server/queries/find-evidence-page.ts';
import { findMilestonePage } from '#lib/server/queries/find-milestone-page.ts';
import { listEvidence } from '#lib/server/queries/list-evidence.ts';
import { listItems } from '#lib/server/queries/list-items.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMeans } from '#tests/support/builders/a-means.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEvidenceUse, someEvidence } from '#tests/support/builders/some-evidence.ts';
import { withDatabase } from '#tests/support/database.ts';

const DATES = { contractualOn: '2026-05-31', agreedOn: '2026-06-02', forecastOn: '2026-06-09' };
const CONTEXT = { today: TODAY, soonDays: 28 };

test('an observer sees when a public result was due and done, and no agreed day, forecast or verdict', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const observer = await anActor(db, { projectId, role: 'observer' });
		const partner = await anActor(db, { projectId });
		const given = { projectId, leadOrganisationId: partner.organisationId, ...DATES };
		const submitted = { disseminationLevel: 'PU', submittedOn: '2026-06-10' };
		await aDeliverable(db, { ...given, state: 'accepted', deliverable: submitted });
		const achieved = { achievedOn: '2026-06-10' };
		await aMilestone(db, { ...given, code: 'MS1', state: 'declared', milestone: achieved });

		const hidden = { agreedOn: null, forecastOn: null };
		const listed = await listItems(db, observer, CONTEXT);
		expect(listed).toHaveLength(2);
		for (const item of listed) {
			expect(item).toMatchObject({ ...hidden, contractualOn: DATES.contractualOn, moves: 0 });
			expect(item.dates).toMatchObject({ doneOn: '2026-06-10', doneLateDays: 0, state: 'untold' });
		}
		const where = { project: { timeZone: 'UTC' }, today: TODAY };
		const page = await findMilestonePage(db, observer, 'MS1', where);
		expect(page).toMatchObject({ ...hidden, lateness: { state: 'untold', doneLateDays: 0 } });

		const [inside] = await listItems(db, partner, CONTEXT);
		expect(inside).toMatchObject({ ...DATES, dates: { state: 'done-late', doneLateDays: 8 } });
	}));

test('an observer reads public evidence without the names of people, and none that was withdrawn', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const observer = await anActor(db, { projectId, role: 'observer' });
		const partner = await anActor(db, { projectId, name: 'Aigerim Named' });
		const { id: itemId } = await aMilestone(db, { projectId, state: 'declared' });
		const { id: meansId } = await aMeans(db, { projectId, itemId, position: 1, text: 'Minutes' });
		const { id } = await someEvidence(db, partner);
		await anEvidenceUse(db, partner, { evidenceId: id, itemId, purpose: 'means', meansId });

		const filter = { search: '', holder: '', standing: 'all', page: 1 } as const;
		const seen = [await findEvidencePage(db, observer, id), await listEvidence(db, observer, filter)];
		expect(seen).toMatchObject([{ evidence: { id } }, { rows: [{ id }] }]);
		expect(JSON.stringify(seen)).not.toContain('Named');
		expect(JSON.stringify(await findEvidencePage(db, partner, id))).toContain('Named');

		const withdrawn = { withdrawnAt: NOW.toISOString(), withdrawnBy: partner.personId, withdrawnReason: 'x' };
		await db.updateTable('evidence').set(withdrawn).where('id', '=', id).execute();
		expect(await findEvidencePage(db, observer, id)).toBeUndefined();
		expect(await findEvidenceFile(db, observer, id)).toBeUndefined();
		expect(await findEvidenceFile(db, partner, id)).toBeDefined();
	}));
