import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { acceptActual, returnActual, verifyActual } from '#lib/server/commands/judge-actual.ts';
import { insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import { proveActual } from '#lib/server/commands/prove-actual.ts';
import { reportActual } from '#lib/server/commands/report-actual.ts';
import { ReportActualSchema } from '#lib/schemas/indicators.ts';
import { listDimensions } from '#lib/server/queries/find-indicator-facts.ts';
import { createIndicator, editIndicator } from '#lib/server/commands/save-indicator.ts';
import { findIndicatorForm } from '#lib/server/queries/find-indicator-form.ts';
import { listIndicators } from '#lib/server/queries/list-indicators.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { AN_INDICATOR } from '#tests/support/builders/an-indicator.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const kz = await anOrganisation(db, { projectId, country: 'KZ' });
	const uz = await anOrganisation(db, { projectId, country: 'UZ' });
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const partner = await anActor(db, { projectId, organisationId: kz.id });
	const other = await anActor(db, { projectId, organisationId: uz.id });
	const reporterIds = [kz.id, uz.id];
	await createIndicator(db, coordinator, { ...AN_INDICATOR, reporterIds }, NOW);
	const [indicator] = await listIndicators(db, coordinator, TODAY);
	if (!indicator) throw new Error('no indicator');
	const report = (organisationId: string, value: number | null) => ({
		indicatorId: indicator.id,
		organisationId,
		asOfOn: '2026-05-31',
		standing: value === null ? ('nil' as const) : ('value' as const),
		value,
		reason: '',
		source: 'Lists',
		parts: []
	});
	return { projectId, kz, uz, coordinator, partner, other, indicator, reporterIds, report };
}

test('a number is reported by its organisation, accepted by the country and verified by somebody independent', () =>
	withDatabase(async (db) => {
		const { projectId, kz, uz, partner, other, coordinator, report } = await aStage(db);
		const scope = { type: 'country' as const, id: 'KZ' };
		const national = await anActor(db, { projectId, role: 'national-coordinator', scope });
		const colleague = await anActor(db, { projectId, role: 'qa-reviewer', organisationId: kz.id });
		const reviewer = await anActor(db, { projectId, role: 'qa-reviewer' });
		const { id: actualId } = await reportActual(db, partner, report(kz.id, 40), NOW);
		const mine = () => reportActual(db, partner, report(uz.id, 1), NOW);
		expect(await refused(db, mine)).toEqual(['out-of-scope']);

		const judged = (version: number) => ({ actualId, version, note: '' });
		expect(await refused(db, () => verifyActual(db, reviewer, judged(1), NOW))).toEqual([
			'actual-not-accepted'
		]);
		expect(await refused(db, () => acceptActual(db, partner, judged(1), NOW))).toEqual(['role-needed']);
		await acceptActual(db, national, judged(1), NOW);
		expect(await refused(db, () => verifyActual(db, colleague, judged(2), NOW))).toEqual([
			'verifier-reported'
		]);
		await verifyActual(db, reviewer, judged(2), NOW);
		expect(await refused(db, () => returnActual(db, coordinator, { ...judged(3), note: 'x' }, NOW))).toEqual([
			'actual-settled'
		]);

		const [before] = await listIndicators(db, coordinator, TODAY);
		expect(before?.total).toMatchObject({ sum: 40, verified: 40, missing: 1, isWhole: false });
		await reportActual(db, other, report(uz.id, null), NOW);
		const [after] = await listIndicators(db, coordinator, TODAY);
		expect(after?.total).toMatchObject({ sum: 40, nil: 1, missing: 0, isWhole: true });
	}));

