import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACT_TEXT, actText } from '#lib/text/acts.ts';

/** Acts as they stand in the code: the argument of `recordAudit`, or the field of an entry. */
const WRITTEN = /(?:recordAudit\(\s*\w+,\s*\w+,\s*|\bact: )'([a-z-]+:[a-z-]+)'/g;

test('every act that the code records is said in words', () => {
	const acts = globSync(['src/lib/server/**/*.ts', 'src/routes/**/*.ts', 'db/**/*.ts']).flatMap((path) =>
		[...readFileSync(path, 'utf8').matchAll(WRITTEN)].map((found) => found[1] ?? '')
	);
	expect(acts.length).toBeGreaterThan(20);
	expect([...new Set(acts)].filter((act) => !Object.hasOwn(ACT_TEXT, act)).sort()).toEqual([]);
});

test('an act of a newer or older version is still readable', () => {
	expect(actText('deliverable:fold-in-half')).toBe('deliverable fold in half');
	expect(actText('constructor')).toBe('constructor');
});
