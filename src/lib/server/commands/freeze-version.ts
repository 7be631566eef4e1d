import type { Db } from '#db/schema.ts';
import type { Version } from '#lib/domain/deliverables.ts';
import { sha256 } from '#lib/server/ids.ts';

/** Freezes a version for ever under the SHA-256 of the sorted hashes of its files; once frozen it keeps its digest. */
export async function freezeVersion(db: Db, version: Version, now: Date): Promise<string> {
	if (version.digest !== null) return version.digest;
	const digest = sha256(
		version.files
			.map((file) => file.sha256)
			.sort()
			.join('\n')
	);
	await db
		.updateTable('itemVersion')
		.set({ frozenAt: now.toISOString(), digest })
		.where('id', '=', version.id)
		.where('frozenAt', 'is', null)
		.execute();
	return digest;
}
