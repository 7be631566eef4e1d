import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { AuditEvent } from '#db/schema/audit.ts';
import { canonicalEvent } from '#lib/domain/audit-chain.ts';
import { appendAudit } from '#lib/server/audit.ts';
import { sha256 } from '#lib/server/ids.ts';
import { findChainHead, listChains, verifyChain } from '#lib/server/queries/verify-chain.ts';
import { aChain } from '#tests/support/builders/a-chain.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { howOften } from '#tests/support/how-often.ts';

const LENGTH = 12;
const TAMPERINGS = howOften('TAMPERINGS', { few: 200, many: 1000 });

const read = (db: Db) =>
	db.selectFrom('auditEvent').selectAll().where('chain', '=', 'c').orderBy('sequence').execute();

async function replaceAll(db: Db, events: readonly AuditEvent[], head?: { sequence: number; hash: string }) {
	await db.deleteFrom('auditEvent').where('chain', '=', 'c').execute();
	if (events.length > 0)
		await db
			.insertInto('auditEvent')
			.values([...events])
			.execute();
	if (head) await db.updateTable('auditHead').set(head).where('chain', '=', 'c').execute();
}

/** What somebody with the database in hand, but not with a noted head, can do at best. */
function rehashed(events: readonly AuditEvent[], from: number): AuditEvent[] {
	let previousHash = events[from - 1]?.hash ?? '0'.repeat(64);
	return events.map((event, index) => {
		if (index < from) return event;
		const changed = { ...event, sequence: index + 1, previousHash };
		previousHash = sha256(canonicalEvent(changed));
		return { ...changed, hash: previousHash };
	});
}

const headOf = (events: readonly AuditEvent[]) => ({
	sequence: events.length,
	hash: events.at(-1)?.hash ?? '0'.repeat(64)
});

const FIELDS = [
	'at',
	'actorName',
	'actorId',
	'actingFor',
	'organisationId',
	'act',
	'recordType',
	'recordId',
	'recordLabel',
	'details',
	'previousHash',
	'hash'
] as const;

interface Tampered {
	events: AuditEvent[];
	head?: { sequence: number; hash: string };
	/** First bad event that must be named; undefined: only the noted head can tell. */
	firstBad: number | undefined;
}

const WAYS: Record<string, (events: AuditEvent[], at: number, dice: number) => Tampered> = {
	edit(events, at, dice) {
		const field = FIELDS[dice % FIELDS.length] ?? 'act';
		const changed = field === 'hash' || field === 'previousHash' ? sha256(String(dice)) : `x${dice}`;
		const edited = events.map((event, index) => (index === at ? { ...event, [field]: changed } : event));
		return { events: edited, firstBad: at + 1 };
	},
	delete: (events, at) => ({ events: events.filter((_, index) => index !== at), firstBad: at + 1 }),
	insert(events, at) {
		const extra = events.slice(at, at + 1).map((event) => ({ ...event, actorName: 'Nobody' }));
		const spread = [...events.slice(0, at), ...extra, ...events.slice(at)];
		return { events: spread.map((event, index) => ({ ...event, sequence: index + 1 })), firstBad: at + 1 };
	},
	reorder(events, at) {
		const first = Math.min(at, events.length - 2);
		const swapped = [...events];
		swapped.splice(first, 2, ...events.slice(first, first + 2).reverse());
		return {
			events: swapped.map((event, index) => ({ ...event, sequence: index + 1 })),
			firstBad: first + 1
		};
	},
	truncate: (events, at) => ({ events: events.slice(0, at), firstBad: at + 1 }),
	'truncate with its head': (events, at) => {
		const kept = events.slice(0, at);
		return { events: kept, head: headOf(kept), firstBad: undefined };
	},
	'rehash one event': (events, at) => {
		const changed = events.map((event, index) => (index === at ? { ...event, actorName: 'Nobody' } : event));
		const one = rehashed(changed, at).slice(0, at + 1);
		return { events: [...one, ...events.slice(at + 1)], firstBad: Math.min(at + 2, LENGTH) };
	},
	'rehash the tail': (events, at) => {
		const changed = events.map((event, index) => (index === at ? { ...event, actorName: 'Nobody' } : event));
		return { events: rehashed(changed, at), firstBad: LENGTH };
	},
	'rehash the tail with its head': (events, at) => {
		const changed = events.map((event, index) => (index === at ? { ...event, actorName: 'Nobody' } : event));
		const events_ = rehashed(changed, at);
		return { events: events_, head: headOf(events_), firstBad: undefined };
	}
};

