import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { assessRisk } from '#lib/server/commands/assess-risk.ts';
import { findHome } from '#lib/server/queries/find-home.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { aReportingPeriod } from '#tests/support/builders/a-reporting-period.ts';
import { aRisk } from '#tests/support/builders/a-risk.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { anEntryToSign } from '#tests/support/entry-signing.ts';

const homeOf = (db: Db, actor: Actor, project: Awaited<ReturnType<typeof aProject>>) =>
	findHome(db, actor, { project, today: TODAY, timeZone: project.timeZone, now: NOW });

test('the coordinator sees risks that are new or worse and measures that are overdue, and what nobody assessed', () =>
	withDatabase(async (db) => {
		const project = await aProject(db);
		const projectId = project.id;
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		await aReportingPeriod(db, { projectId });
		await aReportingPeriod(db, { projectId, number: 2, startMonth: 19, endMonth: 36 });
		const { id: workPackage } = await aWorkPackage(db, { projectId });
		const risk = (given: Partial<Parameters<typeof aRisk>[1]> = {}) =>
			aRisk(db, { projectId, workPackageIds: [workPackage], ...given });
		const worse = await risk();
		const better = await risk();
		await risk();
		const nobody = await risk({ state: 'identified', likelihood: null, severity: null });
		const fresh = await risk({ foreseen: 0, openedAt: '2026-06-01T09:00:00.000Z', likelihood: 1 });
		await risk({ state: 'closed', openedAt: '2026-06-01T09:00:00.000Z' });
		const overdue = await risk({ likelihood: 2 });
		await db
			.insertInto('riskMitigation')
			.values({
				...{ id: 'm1', projectId, riskId: overdue.id, number: 1, text: 'Buy a pump', dueOn: '2026-06-14' },
				...{ ownerId: null, organisationId: null, state: 'open', endedText: '', endedBy: null },
				...{ endedAt: null, createdBy: null, createdAt: NOW.toISOString(), origin: 'entered' }
			})
			.execute();
		const assess = ({ id: riskId }: { id: string }, likelihood: number) =>
			assessRisk(db, coordinator, { riskId, version: 1, likelihood, severity: 3, note: 'Asked around' }, NOW);
		await assess(worse, 5);
		await assess(better, 1);

		const { risks, packages } = await homeOf(db, coordinator, project);
		expect(risks?.watched.map(({ number, trend }) => [number, trend.direction])).toEqual([
			[worse.number, 'worse'],
			[overdue.number, 'same'],
			[fresh.number, 'new']
		]);
		expect(risks).toMatchObject({ open: 6, unassessed: 1, unsaid: 6, since: '2025-05-31' });
		expect(packages).toHaveLength(1);

		await assess(nobody, 2);
		const then = await homeOf(db, coordinator, project);
		expect(then.risks?.watched.map(({ number }) => number)).toContain(nobody.number);
		expect(then.risks?.unassessed).toBe(0);

		const partner = await anActor(db, { projectId });
		expect((await homeOf(db, partner, project)).risks).toBeNull();
	}));

test('approvals that have lapsed are seen by the coordinator, in the country and in the organisation', () =>
	withDatabase(async (db) => {
		const made = await anEntryToSign(db);
		await made.reviewed();
		await made.name(made.rector);
		await made.approve(made.rector, { validUntilOn: '2026-12-31' });
		await db.updateTable('institutionApproval').set({ validUntilOn: '2026-06-14' }).execute();

		const projectId = made.project.id;
		const { id: organisationId, country } = made.kaznu;
		const national = (of: string) =>
			anActor(db, { projectId, role: 'national-coordinator', scope: { type: 'country', id: of } });
		const lapsed = async (actor: Actor) =>
			(await homeOf(db, actor, made.project)).lapsed.map(({ code }) => code);

		const here = [made.entry.code];
		expect(await lapsed(await anActor(db, { projectId, role: 'coordinator' }))).toEqual(here);
		expect(await lapsed(await national(country))).toEqual(here);
		expect(await lapsed(await anActor(db, { projectId, organisationId }))).toEqual(here);
		expect(await lapsed(await national(country === 'UZ' ? 'KZ' : 'UZ'))).toEqual([]);
		expect(await lapsed(await anActor(db, { projectId }))).toEqual([]);
		expect(await lapsed(await anActor(db, { projectId, role: 'observer' }))).toEqual([]);
	}));

test('a national coordinator finds the visit pack of the own country', () =>
	withDatabase(async (db) => {
		const project = await aProject(db);
		const scope = { type: 'country' as const, id: 'UZ' };
		const national = await anActor(db, { projectId: project.id, role: 'national-coordinator', scope });
		const coordinator = await anActor(db, { projectId: project.id, role: 'coordinator' });
		expect((await homeOf(db, national, project)).packs).toEqual(['UZ']);
		expect((await homeOf(db, coordinator, project)).packs).toEqual([]);
	}));
