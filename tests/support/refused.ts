import { expect } from 'vitest';
import type { Db } from '#db/schema.ts';
import { codesOf } from './codes-of.ts';
import { fingerprint } from './fingerprint.ts';

/** The reasons of a refusal that changed nothing at all. */
export async function refused(db: Db, attempt: () => Promise<unknown>): Promise<string[]> {
	const before = await fingerprint(db);
	const codes = await codesOf(attempt());
	expect(await fingerprint(db)).toEqual(before);
	return codes;
}
