import { beforeAll, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { deliverableHolder } from '#lib/domain/deliverable-holder.ts';
import type { Actor, Role, ScopeType } from '#lib/domain/roles.ts';
import { findDeliverableFacts } from '#lib/server/queries/find-deliverable-facts.ts';
import { findHome } from '#lib/server/queries/find-home.ts';
import { findMilestonePage } from '#lib/server/queries/find-milestone-page.ts';
import { listItems } from '#lib/server/queries/list-items.ts';

const WHEN = { today: '2026-06-15', soonDays: 14 };
const HOME = {
	...WHEN,
	timeZone: 'Europe/Madrid',
	now: new Date('2026-06-15T09:00:00.000Z'),
	project: { id: '', startOn: '2023-12-01', durationMonths: 36 }
};

async function actorOf(
	db: Db,
	email: string,
	role: Role,
	scopeType: ScopeType = 'project',
	scopeId: string | null = null
) {
	const person = await db
		.selectFrom('person')
		.innerJoin('membership', 'membership.personId', 'person.id')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select(['person.id', 'person.name', 'membership.projectId', 'organisationId', 'acronym', 'country'])
		.where('email', '=', email)
		.executeTakeFirstOrThrow();
	const actor: Actor = {
		personId: person.id,
		name: person.name,
		projectId: person.projectId,
		organisationId: person.organisationId,
		organisationAcronym: person.acronym,
		country: person.country,
		grants: [{ id: role, role, scopeType, scopeId }]
	};
	return actor;
}

/** Loading the demonstration takes longer than all that is asked of it: its lists are looked at in the same database. */
export function testLists(opened: () => Db): void {
	let db: Db;
	beforeAll(() => {
		db = opened();
	});

	test('a list names the same holder as the page of each item', async () => {
		const actor = await actorOf(db, 'coordinator@leslie.example', 'coordinator');
		const items = await listItems(db, actor, WHEN);
		expect(items.length).toBeGreaterThan(30);
		for (const item of items.filter(({ kind }) => kind === 'deliverable')) {
			const found = await findDeliverableFacts(db, actor.projectId, { id: item.id });
			expect([item.code, item.holder]).toEqual([item.code, found && deliverableHolder(found.facts)]);
		}
		for (const item of items.filter(({ kind }) => kind === 'milestone')) {
			const page = await findMilestonePage(db, actor, item.code, {
				project: { timeZone: 'Europe/Madrid' },
				today: WHEN.today
			});
			expect([item.code, item.holder?.awaits]).toEqual([item.code, page?.inside?.holder?.awaits]);
		}
	});

	test('an observer is listed nothing but public results, also on the first page', async () => {
		const actor = await actorOf(db, 'observer@leslie.example', 'observer');
		const items = await listItems(db, actor, WHEN);
		const codes = items.map(({ code, state }) => `${code} ${state}`);
		expect(codes).toContain('D2.1 accepted');
		expect(codes).not.toContain('D1.1 accepted');
		expect(items.every(({ state }) => ['accepted', 'declared'].includes(state))).toBe(true);
		const home = await findHome(db, actor, HOME);
		expect(home.results).toHaveLength(items.length);
		const { late, due } = home.counts;
		expect([home.waiting.items, late, due, home.changes]).toEqual([[], [], [], null]);
	});

	test('the national coordinator’s first page counts the country, with organisations that owe nothing', async () => {
		const actor = await actorOf(db, 'uz@leslie.example', 'national-coordinator', 'country', 'UZ');
		const home = await findHome(db, actor, HOME);
		expect(home.partners.map(({ acronym }) => acronym)).toEqual([
			'FPI',
			'TIIAME-NRU',
			'BINRM',
			'BSU',
			'IAU',
			'MHESI'
		]);
		expect(home.counts.late.every((item) => item.leadCountry === 'UZ' || item.mine)).toBe(true);
		expect(home.partners.find(({ acronym }) => acronym === 'BINRM')?.late).toBe(1);
	});
}
