import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { saveCheckIn } from '#lib/server/commands/check-ins/save-check-in.ts';
import { submitCheckIn } from '#lib/server/commands/check-ins/submit-check-in.ts';
import { findOwnCheckInPage } from '#lib/server/queries/check-ins/find-own-page.ts';
import { newId } from '#lib/server/ids.ts';
import {
	aCheckInProject,
	aWrittenCheckIn,
	IN_TIME,
	PERIOD
} from '#tests/support/builders/a-check-in-project.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

const WHEN = { today: '2026-06-03', timeZone: 'Europe/Madrid' };
const textsOf = (db: Db) => db.selectFrom('checkInText').select(['workPackageId', 'text']).execute();

test('a check-in says nothing of a work package of strangers, of others or of nobody, and tells nothing of them', () =>
	withDatabase(async (db) => {
		const { projectId, partner, bsu } = await aCheckInProject(db);
		const own = await aWorkPackage(db, { projectId, number: 4, leadOrganisationId: bsu.id });
		const others = await aWorkPackage(db, { projectId, number: 5 });
		const strangers = await aProject(db);
		const foreign = await aWorkPackage(db, { projectId: strangers.id, title: 'Secret of strangers' });
		const texts = [own.id, others.id, foreign.id, newId()].map((workPackageId) => ({
			workPackageId,
			version: 0,
			text: 'We met twice'
		}));
		await saveCheckIn(db, partner, PERIOD, aWrittenCheckIn([], { texts }), [], IN_TIME);
		expect(await textsOf(db)).toEqual([{ workPackageId: own.id, text: 'We met twice' }]);
		await submitCheckIn(db, partner, PERIOD, aWrittenCheckIn(), [], IN_TIME);
		const page = await findOwnCheckInPage(db, partner, PERIOD, WHEN);
		expect(JSON.stringify(page)).not.toContain('Secret of strangers');
	}));

test('a record waits for nobody outside of the project, whichever organisation a form names', () =>
	withDatabase(async (db) => {
		const { partner, fpi, first } = await aCheckInProject(db);
		const strangers = await aProject(db);
		const foreign = await anOrganisation(db, { projectId: strangers.id, acronym: 'SECRET' });
		const blockedBy = (blockedById: string) =>
			aWrittenCheckIn([{ recordId: first.id, answer: 'blocked', blockedById }]);
		for (const id of [foreign.id, newId()])
			expect(await refused(db, () => submitCheckIn(db, partner, PERIOD, blockedBy(id), [], IN_TIME))).toEqual(
				['check-in-blocker-needed']
			);
		await submitCheckIn(db, partner, PERIOD, blockedBy(fpi.id), [], IN_TIME);
		const lines = await db.selectFrom('checkInLine').select('blockedById').execute();
		expect(lines).toContainEqual({ blockedById: fpi.id });
	}));
