import type { Db } from '#db/schema.ts';
import { fingerprint, lastWrite } from '#tests/support/fingerprint.ts';

/** From now on tells which tables with work of people were changed; hashes them only when something was written. */
export async function unchangedSince(db: Db): Promise<() => Promise<string[]>> {
	const before = await fingerprint(db);
	let written = await lastWrite(db);
	return async () => {
		const seen = await lastWrite(db);
		if (seen === written) return [];
		written = seen;
		const after = await fingerprint(db);
		return Object.keys(after).filter((table) => after[table] !== before[table]);
	};
}
