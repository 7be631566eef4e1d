import type { Db } from '#db/schema.ts';
import { countCommits, fingerprint } from '#tests/support/fingerprint.ts';

/** From now on tells which tables with work of people were changed; hashes them only when something was written. */
export async function unchangedSince(db: Db): Promise<() => Promise<string[]>> {
	const before = await fingerprint(db);
	let commits = await countCommits(db);
	return async () => {
		const seen = await countCommits(db);
		if (seen === commits) return [];
		commits = seen;
		const after = await fingerprint(db);
		return Object.keys(after).filter((table) => after[table] !== before[table]);
	};
}
