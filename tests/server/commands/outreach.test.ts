import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { LinkAnswer } from '#lib/domain/outreach/link-checks.ts';
import { total } from '#lib/domain/values.ts';
import type { RecordMobility } from '#lib/schemas/outreach/mobility.ts';
import type { RecordOutreach } from '#lib/schemas/outreach/outreach.ts';
import { addRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { checkLinksNow } from '#lib/server/commands/check-links-now.ts';
import { checkLinks } from '#lib/server/commands/check-links.ts';
import { confirmVisibility, editOutreach } from '#lib/server/commands/edit-outreach.ts';
import { editMobility, recordMobility } from '#lib/server/commands/record-mobility.ts';
import { recordOutreach } from '#lib/server/commands/record-outreach.ts';
import { removeHeads, saveHeads } from '#lib/server/commands/save-heads.ts';
import { listContributions } from '#lib/server/queries/list-contributions.ts';
import { findOutreachPage } from '#lib/server/queries/find-outreach-page.ts';
import { listOutreach } from '#lib/server/queries/list-outreach.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { anOutreach } from '#tests/support/builders/an-outreach.ts';
import { someEvidence } from '#tests/support/builders/some-evidence.ts';
import { SOME_HEADS } from '#tests/support/builders/some-heads.ts';
import { withDatabase } from '#tests/support/database.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

const LINE: Omit<RecordOutreach, 'organisationId'> = {
	kind: 'event',
	state: 'done',
	title: 'Open lecture',
	startsOn: '2026-03-01',
	endsOn: null,
	place: 'Almaty',
	country: 'KZ',
	organisationIds: [],
	workPackageIds: [],
	summary: '',
	url: 'https://example.org/lecture',
	level: 'PU',
	authors: '',
	venue: '',
	doi: null,
	licence: null
};
const ACTIVITY: Omit<RecordMobility, 'organisationId'> = {
	kind: 'training',
	state: 'done',
	title: 'Training',
	startsOn: '2026-03-02',
	endsOn: null,
	mode: 'online',
	place: '',
	country: null,
	hostOrganisationId: null,
	workPackageIds: [],
	topics: '',
	results: ''
};
async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const koksu = await anOrganisation(db, { projectId, country: 'KZ' });
	const partner = await anActor(db, { projectId, role: 'partner', organisationId: koksu.id });
	const kz = await anActor(db, {
		projectId,
		role: 'national-coordinator',
		scope: { type: 'country', id: 'KZ' }
	});
	const uz = await anActor(db, {
		projectId,
		role: 'national-coordinator',
		scope: { type: 'country', id: 'UZ' }
	});
	const observer = await anActor(db, { projectId, role: 'observer' });
	return { projectId, coordinator, partner, kz, uz, observer, organisationId: koksu.id };
}

test('a partner writes its own lines into the log, and nobody else’s; its national coordinator may change them', () =>
	withDatabase(async (db) => {
		const { projectId, partner, kz, uz, coordinator, organisationId } = await aStage(db);
		const { code } = await recordOutreach(db, partner, { ...LINE, organisationId }, NOW);
		expect(code).toBe('DC-1');
		const foreign = { ...LINE, organisationId: coordinator.organisationId };
		expect(await refused(db, () => recordOutreach(db, partner, foreign, NOW))).toEqual(['out-of-scope']);
		const change = { ...LINE, organisationId, title: 'Open lecture on waste', code };
		await editOutreach(db, kz, { ...change, version: 1 }, NOW);
		expect(await refused(db, () => editOutreach(db, uz, { ...change, version: 2 }, NOW))).toEqual([
			'out-of-scope'
		]);
		await expect(editOutreach(db, partner, { ...change, version: 1 }, NOW)).rejects.toThrow(Conflict);
		const own = await aStage(db);
		await expect(editOutreach(db, own.coordinator, { ...change, version: 2 }, NOW)).rejects.toThrow(NotFound);
		expect((await recordOutreach(db, coordinator, { ...LINE, organisationId: null }, NOW)).code).toBe('DC-2');
		expect(
			(await db.selectFrom('outreach').select('id').where('projectId', '=', projectId).execute()).length
		).toBe(2);
	}));

test('what has not begun did not take place, and what others do not have is not named', () =>
	withDatabase(async (db) => {
		const { coordinator, organisationId } = await aStage(db);
		const { organisationId: foreign } = await aStage(db);
		const tomorrow = { ...LINE, organisationId, startsOn: '2099-01-01', doi: 'nonsense' };
		expect(await refused(db, () => recordOutreach(db, coordinator, tomorrow, NOW))).toEqual([
			'outreach-not-begun',
			'doi-shape'
		]);
		const before = await fingerprint(db);
		const named = { ...LINE, organisationId: null, organisationIds: [foreign] };
		await expect(recordOutreach(db, coordinator, named, NOW)).rejects.toThrow(NotFound);
		expect(await fingerprint(db)).toEqual(before);
	}));

