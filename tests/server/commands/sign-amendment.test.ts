import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import { SignAmendmentSchema, type SignAmendment } from '#lib/schemas/amendments.ts';
import { signAmendment } from '#lib/server/commands/sign-amendment.ts';
import { insertBaseline } from '#lib/server/commands/insert-baseline.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

const TABLES = [
	'item',
	'deliverable',
	'workPackage',
	'dateMove',
	'contribution',
	'baseline',
	'baselineEntry',
	'auditEvent'
] as const;

async function aPlan(db: Db) {
	const { id: projectId } = await aProject(db);
	const wp4 = await aWorkPackage(db, { projectId, number: 4 });
	const koksu = await anOrganisation(db, { projectId });
	const bsu = await anOrganisation(db, { projectId });
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const due = { dueMonth: 31, contractualOn: '2026-06-30', agreedOn: '2026-06-30' };
	const given = { projectId, workPackageId: wp4.id, leadOrganisationId: koksu.id, ...due };
	const deliverable = await aDeliverable(db, { ...given, code: 'D4.2', title: 'Algorithm' });
	const other = await aDeliverable(db, { ...given, code: 'D4.3', title: 'Catalogue' });
	const annex1 = { projectId, number: 0, reference: 'Annex 1', note: '', signedOn: '2023-12-01' };
	await insertBaseline(db, { ...annex1, createdBy: null, origin: 'entered' }, NOW);
	return { projectId, wp4, koksu, bsu, coordinator, deliverable, other };
}

const amendment = (change: Partial<SignAmendment> = {}): SignAmendment => ({
	reference: 'AMD-101-1',
	signedOn: '2026-06-10',
	note: '',
	records: [],
	additions: [],
	...change
});
const keep = (item: { id: string; title: string; leadOrganisationId: string | null }) => ({
	id: item.id,
	version: 1,
	title: item.title,
	lead: item.leadOrganisationId,
	dueMonth: 31,
	dueOn: '2026-06-30',
	startMonth: null,
	endMonth: null,
	leaves: 'stays' as const,
	into: null
});
const addition = (workPackage: string, change = {}) => ({
	id: 'new-1',
	kind: 'deliverable' as const,
	code: 'D4.6',
	title: 'Handbook',
	workPackage,
	lead: null,
	dueMonth: 35,
	dueOn: null,
	type: 'R',
	level: 'PU',
	means: '',
	...change
});