describe('an audit chain', () => {
	test('that nobody touched is unbroken, and holds every head it ever had', () =>
		withDatabase(async (db) => {
			await aChain(db, 'other', 3);
			const heads = [];
			for (let length = 0; length < 4; length++) {
				heads.push(await findChainHead(db, 'c'));
				await aChain(db, 'c', 1);
			}
			expect(heads.map((head) => head.sequence)).toEqual([0, 1, 2, 3]);
			for (const head of heads)
				expect(await verifyChain(db, 'c', head)).toMatchObject({ broken: null, anchored: true });
			expect(await listChains(db)).toEqual(['c', 'other']);
		}));

	test('names the first bad event, however it was tampered with', () =>
		withDatabase(async (db) => {
			await aChain(db, 'c', LENGTH);
			const events = await read(db);
			const head = headOf(events);
			const tampering = fc.tuple(fc.constantFrom(...Object.keys(WAYS)), fc.nat(LENGTH - 1), fc.nat());
			await fc.assert(
				fc.asyncProperty(tampering, async ([way, at, dice]) => {
					const tampered = WAYS[way]?.(events, at, dice) ?? { events, firstBad: 0 };
					await replaceAll(db, tampered.events, tampered.head ?? head);
					const report = await verifyChain(db, 'c', head);
					expect(report.broken?.sequence, way).toBe(tampered.firstBad);
					expect(report.broken === null && report.anchored, way).toBe(false);
				}),
				{ numRuns: TAMPERINGS }
			);
			await replaceAll(db, events, head);
			expect(await verifyChain(db, 'c', head)).toMatchObject({ broken: null, anchored: true });
		}));

	test('whose head was removed, or that goes on behind its head, is broken', () =>
		withDatabase(async (db) => {
			await aChain(db, 'c', 3);
			const head = await findChainHead(db, 'c');
			const [, second] = await read(db);
			await db
				.updateTable('auditHead')
				.set({ sequence: 2, hash: second?.hash ?? '' })
				.execute();
			expect((await verifyChain(db, 'c')).broken).toEqual({ problem: 'head', sequence: 3 });
			await db
				.updateTable('auditHead')
				.set({ sequence: 3, hash: sha256('x') })
				.execute();
			expect((await verifyChain(db, 'c')).broken).toEqual({ problem: 'head', sequence: 3 });
			await db.deleteFrom('auditHead').execute();
			expect((await verifyChain(db, 'c', head)).broken).toEqual({ problem: 'head', sequence: 1 });
			expect(await listChains(db)).toEqual(['c']);
		}));

	test('is not forked by many writers at once', () =>
		withDatabase(async (db) => {
			const actor = { personId: null, name: 'Writer', organisationId: null };
			const write = (number: number) =>
				db.transaction().execute((db) => {
					const record = { type: 'test', id: null, label: String(number) };
					return appendAudit(db, { chain: 'c', actor, act: 'test:write', record }, NOW);
				});
			await Promise.all(Array.from({ length: 40 }, (_, number) => write(number)));
			expect(await verifyChain(db, 'c')).toMatchObject({ head: { sequence: 40 }, broken: null });
		}));

	test('has no event of a transaction that was rolled back', () =>
		withDatabase(async (db) => {
			await aChain(db, 'c', 2);
			const head = await findChainHead(db, 'c');
			const entry = {
				chain: 'c',
				actor: { personId: null, name: 'X', organisationId: null },
				act: 'test:write',
				record: { type: 'test', id: null, label: '' }
			};
			const failing = db.transaction().execute(async (db) => {
				await appendAudit(db, entry, NOW);
				throw new Error('changed my mind');
			});
			await expect(failing).rejects.toThrow('changed my mind');
			expect(await findChainHead(db, 'c')).toEqual(head);
			expect((await verifyChain(db, 'c')).broken).toBe(null);
		}));
});