test('the emblem is confirmed on public lines, and asked for again when the address changes', () =>
	withDatabase(async (db) => {
		const { projectId, partner, organisationId } = await aStage(db);
		const { code } = await recordOutreach(db, partner, { ...LINE, organisationId }, NOW);
		const look = { code, version: 1, visibility: 'confirmed', reason: '' } as const;
		await confirmVisibility(db, partner, look, NOW);
		expect(await refused(db, () => confirmVisibility(db, partner, { ...look, version: 2 }, NOW))).toEqual([
			'outreach-unchanged'
		]);
		const gaps = async () => (await listOutreach(db, partner)).find((line) => line.code === code)?.gaps;
		expect(await gaps()).toEqual(['audience', 'evidence']);
		const moved = { ...LINE, organisationId, url: 'https://example.org/new', code, version: 2 };
		await editOutreach(db, partner, moved, NOW);
		expect(await gaps()).toEqual(['visibility', 'audience', 'evidence']);
		const secret = await anOutreach(db, { projectId, organisationId, level: 'SEN' });
		const hidden = { ...look, code: secret.code };
		expect(await refused(db, () => confirmVisibility(db, partner, hidden, NOW))).toEqual([
			'outreach-not-public'
		]);
	}));

test('who finds that the emblem is missing says so, and the line still lacks it', () =>
	withDatabase(async (db) => {
		const { partner, organisationId } = await aStage(db);
		const { code } = await recordOutreach(db, partner, { ...LINE, organisationId }, NOW);
		const look = { code, version: 1, visibility: 'incomplete', reason: 'The disclaimer' } as const;
		await confirmVisibility(db, partner, look, NOW);
		const line = (await listOutreach(db, partner)).find((one) => one.code === code);
		expect(line).toMatchObject({ visibility: 'incomplete' });
		expect(line?.gaps).toContain('visibility');
	}));

test('one list proves an event and a training; its heads count once in each number, the same file known again', () =>
	withDatabase(async (db) => {
		const { projectId, partner, organisationId } = await aStage(db);
		const first = await recordOutreach(db, partner, { ...LINE, organisationId }, NOW);
		const second = await recordOutreach(
			db,
			partner,
			{ ...LINE, organisationId, startsOn: '2026-03-05' },
			NOW
		);
		const training = await recordMobility(db, partner, { ...ACTIVITY, organisationId }, NOW);
		const content = 'the list';
		const once = await someEvidence(db, partner, { level: 'SEN', content });
		const again = await someEvidence(db, partner, { level: 'SEN', content });
		const at = (id: string) => ({ type: 'outreach', id }) as const;
		await addRecordEvidence(db, partner, at(first.id), async () => [once.id], NOW);
		await addRecordEvidence(db, partner, at(second.id), async () => [again.id], NOW);
		await addRecordEvidence(db, partner, { type: 'mobility', id: training.id }, async () => [once.id], NOW);
		const log = (code: string) => ({ type: 'outreach', code }) as const;
		const mobility = { type: 'mobility', code: training.code } as const;
		await saveHeads(db, partner, log(first.code), { ...SOME_HEADS, listId: once.id }, NOW);
		await saveHeads(db, partner, log(second.code), { ...SOME_HEADS, heads: 29, listId: again.id }, NOW);
		await saveHeads(db, partner, mobility, { ...SOME_HEADS, role: 'participant', listId: once.id }, NOW);

		const page = await findOutreachPage(db, partner, second.code);
		expect(page?.heads.map(({ countedAt }) => countedAt)).toEqual([first.code]);
		const sum = async (measure: 'people-reached' | 'people-trained') =>
			total((await listContributions(db, projectId, measure)).map(({ value }) => value)).sum;
		expect([await sum('people-reached'), await sum('people-trained')]).toEqual([30, 30]);
	}));

test('heads are counted of what took place, each group once, from a list of the record', () =>
	withDatabase(async (db) => {
		const { projectId, partner, uz, organisationId } = await aStage(db);
		const { code } = await recordOutreach(db, partner, { ...LINE, organisationId }, NOW);
		const planned = await anOutreach(db, { projectId, organisationId, state: 'planned' });
		const log = { type: 'outreach', code } as const;
		const early = () => saveHeads(db, partner, { ...log, code: planned.code }, SOME_HEADS, NOW);
		expect(await refused(db, early)).toEqual(['heads-not-yet']);
		expect(await refused(db, () => saveHeads(db, uz, log, SOME_HEADS, NOW))).toEqual(['out-of-scope']);
		const { id: listId } = await someEvidence(db, partner);
		await saveHeads(db, partner, log, SOME_HEADS, NOW);
		expect(await refused(db, () => saveHeads(db, partner, log, { ...SOME_HEADS, listId }, NOW))).toEqual([
			'heads-twice',
			'heads-list-unknown'
		]);
		const [line] = (await findOutreachPage(db, partner, code))?.heads ?? [];
		const headsId = line?.id ?? '';
		await saveHeads(db, partner, log, { ...SOME_HEADS, headsId, version: 1, heads: 31 }, NOW);
		const stale = { ...SOME_HEADS, headsId, version: 1, heads: 99 };
		await expect(saveHeads(db, partner, log, stale, NOW)).rejects.toThrow(Conflict);
		await removeHeads(db, partner, log, { headsId }, NOW);
		expect((await findOutreachPage(db, partner, code))?.heads).toEqual([]);
	}));