describe('a signed amendment', () => {
	test('moves the contractual and the agreed date, and the ledger names the amendment', () =>
		withDatabase(async (db) => {
			const { coordinator, deliverable } = await aPlan(db);
			const records = [{ ...keep(deliverable), dueMonth: 33 }];
			const { number } = await signAmendment(db, coordinator, amendment({ records }), NOW);
			expect(number).toBe(1);
			const item = await db
				.selectFrom('item')
				.selectAll()
				.where('id', '=', deliverable.id)
				.executeTakeFirstOrThrow();
			expect(item).toMatchObject({
				dueMonth: 33,
				contractualOn: '2026-08-31',
				agreedOn: '2026-08-31',
				version: 2
			});
			const moves = await db.selectFrom('dateMove').selectAll().orderBy('dateKind').execute();
			expect(
				moves.map(({ dateKind, fromOn, toOn, reference }) => [dateKind, fromOn, toOn, reference])
			).toEqual([
				['agreed', '2026-06-30', '2026-08-31', 'AMD-101-1'],
				['contractual', '2026-06-30', '2026-08-31', 'AMD-101-1']
			]);
		}));

	test('keeps the plan before and after it, side by side', () =>
		withDatabase(async (db) => {
			const { coordinator, deliverable, wp4 } = await aPlan(db);
			const records = [
				{ ...keep(deliverable), title: 'Roll-out algorithm' },
				{ ...keep(wp4), dueMonth: null, dueOn: null, endMonth: 30 }
			];
			await signAmendment(db, coordinator, amendment({ records, additions: [addition(wp4.id)] }), NOW);
			const entries = await db
				.selectFrom('baselineEntry')
				.innerJoin('baseline', 'baseline.id', 'baselineEntry.baselineId')
				.select(['baseline.number', 'code', 'title', 'endMonth', 'dueOn'])
				.orderBy('baseline.number')
				.orderBy('code')
				.execute();
			expect(entries.map((one) => [one.number, one.code, one.title, one.endMonth ?? one.dueOn])).toEqual([
				[0, 'D4.2', 'Algorithm', '2026-06-30'],
				[0, 'D4.3', 'Catalogue', '2026-06-30'],
				[0, 'WP4', 'Work package 4', 36],
				[1, 'D4.2', 'Roll-out algorithm', '2026-06-30'],
				[1, 'D4.3', 'Catalogue', '2026-06-30'],
				[1, 'D4.6', 'Handbook', '2026-10-31'],
				[1, 'WP4', 'Work package 4', 30]
			]);
		}));

	test('with a new lead keeps both leads on the record of who worked on it', () =>
		withDatabase(async (db) => {
			const { coordinator, deliverable, koksu, bsu } = await aPlan(db);
			await signAmendment(
				db,
				coordinator,
				amendment({ records: [{ ...keep(deliverable), lead: bsu.id }] }),
				NOW
			);
			const leads = await db
				.selectFrom('contribution')
				.select(['organisationId', 'kind', 'note'])
				.orderBy('note')
				.execute();
			expect(leads).toEqual([
				{ organisationId: bsu.id, kind: 'lead', note: 'since AMD-101-1' },
				{ organisationId: koksu.id, kind: 'lead', note: 'until AMD-101-1' }
			]);
		}));

	test('withdraws and merges deliverables, which stay visible as such', () =>
		withDatabase(async (db) => {
			const { coordinator, deliverable, other, wp4 } = await aPlan(db);
			const third = await aDeliverable(db, { projectId: wp4.projectId, workPackageId: wp4.id, code: 'D4.4' });
			const records = [
				{ ...keep(deliverable), leaves: 'withdrawn' as const },
				{ ...keep(other), leaves: 'merged' as const, into: third.id }
			];
			await signAmendment(db, coordinator, amendment({ records }), NOW);
			const standing = await db
				.selectFrom('baselineEntry')
				.innerJoin('baseline', 'baseline.id', 'baselineEntry.baselineId')
				.select(['code', 'standing'])
				.where('baseline.number', '=', 1)
				.where('kind', '=', 'deliverable')
				.orderBy('code')
				.execute();
			expect(standing).toEqual([
				{ code: 'D4.2', standing: 'withdrawn' },
				{ code: 'D4.3', standing: 'merged' },
				{ code: 'D4.4', standing: 'planned' }
			]);
			const row = await db
				.selectFrom('deliverable')
				.selectAll()
				.where('itemId', '=', other.id)
				.executeTakeFirstOrThrow();
			expect(row).toMatchObject({ endedReference: 'AMD-101-1', mergedIntoItemId: third.id });
		}));

	test('adds a milestone with its means of verification', () =>
		withDatabase(async (db) => {
			const { coordinator, wp4 } = await aPlan(db);
			const milestone = { kind: 'milestone' as const, code: 'MS12', means: 'Minutes\n\nAttendance list\n' };
			await signAmendment(db, coordinator, amendment({ additions: [addition(wp4.id, milestone)] }), NOW);
			const means = await db.selectFrom('meansOfVerification').select('text').orderBy('position').execute();
			expect(means.map(({ text }) => text)).toEqual(['Minutes', 'Attendance list']);
		}));
});

