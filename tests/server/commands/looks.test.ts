import { expect, test } from 'vitest';
import { can } from '#lib/domain/can.ts';
import { isLookable } from '#lib/domain/duties.ts';
import { PERMISSIONS, rulesOf, type Permission } from '#lib/domain/permissions.ts';
import { beginLook, endLook } from '#lib/server/commands/begin-look.ts';
import { findMembership } from '#lib/server/http/context.ts';
import { findEvidenceFile } from '#lib/server/queries/find-evidence-file.ts';
import { listLooks } from '#lib/server/queries/list-looks.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEvidenceUse, someEvidence } from '#tests/support/builders/some-evidence.ts';
import type { Db } from '#db/schema.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const REASON = { reason: 'A page of D4.2 does not open' };

async function aSetting(db: Db) {
	const { id: projectId, slug } = await aProject(db);
	const admin = await anActor(db, { projectId, role: 'admin' });
	const qaLead = await anActor(db, { projectId, role: 'qa-lead' });
	const partner = await anActor(db, { projectId });
	const at = async (when: Date) => {
		const found = await findMembership(db, slug, admin, when);
		if (!found) throw new Error('not a member');
		return found.actor;
	};
	return { projectId, admin, qaLead, partner, at };
}

test('an administrator reads for an hour, with a reason on record, and does nothing', () =>
	withDatabase(async (db) => {
		const { projectId, admin, at } = await aSetting(db);
		expect(can(await at(NOW), 'deliverable:read', {}).ok).toBe(false);
		await beginLook(db, admin, REASON, NOW);
		expect(can(await at(minutes(59)), 'deliverable:read', {}).ok).toBe(true);
		expect(can(await at(minutes(60)), 'deliverable:read', {}).ok).toBe(false);
		const looking = await at(minutes(1));
		const isPermission = (name: string): name is Permission => name in PERMISSIONS;
		const gained = Object.keys(PERMISSIONS)
			.filter(isPermission)
			.filter((name) => rulesOf(name, 'admin').length === 0 && can(looking, name, {}).ok);
		expect(gained.every((name) => name.endsWith(':read') && isLookable(name))).toBe(true);
		expect(gained).not.toContain('audit:read');
		expect(await listLooks(db, projectId, minutes(1))).toMatchObject([{ ...REASON, isOpen: true }]);
		const event = await db.selectFrom('auditEvent').select(['act', 'details']).executeTakeFirstOrThrow();
		expect(event.act).toBe('look:begin');
		expect(event.details).toContain(REASON.reason);
	}));

test('the QA lead ends a look at once; another one needs a new reason, and nobody else begins one', () =>
	withDatabase(async (db) => {
		const { projectId, admin, qaLead, partner, at } = await aSetting(db);
		await beginLook(db, admin, REASON, NOW);
		expect(await refused(db, () => beginLook(db, admin, REASON, minutes(5)))).toEqual(['look-open']);
		const [look] = await listLooks(db, projectId, NOW);
		const end = () => endLook(db, qaLead, { lookId: look?.id ?? '' }, minutes(6));
		await end();
		expect(can(await at(minutes(7)), 'deliverable:read', {}).ok).toBe(false);
		expect(await refused(db, end)).toEqual(['look-over']);
		expect(await refused(db, () => beginLook(db, qaLead, REASON, minutes(8)))).toEqual(['role-needed']);
		expect(await refused(db, () => endLook(db, partner, { lookId: '' }, minutes(8)))).toEqual([
			'role-needed'
		]);
		await beginLook(db, admin, { reason: 'Another page' }, minutes(9));
	}));

test('a look opens no sensitive file', () =>
	withDatabase(async (db) => {
		const { projectId, admin, partner, at } = await aSetting(db);
		const item = await aDeliverable(db, { projectId, leadOrganisationId: partner.organisationId });
		const files = [
			await someEvidence(db, partner, { level: 'PU' }),
			await someEvidence(db, partner, { level: 'SEN' })
		];
		for (const { id } of files) await anEvidenceUse(db, partner, { evidenceId: id, itemId: item.id });
		await beginLook(db, admin, REASON, NOW);
		const looking = await at(minutes(1));
		const opens: boolean[] = [];
		for (const { id } of files) opens.push((await findEvidenceFile(db, looking, id)) !== undefined);
		expect(opens).toEqual([true, false]);
	}));
