import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFailure, isFreshAuthentication, waitSeconds, type Attempts } from '#lib/domain/sign-in.ts';

const NOW = new Date('2026-06-15T09:00:00.000Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

function failures(count: number, free: number, at = NOW): Attempts | null {
	let attempts: Attempts | null = null;
	for (let failure = 0; failure < count; failure += 1) attempts = countFailure(attempts, free, at);
	return attempts;
}

test.each([
	[5, 0],
	[6, 30],
	[7, 60],
	[8, 120],
	[9, 240],
	[10, 480],
	[11, 900],
	[60, 900]
])('after %i failures with five free the wait is %i seconds', (count, seconds) => {
	const attempts = failures(count, 5);
	expect(attempts && waitSeconds(attempts, NOW)).toBe(seconds);
});

test('a quiet quarter of an hour forgets everything', () => {
	const attempts = failures(9, 5);
	expect(countFailure(attempts, 5, after(240 + 901))).toMatchObject({ failures: 1, blockedUntil: null });
	expect(countFailure(attempts, 5, after(240 + 899))).toMatchObject({ failures: 10 });
});

test('nobody waits longer than a quarter of an hour, whatever happened', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 80 }),
			fc.integer({ min: 1, max: 20 }),
			(gaps, free) => {
				let at = 0;
				let attempts: Attempts | null = null;
				for (const gap of gaps) {
					at += gap;
					attempts = countFailure(attempts, free, after(at));
					expect(waitSeconds(attempts, after(at))).toBeLessThanOrEqual(900);
				}
			}
		)
	);
});

test.each([
	[0, true],
	[600, true],
	[601, false],
	[-1, false]
])('a password given %i seconds ago counts for a signature: %s', (seconds, isFresh) => {
	expect(isFreshAuthentication(NOW.toISOString(), after(seconds))).toBe(isFresh);
});