test('outsiders see what is public and took place', () =>
	withDatabase(async (db) => {
		const { projectId, observer, organisationId } = await aStage(db);
		const open = await anOutreach(db, { projectId, organisationId });
		const secret = await anOutreach(db, { projectId, organisationId, level: 'SEN' });
		const planned = await anOutreach(db, { projectId, organisationId, state: 'planned' });
		expect((await listOutreach(db, observer)).map(({ code }) => code)).toEqual([open.code]);
		for (const { code } of [secret, planned])
			expect(await findOutreachPage(db, observer, code)).toBeUndefined();
	}));

test('a check of links keeps each answer with its day and hash, and tells what changed and what is gone', () =>
	withDatabase(async (db) => {
		const { projectId, partner, organisationId } = await aStage(db);
		const { code } = await recordOutreach(db, partner, { ...LINE, organisationId }, NOW);
		const body = (sha256: string): LinkAnswer => ({ kind: 'body', status: 200, sha256, size: 4 });
		const answers: LinkAnswer[] = [
			body('a'.repeat(64)),
			{ kind: 'status', status: 503 },
			body('b'.repeat(64)),
			body('b'.repeat(64)),
			{ kind: 'status', status: 404 }
		];
		const results: string[] = [];
		for (const [index, answer] of answers.entries()) {
			const at = new Date(NOW.getTime() + index * 86_400_000);
			const [checked] = await checkLinks(
				db,
				projectId,
				async () => answer,
				() => at
			);
			results.push(checked?.result ?? '');
		}
		expect(results).toEqual(['answered', 'no-answer', 'changed', 'answered', 'gone']);
		const page = await findOutreachPage(db, partner, code);
		expect(page?.checks.map(({ result }) => result)).toEqual([...results].reverse());
		expect((await listOutreach(db, partner))[0]?.gaps).toContain('link-gone');
	}));

test('whoever may write into the log has its addresses looked at, each at most every ten minutes', () =>
	withDatabase(async (db) => {
		const { partner, observer, organisationId } = await aStage(db);
		const { code } = await recordOutreach(db, partner, { ...LINE, organisationId }, NOW);
		const asked: string[] = [];
		const ask = (url: string): Promise<LinkAnswer> => {
			asked.push(url);
			return Promise.resolve({ kind: 'status', status: 404 });
		};
		const look = (of: { code?: string }, minutes = 0, by = partner) =>
			checkLinksNow(db, by, of, ask, new Date(NOW.getTime() + minutes * 60_000));
		expect(await refused(db, () => look({}, 0, observer))).toEqual(['role-needed']);
		expect(await look({ code })).toEqual([{ code, url: LINE.url, result: 'gone' }]);
		expect(await refused(db, () => look({}, 9))).toEqual(['links-just-checked']);
		expect(asked).toHaveLength(1);
		expect(await look({}, 10)).toHaveLength(1);
		const bare = await recordOutreach(db, partner, { ...LINE, url: null, organisationId }, NOW);
		expect(await refused(db, () => look({ code: bare.code }, 30))).toEqual(['links-none']);
		await expect(look({ code: 'DC-99' })).rejects.toThrow(NotFound);
		const events = await db
			.selectFrom('auditEvent')
			.select('actorName')
			.where('act', '=', 'outreach:check-link')
			.execute();
		expect(events.map(({ actorName }) => actorName)).toEqual([partner.name, partner.name]);
	}));

test('who only takes part in a record adds to it, and does not make it their own', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, partner, organisationId: own } = await aStage(db);
		const { id: other } = await anOrganisation(db, { projectId, country: 'UZ' });
		const organiser = await anActor(db, { projectId, organisationId: other });
		const line = { ...LINE, organisationId: other, organisationIds: [own] };
		const { code } = await recordOutreach(db, organiser, line, NOW);
		await editOutreach(db, partner, { ...line, code, version: 1, summary: 'With pictures' }, NOW);
		const taken = { ...line, code, version: 2, organisationId: own, organisationIds: [other] };
		expect(await refused(db, () => editOutreach(db, partner, taken, NOW))).toEqual(['organiser-stays']);
		const activity = { ...ACTIVITY, organisationId: other, hostOrganisationId: own };
		const { code: training } = await recordMobility(db, organiser, activity, NOW);
		const host = { ...activity, code: training, version: 1, organisationId: own };
		expect(await refused(db, () => editMobility(db, partner, host, NOW))).toEqual(['organiser-stays']);
		await editMobility(db, partner, { ...activity, code: training, version: 1, topics: 'Soils' }, NOW);
		await editOutreach(db, organiser, taken, NOW);
		await editOutreach(db, coordinator, { ...line, code, version: 3 }, NOW);
	}));
