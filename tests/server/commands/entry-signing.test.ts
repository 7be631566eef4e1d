import { expect, test } from 'vitest';
import { nextStep } from '#lib/domain/catalogue/algorithm.ts';
import { isStale } from '#lib/domain/catalogue/entry-covers.ts';
import { entryHolder } from '#lib/domain/catalogue/entry-holder.ts';
import { requirementBlocks } from '#lib/domain/catalogue/step-blocks.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import { endOffice } from '#lib/server/commands/name-officer.ts';
import { returnEntry } from '#lib/server/commands/return-entry.ts';
import { listLapsedApprovals } from '#lib/server/queries/list-lapsed-approvals.ts';
import { withSteps } from '#lib/server/queries/find-entry-steps.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { anEntryToSign } from '#tests/support/entry-signing.ts';
import { refused } from '#tests/support/refused.ts';

const LATER = new Date(NOW.getTime() + 3_600_000);

test('an independent signature and the approval of the institution carry an entry to its next states', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.assign(made.reviewer);
		await made.open();
		expect(await made.state()).toBe('mapped');
		expect(await made.sign(made.reviewer)).toEqual({ isReviewed: true });
		expect(await made.state()).toBe('internal-qa');

		await made.name(made.rector);
		expect(await made.approve(made.rector)).toEqual({ isApproved: true });
		expect(await made.state()).not.toBe('internal-qa');
		const { records } = await made.read();
		expect(records.signatures.map((one) => [one.meaning, one.personName])).toEqual([
			['reviewed', 'Elena'],
			['accepted-on-behalf', 'Rustam']
		]);
		const [reviewed, approved] = records.signatures;
		expect(approved?.coversSha256).toBe(reviewed?.coversSha256);
		const covers = parseCovers(reviewed?.covers ?? '');
		expect(covers.criteria.map((one) => one.code)).toEqual(['eu-core']);
		expect(covers.checklist?.code).toBe(made.checklist.code);
	}));

test('nobody of the owner, of a joint body or of a former author can be asked to review', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		const projectId = made.project.id;
		const reviewerOf = (organisationId: string) =>
			anActor(db, { projectId, organisationId, role: 'qa-reviewer' });
		const owner = await reviewerOf(made.kaznu.id);
		expect(await refused(db, () => made.assign(owner))).toEqual(['organisation-leads', 'eligible-people']);

		await made.write(made.coordinator);
		const former = await reviewerOf(made.uah.id);
		expect(await refused(db, () => made.assign(former))).toContain('organisation-contributed');
	}));

test('a review needs enough independent reviewers and a checklist, and runs once at a time', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		expect(await refused(db, () => made.open())).toEqual(['reviewers-missing']);
		await made.assign(made.reviewer);
		await made.open();
		expect(await refused(db, () => made.open())).toEqual(['review-runs']);
	}));

test('nobody signs twice', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.reviewed();
		expect(await refused(db, () => made.sign(made.reviewer))).toContain('no-review-open');
	}));

test('an edit of the credits ends the round that runs, and what was seen can no longer be signed', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.assign(made.reviewer);
		await made.open();
		expect((await made.credits(4)).outcome).toBe('round-ended');
		expect((await made.read()).records.rounds.map((one) => one.outcome)).toEqual(['superseded']);
		expect(await refused(db, () => made.sign(made.reviewer))).toContain('no-review-open');
		await made.open();
		expect((await made.sign(made.reviewer)).isReviewed).toBe(true);
	}));

test('an edit after the signature sends the entry back, and the signature no longer covers it', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.reviewed();
		expect((await made.credits(4, LATER)).outcome).toBe('reset');
		const { item, records, facts } = await made.read();
		expect(item.state).toBe('designed');
		expect(records.signatures).toHaveLength(1);
		expect(isStale(parseCovers(records.signatures[0]?.covers ?? ''), facts)).toBe(true);
	}));

test('changes requested send the entry back with the reasons, which have to be answered', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.assign(made.reviewer);
		await made.open();
		await made.changes(made.reviewer);
		const { item, records } = await made.read();
		expect(item.state).toBe('designed');
		expect(records.rounds[0]?.outcome).toBe('changes-requested');
		expect(records.comments[0]?.text).toBe('Outcome 2 says nothing');
	}));

test('only a named officer in office approves, never an author, and others are named', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.reviewed();
		expect(await refused(db, () => made.approve(made.rector))).toEqual(['not-an-officer', 'no-officer']);
		await made.name(made.rector, '2027-01-01');
		expect(await refused(db, () => made.approve(made.rector))).toEqual(['not-an-officer', 'no-officer']);

		const dean = await anActor(db, {
			projectId: made.project.id,
			organisationId: made.kaznu.id,
			name: 'Dana'
		});
		await made.write(made.author);
		await made.name(made.author);
		await made.name(dean);
		expect(await made.state()).toBe('internal-qa');
		expect(await refused(db, () => made.approve(made.author))).toEqual([
			'officer-authored',
			'other-officers'
		]);
		expect((await made.approve(dean)).isApproved).toBe(true);
	}));

