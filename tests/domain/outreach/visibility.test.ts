import { expect, test } from 'vitest';
import { isVisible } from '#lib/domain/outreach/outreach.ts';
import { logCounts } from '#lib/domain/outreach/outreach-counts.ts';

test('an emblem that somebody found missing is no emblem', () => {
	expect([null, 'incomplete', 'confirmed', 'not-applicable'].map(isVisible)).toEqual([
		false,
		false,
		true,
		true
	]);
	const line = { kind: 'web', level: 'PU', state: 'done' as const, heads: [], startsOn: null };
	const lines = ['confirmed', 'incomplete', null].map((visibility, index) => ({
		...line,
		...{ id: `l${index}`, visibility }
	}));
	expect(logCounts(lines)).toMatchObject({ open: 3, confirmed: 1 });
});
