import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { acceptActual, verifyActual } from '#lib/server/commands/judge-actual.ts';
import { reportActual } from '#lib/server/commands/report-actual.ts';
import { reportFromLog } from '#lib/server/commands/report-from-log.ts';
import { createIndicator } from '#lib/server/commands/save-indicator.ts';
import { recordMobility } from '#lib/server/commands/record-mobility.ts';
import { saveHeads } from '#lib/server/commands/save-heads.ts';
import { compareWithLog } from '#lib/server/pages/indicator-log.ts';
import { findIndicatorPage } from '#lib/server/queries/find-indicator-page.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

const UNTIL = '2026-05-31';
const ACTIVITY = {
	kind: 'training' as const,
	state: 'done' as const,
	title: 'Training',
	startsOn: '2026-03-02',
	endsOn: null,
	mode: 'online' as const,
	place: '',
	country: null,
	hostOrganisationId: null,
	workPackageIds: [],
	topics: '',
	results: ''
};
const HEADS = {
	headsId: null,
	version: 0,
	role: 'participant' as const,
	kind: 'teachers' as const,
	groupName: '',
	women: null,
	reason: '',
	listId: null
};

/** A training that one university gave, and teachers of another took part in. */
async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const host = await anOrganisation(db, { projectId, country: 'KZ' });
	const guest = await anOrganisation(db, { projectId, country: 'UZ' });
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const [giver, taker] = [
		await anActor(db, { projectId, organisationId: host.id }),
		await anActor(db, { projectId, organisationId: guest.id })
	];
	await createIndicator(
		db,
		coordinator,
		{
			code: 'I10',
			title: 'Teachers trained',
			description: '',
			unit: 'people',
			baseline: null,
			baselineOn: null,
			level: 'PU',
			measure: 'teachers-trained',
			workPackageIds: [],
			goalIds: [],
			reporterIds: [host.id, guest.id],
			targets: [{ dueOn: UNTIL, value: 100, note: '' }],
			dimensions: []
		},
		NOW
	);
	const training = await recordMobility(db, giver, { ...ACTIVITY, organisationId: host.id }, NOW);
	const count = (organisationId: string, heads: number) =>
		saveHeads(
			db,
			giver,
			{ type: 'mobility', code: training.code },
			{ ...HEADS, organisationId, valueState: 'value', heads },
			NOW
		);
	const page = async () => {
		const found = await findIndicatorPage(db, coordinator, 'I10', TODAY);
		if (!found?.inside) throw new Error('no indicator');
		const log = compareWithLog(found.inside, found.targets, TODAY, () => true);
		const cell = (id: string) =>
			log?.rows.find((row) => row.id === id)?.cells.find(({ day }) => day === UNTIL);
		return { id: found.indicator.id, inside: found.inside, cell };
	};
	const { id: indicatorId } = await page();
	const fromLog = (organisationId: string) => ({ indicatorId, organisationId, asOfOn: UNTIL });
	return { projectId, host, guest, coordinator, giver, taker, training, count, page, fromLog };
}

test('what the log says of an organisation is its number in one click, with the records as the source', () =>
	withDatabase(async (db) => {
		const { guest, taker, giver, training, count, page, fromLog } = await aStage(db);
		expect(await refused(db, () => reportFromLog(db, taker, fromLog(guest.id), NOW))).toEqual(['log-empty']);
		await count(guest.id, 12);
		expect(await refused(db, () => reportFromLog(db, giver, fromLog(guest.id), NOW))).toEqual([
			'out-of-scope'
		]);
		expect((await page()).cell(guest.id)).toMatchObject({
			sum: 12,
			records: [training.code],
			claimed: null,
			difference: { kind: 'unclaimed' },
			isOffered: true
		});

		await reportFromLog(db, taker, fromLog(guest.id), NOW);
		const { inside, cell } = await page();
		const reported = inside.reporters.find(({ id }) => id === guest.id)?.actuals[0];
		expect(reported).toMatchObject({
			value: 12,
			source: training.code,
			measure: 'teachers-trained',
			state: 'reported',
			asOfOn: UNTIL
		});
		expect(cell(guest.id)).toMatchObject({ difference: { kind: 'same' }, isOffered: false });
		expect(await refused(db, () => reportFromLog(db, taker, fromLog(guest.id), NOW))).toEqual([
			'log-claimed'
		]);
	}));

test('a claim that says more or less than the log is named, and what nobody counted is no number', () =>
	withDatabase(async (db) => {
		const { host, guest, giver, taker, count, page, fromLog } = await aStage(db);
		expect(await refused(db, () => reportFromLog(db, giver, fromLog(host.id), NOW))).toEqual([
			'log-not-counted'
		]);
		await count(guest.id, 12);
		await reportActual(
			db,
			taker,
			{ ...fromLog(guest.id), standing: 'value', value: 20, reason: '', source: 'Lists', parts: [] },
			NOW
		);
		expect((await page()).cell(guest.id)?.difference).toEqual({ kind: 'claimed-more', by: 8 });
	}));

test('who answers for the records in the log does not verify the number read from them', () =>
	withDatabase(async (db) => {
		const { projectId, host, guest, taker, coordinator, count, page, fromLog } = await aStage(db);
		await count(guest.id, 12);
		const { id: actualId } = await reportFromLog(db, taker, fromLog(guest.id), NOW);
		await acceptActual(db, coordinator, { actualId, version: 1, note: '' }, NOW);
		const colleague = await anActor(db, { projectId, role: 'qa-reviewer', organisationId: host.id });
		const stranger = await anActor(db, { projectId, role: 'qa-reviewer' });
		const judged = { actualId, version: 2, note: '' };
		expect(await refused(db, () => verifyActual(db, colleague, judged, NOW))).toEqual([
			'verifier-gave-evidence'
		]);
		const reporter = (await page()).inside.reporters.find(({ id }) => id === guest.id);
		expect(reporter?.actuals[0]?.proofHolders).toEqual([host.id]);
		await verifyActual(db, stranger, judged, NOW);
	}));

test('an indicator that reads nothing offers nothing', () =>
	withDatabase(async (db) => {
		const { guest, taker, count, fromLog } = await aStage(db);
		await count(guest.id, 12);
		await db.updateTable('indicator').set({ measure: null }).execute();
		expect(await refused(db, () => reportFromLog(db, taker, fromLog(guest.id), NOW))).toEqual([
			'indicator-not-measured'
		]);
	}));
