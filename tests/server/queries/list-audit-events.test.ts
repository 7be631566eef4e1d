import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseAuditFilter } from '#lib/schemas/audit-filter.ts';
import { appendAudit, recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { AUDIT_PAGE, listAuditEvents } from '#lib/server/queries/list-audit-events.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { withDatabase } from '#tests/support/database.ts';

const ZONE = 'Europe/Madrid';

async function labels(db: Db, actor: Actor, query = ''): Promise<string[]> {
	const events = await listAuditEvents(db, actor, ZONE, parseAuditFilter(new URLSearchParams(query)));
	return events.map((event) => event.recordLabel);
}

/** D1.1 led from Kazakhstan in WP1, D2.1 led from Uzbekistan in WP2, and one event of the coordinator on each. */
async function aSetting(db: Db) {
	const { id: projectId } = await aProject(db);
	const kz = await anOrganisation(db, { projectId, country: 'KZ' });
	const uz = await anOrganisation(db, { projectId, country: 'UZ' });
	const wp2 = await aWorkPackage(db, { projectId, number: 2 });
	await aWorkPackage(db, { projectId, number: 1 });
	const first = await aDeliverable(db, { projectId, code: 'D1.1', leadOrganisationId: kz.id });
	const wp = { workPackageId: wp2.id };
	const second = await aDeliverable(db, { projectId, code: 'D2.1', leadOrganisationId: uz.id, ...wp });
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	const say = (actor: Actor, act: string, label: string, at = NOW) =>
		db.transaction().execute((db) => recordAudit(db, actor, act, { type: 'person', id: null, label }, at));
	for (const item of [first, second])
		await db
			.transaction()
			.execute((db) => recordAudit(db, coordinator, 'deliverable:plan', auditedItem(item), NOW));
	await say(coordinator, 'person:invite', 'somebody@example.org');
	return { projectId, kz, uz, wp2, coordinator, say };
}

describe('the audit trail', () => {
	test('shows everything to the coordinator and to QA, newest first', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator } = await aSetting(db);
			const all = ['somebody@example.org', 'D2.1', 'D1.1'];
			expect(await labels(db, coordinator)).toEqual(all);
			for (const role of ['qa-lead', 'qa-reviewer'] as const)
				expect(await labels(db, await anActor(db, { projectId, role }))).toEqual(all);
		}));

	test('shows to a country, a work package, an organisation its own items, and to everybody their own acts', () =>
		withDatabase(async (db) => {
			const { projectId, kz, uz, wp2, say } = await aSetting(db);
			const country = { type: 'country', id: 'UZ' } as const;
			const scope = { type: 'work-package', id: wp2.id } as const;
			const national = await anActor(db, { projectId, role: 'national-coordinator', scope: country });
			const leader = await anActor(db, { projectId, role: 'wp-leader', scope });
			const partner = await anActor(db, { projectId, organisationId: kz.id });
			const stranger = await anActor(db, { projectId });
			expect(await labels(db, national)).toEqual(['D2.1']);
			expect(await labels(db, leader)).toEqual(['D2.1']);
			expect(await labels(db, partner)).toEqual(['D1.1']);
			expect(await labels(db, stranger)).toEqual([]);
			await say(stranger, 'session:start', 'me');
			expect(await labels(db, stranger)).toEqual(['me']);
			expect(await labels(db, await anActor(db, { projectId, organisationId: uz.id }))).toEqual(['D2.1']);
		}));

	test('shows nothing of another project', () =>
		withDatabase(async (db) => {
			await aSetting(db);
			const foreign = await anActor(db, { projectId: (await aProject(db)).id, role: 'coordinator' });
			expect(await labels(db, foreign)).toEqual([]);
		}));

	test('is filtered by person, act, record, outcome and by days of the coordinator’s zone', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator, say } = await aSetting(db);
			const other = await anActor(db, { projectId, role: 'qa-lead' });
			await say(other, 'audit:export', 'late', new Date('2026-06-15T21:59:59.999Z'));
			await say(other, 'audit:export', 'next day', new Date('2026-06-15T22:00:00.000Z'));
			const entry = {
				chain: projectId,
				actor: other,
				act: 'x',
				record: { type: 'page', id: null, label: 'no' }
			};
			await db
				.transaction()
				.execute((db) => appendAudit(db, { ...entry, outcome: 'refused' }, new Date('2026-06-17T10:00:00Z')));
			expect(await labels(db, coordinator, `person=${other.personId}`)).toEqual(['no', 'next day', 'late']);
			expect(await labels(db, coordinator, 'act=deliverable:plan')).toEqual(['D2.1', 'D1.1']);
			expect(await labels(db, coordinator, 'record=D2.1')).toEqual(['D2.1']);
			expect(await labels(db, coordinator, 'outcome=refused')).toEqual(['no']);
			expect(await labels(db, coordinator, 'from=2026-06-16&to=2026-06-16')).toEqual(['next day']);
			expect(await labels(db, coordinator, 'to=2026-06-15&act=audit:export')).toEqual(['late']);
		}));

	test('takes no harm from a filter that cannot be read', () =>
		withDatabase(async (db) => {
			const { coordinator } = await aSetting(db);
			for (const query of ['from=2026-02-31', 'to=x', 'before=-1', 'before=9e9', 'outcome=maybe', 'x=y'])
				expect(await labels(db, coordinator, query), query).toHaveLength(3);
			expect(await labels(db, coordinator, `person=${'x'.repeat(5000)}`)).toHaveLength(3);
		}));

	test('is read page by page', () =>
		withDatabase(async (db) => {
			const { coordinator, say } = await aSetting(db);
			for (let number = 0; number < AUDIT_PAGE; number++)
				await say(coordinator, 'session:start', `${number}`);
			expect(await labels(db, coordinator)).toHaveLength(AUDIT_PAGE + 1);
			expect(await labels(db, coordinator, 'before=4')).toEqual(['somebody@example.org', 'D2.1', 'D1.1']);
		}));
});