describe('an amendment is refused, and nothing changes,', () => {
	test.each([
		['when it changes nothing', {}, ['amendment-empty']],
		['when it is not signed yet', { signedOn: '2026-06-16' }, ['signed-in-future', 'amendment-empty']],
		['when a later one is recorded', { signedOn: '2023-11-30' }, ['signed-before-last', 'amendment-empty']]
	])('%s', (_, change, codes) =>
		withDatabase(async (db) => {
			const { coordinator, deliverable } = await aPlan(db);
			const before = await contentsOf(db, TABLES);
			const input = amendment({ records: [keep(deliverable)], ...change });
			expect(await codesOf(signAmendment(db, coordinator, input, NOW))).toEqual(codes);
			expect(await contentsOf(db, TABLES)).toBe(before);
		})
	);

	test('when it would amend lateness away, or withdraw what was submitted', () =>
		withDatabase(async (db) => {
			const { coordinator, deliverable } = await aPlan(db);
			await db.updateTable('item').set({ state: 'submitted' }).where('id', '=', deliverable.id).execute();
			await db.updateTable('deliverable').set({ submittedOn: '2026-07-12' }).execute();
			const before = await contentsOf(db, TABLES);
			const later = amendment({ records: [{ ...keep(deliverable), dueMonth: 33 }] });
			expect(await codesOf(signAmendment(db, coordinator, later, NOW))).toEqual(['dates-fixed-when-done']);
			const gone = amendment({ records: [{ ...keep(deliverable), leaves: 'withdrawn' }] });
			expect(await codesOf(signAmendment(db, coordinator, gone, NOW))).toEqual(['wrong-state']);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('when a new deliverable is of a type or level that the quality plan does not name', () =>
		withDatabase(async (db) => {
			const { coordinator, wp4 } = await aPlan(db);
			const before = await contentsOf(db, TABLES);
			const additions = [addition(wp4.id, { type: 'NOVEL', level: 'SECRET' })];
			const input = amendment({ additions });
			const codes = ['not-in-quality-plan', 'not-in-quality-plan'];
			expect(await codesOf(signAmendment(db, coordinator, input, NOW))).toEqual(codes);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('when two new records share a code', () =>
		withDatabase(async (db) => {
			const { coordinator, wp4 } = await aPlan(db);
			const additions = [addition(wp4.id), addition(wp4.id)];
			const input = amendment({ additions });
			expect(await codesOf(signAmendment(db, coordinator, input, NOW))).toEqual(['code-taken']);
		}));

	test('when somebody else changed a record meanwhile, and it says which', () =>
		withDatabase(async (db) => {
			const { coordinator, deliverable } = await aPlan(db);
			await db.updateTable('item').set({ version: 2 }).where('id', '=', deliverable.id).execute();
			const before = await contentsOf(db, TABLES);
			const input = amendment({ records: [{ ...keep(deliverable), dueMonth: 33 }] });
			await expect(signAmendment(db, coordinator, input, NOW)).rejects.toSatisfy(
				(thrown) => thrown instanceof Conflict && thrown.theirs['records'] === 'D4.2'
			);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('by anybody but the coordinator, and for records or leads of another project', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator, deliverable } = await aPlan(db);
			const foreign = await aDeliverable(db, { projectId: (await aProject(db)).id });
			const stranger = await anOrganisation(db, { projectId: foreign.projectId });
			const leader = await anActor(db, { projectId, role: 'wp-leader' });
			const before = await contentsOf(db, TABLES);
			const records = [{ ...keep(deliverable), dueMonth: 33 }];
			expect(await codesOf(signAmendment(db, leader, amendment({ records }), NOW))).toEqual(['role-needed']);
			for (const record of [keep(foreign), { ...keep(deliverable), lead: stranger.id }]) {
				const attempt = signAmendment(db, coordinator, amendment({ records: [record] }), NOW);
				await expect(attempt).rejects.toThrow(NotFound);
			}
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));
});

describe('the form of an amendment', () => {
	const form = {
		reference: 'AMD-1',
		signedOn: '2026-06-10',
		note: '',
		record: ['a'],
		'version-a': '3',
		'title-a': 'New title',
		'lead-a': '',
		'dueMonth-a': '33',
		'dueOn-a': '',
		addition: ['new-1'],
		'code-new-1': ''
	};

	test('is read record by record, and an empty new record was not meant', () => {
		const { records, additions } = v.parse(SignAmendmentSchema, form);
		expect(records).toMatchObject([
			{ id: 'a', version: 3, title: 'New title', lead: null, dueMonth: 33, dueOn: null }
		]);
		expect(additions).toEqual([]);
	});

	test('names the field of the record that does not fit', () => {
		const wrong = { ...form, 'title-a': ' ', 'dueOn-a': '2026-02-30', 'leaves-a': 'merged' };
		const parsed = v.safeParse(SignAmendmentSchema, wrong);
		const fields = parsed.issues?.map((issue) => v.getDotPath(issue));
		expect(fields).toEqual(['title-a', 'dueOn-a']);
		const merged = v.safeParse(SignAmendmentSchema, { ...form, 'leaves-a': 'merged' });
		expect(merged.issues?.map((issue) => v.getDotPath(issue))).toEqual(['into-a']);
	});
});