test('who sees only what is public sees accepted numbers, and the others as not said', () =>
	withDatabase(async (db) => {
		const { projectId, kz, partner, coordinator, report } = await aStage(db);
		const observer = await anActor(db, { projectId, role: 'observer' });
		const { id: actualId } = await reportActual(db, partner, report(kz.id, 40), NOW);
		const [before] = await listIndicators(db, observer, TODAY);
		expect(before?.total).toMatchObject({ sum: null, missing: 2 });
		await acceptActual(db, coordinator, { actualId, version: 1, note: '' }, NOW);
		const [after] = await listIndicators(db, observer, TODAY);
		expect(after?.total).toMatchObject({ sum: 40, missing: 1 });
	}));

test('a correction for the same day is looked at again, and the first number stays on record', () =>
	withDatabase(async (db) => {
		const { kz, partner, coordinator, report } = await aStage(db);
		const first = await reportActual(db, partner, report(kz.id, 40), NOW);
		await acceptActual(db, coordinator, { actualId: first.id, version: 1, note: '' }, NOW);
		await reportActual(db, partner, report(kz.id, 44), NOW);
		const [row] = await listIndicators(db, coordinator, TODAY);
		expect(row?.total).toMatchObject({ sum: 44, accepted: 0 });
		const rows = await db
			.selectFrom('indicatorActual')
			.select(['value', 'replacedAt'])
			.orderBy('id')
			.execute();
		expect(rows.map(({ replacedAt }) => replacedAt === null)).toEqual([false, true]);
	}));

test('one attendance list counts once for an indicator, whoever links it', () =>
	withDatabase(async (db) => {
		const { kz, uz, partner, other, report } = await aStage(db);
		const first = await reportActual(db, partner, report(kz.id, 40), NOW);
		const second = await reportActual(db, other, report(uz.id, 30), NOW);
		const link = { url: 'https://example.org/list', name: 'List', level: 'PU' as const };
		await proveActual(
			db,
			partner,
			first.id,
			async (db) => [await insertLinkEvidence(db, partner, link, NOW)],
			NOW
		);
		const again = () =>
			proveActual(db, other, second.id, async (db) => [await insertLinkEvidence(db, other, link, NOW)], NOW);
		expect(await refused(db, again)).toEqual(['evidence-counted']);
	}));

test('what was reported by part keeps the part; everything else of an indicator can change', () =>
	withDatabase(async (db) => {
		const { projectId, kz, partner, coordinator, indicator, reporterIds, report } = await aStage(db);
		const women = await db
			.selectFrom('indicatorCategory')
			.select('id')
			.where('label', '=', 'women')
			.executeTakeFirstOrThrow();
		const parts = [{ categoryId: women.id, value: 30 }];
		await reportActual(db, partner, { ...report(kz.id, 40), parts }, NOW);
		const edit = (categories: string[]) => ({
			...AN_INDICATOR,
			indicatorId: indicator.id,
			version: 1,
			reporterIds,
			dimensions: [{ label: 'Gender', categories }]
		});
		expect(await refused(db, () => editIndicator(db, coordinator, edit(['men']), NOW))).toEqual([
			'indicator-category-used'
		]);
		await editIndicator(db, coordinator, edit(['men', 'other', 'women']), NOW);
		const form = await findIndicatorForm(db, projectId, 'I10');
		expect(form?.stored).toMatchObject({
			dimensions: 'Gender: men, other, women',
			targets: '2026-11-30 = 100'
		});
	}));

test('a part of a number that a form names twice is one part', () =>
	withDatabase(async (db) => {
		const { partner, indicator, kz } = await aStage(db);
		const [dimension] = await listDimensions(db, indicator.id);
		const [women = { id: '' }] = dimension?.categories ?? [];
		const typed = {
			indicatorId: indicator.id,
			organisationId: kz.id,
			asOfOn: '2026-05-31',
			standing: 'value',
			value: '12',
			categories: [women.id, women.id],
			parts: ['12', '7']
		};
		await reportActual(db, partner, v.parse(ReportActualSchema, typed), NOW);
		expect(await db.selectFrom('indicatorActualPart').select('value').execute()).toEqual([{ value: 12 }]);
	}));
