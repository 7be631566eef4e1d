import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestSlot } from '#lib/domain/mail/digest-slot.ts';
import { MAIL_KINDS, isMailKind, type MailKind } from '#lib/domain/mail/kinds.ts';
import { planLetters, type Reader, type WaitingNotice } from '#lib/domain/mail/plan-letters.ts';

const KINDS = Object.keys(MAIL_KINDS).filter(isMailKind);
const ALMATY: Reader = { digest: 'daily', timeZone: 'Asia/Almaty', choices: new Map() };

function notice(id: string, kind: MailKind, createdAt: string, personId = 'ada'): WaitingNotice {
	return { id, kind, createdAt, personId };
}

const planOf = (now: string, notices: WaitingNotice[], reader: Partial<Reader> = {}) =>
	planLetters(new Date(now), notices, () => ({ ...ALMATY, ...reader }));

describe('a digest', () => {
	test.each([
		['daily', 'Asia/Almaty', '2026-06-15T01:59:00Z', '2026-06-14', '2026-06-14T02:00:00.000Z'],
		['daily', 'Asia/Almaty', '2026-06-15T02:00:00Z', '2026-06-15', '2026-06-15T02:00:00.000Z'],
		['daily', 'Europe/Madrid', '2026-06-15T05:00:00Z', '2026-06-15', '2026-06-15T05:00:00.000Z'],
		['daily', 'Europe/Madrid', '2026-03-29T04:59:00Z', '2026-03-28', '2026-03-28T06:00:00.000Z'],
		['weekly', 'Asia/Tashkent', '2026-06-17T12:00:00Z', '2026-06-15', '2026-06-15T02:00:00.000Z'],
		['weekly', 'Asia/Tashkent', '2026-06-15T01:00:00Z', '2026-06-08', '2026-06-08T02:00:00.000Z']
	] as const)('%s in %s at %s is that of %s', (rhythm, zone, now, day, at) => {
		const slot = digestSlot(new Date(now), rhythm, zone);
		expect([slot.day, slot.at.toISOString()]).toEqual([day, at]);
	});

	test('is not sent when there is nothing to tell', () => {
		expect(planOf('2026-06-15T02:00:00Z', [])).toEqual({ letters: [], dropped: [] });
	});

	test('tells on one morning all that happened before it, and what came later on the next', () => {
		const notices = [
			notice('1', 'date-moved', '2026-06-14T10:00:00.000Z'),
			notice('2', 'due-soon', '2026-06-15T01:00:00.000Z'),
			notice('3', 'due-soon', '2026-06-15T02:30:00.000Z')
		];
		const [letter, ...others] = planOf('2026-06-15T03:00:00Z', notices).letters;
		expect(others).toEqual([]);
		expect(letter).toEqual({
			id: 'ada-2026-06-15',
			personId: 'ada',
			kind: 'digest',
			slot: '2026-06-15',
			noticeIds: ['1', '2']
		});
	});

	test('takes what its reader wants to read there, and nothing that may not wait', () => {
		const at = '2026-06-14T10:00:00.000Z';
		const notices = [notice('1', 'ball', at), notice('2', 'break-glass', at), notice('3', 'due-broken', at)];
		const choices = new Map([
			['ball', 'digest'],
			['break-glass', 'off'],
			['due-broken', 'off']
		] as const);
		const { letters, dropped } = planOf('2026-06-15T03:00:00Z', notices, { choices });
		expect(letters.map(({ kind, noticeIds }) => [kind, noticeIds])).toEqual([
			['break-glass', ['2']],
			['digest', ['1']]
		]);
		expect(dropped).toEqual([{ id: '3', because: 'opted-out' }]);
	});

	test('that is switched off takes its notices with it, and they are named', () => {
		const notices = [notice('1', 'date-moved', '2026-06-14T10:00:00.000Z')];
		expect(planOf('2026-06-15T03:00:00Z', notices, { digest: 'off' })).toEqual({
			letters: [],
			dropped: [{ id: '1', because: 'digest-off' }]
		});
	});
});

test('whatever is queued for whom, each notice stands in one letter, is named as unwanted, or waits', () => {
	const start = Date.parse('2026-06-10T00:00:00Z');
	const notices = fc.uniqueArray(
		fc.record({
			id: fc.uuid(),
			kind: fc.constantFrom(...KINDS),
			personId: fc.constantFrom('ada', 'bela', 'cem'),
			createdAt: fc.integer({ min: 0, max: 7 * 86_400 }).map((s) => new Date(start + s * 1000).toISOString())
		}),
		{ selector: (one) => one.id }
	);
	const reader = fc.record({
		digest: fc.constantFrom('daily', 'weekly', 'off'),
		timeZone: fc.constantFrom('Asia/Almaty', 'Europe/Nicosia'),
		choices: fc
			.array(fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom('digest', 'off')))
			.map((pairs) => new Map(pairs))
	});
	fc.assert(
		fc.property(notices, reader, fc.integer({ min: 0, max: 8 * 86_400 }), (queued, wants, seconds) => {
			const now = new Date(start + seconds * 1000);
			const { letters, dropped } = planLetters(now, queued, () => wants);
			const told = [...letters.flatMap((one) => one.noticeIds), ...dropped.map((one) => one.id)];
			expect(new Set(told).size).toBe(told.length);
			for (const letter of letters) {
				expect(letter.noticeIds.length).toBeGreaterThan(0);
				for (const id of letter.noticeIds)
					expect(queued.find((one) => one.id === id)?.personId).toBe(letter.personId);
			}
			for (const { id } of dropped)
				expect(MAIL_KINDS[queued.find((one) => one.id === id)?.kind ?? 'reset'].optional).toBe(true);
			// Eight days on nothing waits that is older than a weekly digest.
			const after = planLetters(new Date(start + 15 * 86_400_000), queued, () => wants);
			const all = [...after.letters.flatMap((one) => one.noticeIds), ...after.dropped.map((one) => one.id)];
			expect(all.sort()).toEqual(queued.map((one) => one.id).sort());
		}),
		{ numRuns: 300 }
	);
});