test('an approval names a day that has come, a validity that lasts, and what was seen', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.reviewed();
		await made.name(made.rector);
		const wrong = { decidedOn: '2026-07-01', validUntilOn: '2026-01-01', coversSha256: 'a'.repeat(64) };
		expect(await refused(db, () => made.approve(made.rector, wrong))).toEqual([
			'approval-in-future',
			'approval-expired',
			'covers-changed'
		]);
	}));

test('each awarding body of a joint entry approves once; the last one moves it', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		const { entry, koksu, stranger } = made;
		await db
			.insertInto('entryBody')
			.values({
				itemId: entry.id,
				organisationId: koksu.id,
				addedBy: made.author.personId,
				addedAt: NOW.toISOString(),
				removedAt: null
			})
			.execute();
		await made.reviewed();
		await made.name(made.rector);
		await made.name(stranger);
		expect(await made.approve(made.rector)).toEqual({ isApproved: false });
		expect(await made.state()).toBe('internal-qa');
		expect(await refused(db, () => made.approve(made.rector))).toEqual(['body-approved']);
		expect(await made.approve(stranger)).toEqual({ isApproved: true });
	}));

test('after the entry went back an approval has to be given anew', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.reviewed();
		await made.name(made.rector);
		await made.approve(made.rector);
		await returnEntry(db, made.coordinator, { itemId: made.entry.id, reason: 'Look again' }, LATER);
		expect(await refused(db, () => made.approve(made.rector))).toContain('step-of-others');
		expect((await made.approval()).approvals.map((one) => one.standing)).toEqual(['returned']);
		await made.credits(6, LATER);
		expect((await made.approval()).approvals.map((one) => one.standing)).toEqual(['stale']);
	}));

test('an office ends with a day and is never deleted', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.name(made.rector);
		expect(await refused(db, () => made.name(made.rector))).toEqual(['officer-already']);
		expect(await refused(db, () => made.name(made.rector, '2026-05-01', '2026-04-01'))).toContain(
			'office-ends-before-start'
		);
		const officer = await db.selectFrom('awardingOfficer').select('id').executeTakeFirstOrThrow();
		await endOffice(db, made.rector, { officerId: officer.id, toOn: '2026-06-14' }, NOW);
		expect(await db.selectFrom('awardingOfficer').select('toOn').execute()).toEqual([{ toOn: '2026-06-14' }]);
	}));

test('an approval whose last day has passed stops the way, and its officer renews it where the entry stands', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.reviewed();
		await made.name(made.rector);
		await made.approve(made.rector, { validUntilOn: '2026-12-31' });
		const stands = await made.state();
		await db.updateTable('institutionApproval').set({ validUntilOn: '2026-06-14' }).execute();

		const now = await withSteps(db, await made.read(), TODAY);
		const step = nextStep(now.algorithm, stands);
		expect(step && requirementBlocks(now.algorithm, now.stepFacts, step)).toContainEqual({
			code: 'approval-lapsed',
			organisation: made.kaznu.acronym,
			validUntilOn: '2026-06-14'
		});
		expect(entryHolder(now.algorithm, now.stepFacts)).toMatchObject({
			personIds: [made.rector.personId],
			awaits: 'renew-approval'
		});

		const owed = (organisation: string | null, country: string | null = null, today = TODAY) =>
			listLapsedApprovals(
				db,
				made.project.id,
				{ country, organisation },
				{ algorithm: now.algorithm, today }
			);
		const { id, country } = made.kaznu;
		expect(await owed(id, country)).toMatchObject([{ code: made.entry.code, lapsedOn: '2026-06-14' }]);
		expect(await owed(made.reviewer.organisationId)).toEqual([]);
		expect(await owed(null, 'XX')).toEqual([]);
		expect(await owed(null, null, '2026-06-14')).toEqual([]);

		expect(await refused(db, () => made.approve(made.author))).toContain('not-an-officer');
		expect(await made.approve(made.rector)).toEqual({ isApproved: true });
		expect(await made.state()).toBe(stands);
		expect(await owed(id)).toEqual([]);
		const renewed = await withSteps(db, await made.read(), TODAY);
		expect(renewed.stepFacts.approvals).toMatchObject([{ approved: true }]);
		expect(await refused(db, () => made.approve(made.rector))).not.toEqual([]);
	}));
