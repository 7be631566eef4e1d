import type { Db } from '#db/schema.ts';
import { listStoredFiles } from '#lib/server/files/verify-files.ts';
import { listChains, verifyChain } from '#lib/server/queries/verify-chain.ts';
import type { Manifest } from './manifest.ts';
import { countRows, listMigrations, listTables } from './tables.ts';

/** What a manifest says of the content of a database. */
export async function describeDatabase(db: Db, engine: Manifest['engine']) {
	const tables = await listTables(db, engine);
	return {
		tables,
		migrations: await listMigrations(db),
		rows: await countRows(db, tables),
		chains: await describeChains(db),
		stored: await listStoredFiles(db)
	};
}

export async function describeChains(db: Db): Promise<Manifest['chains']> {
	const chains: Manifest['chains'] = [];
	for (const chain of await listChains(db)) {
		const { head, broken } = await verifyChain(db, chain);
		chains.push({ chain, ...head, broken: broken && `${broken.problem} at event ${broken.sequence}` });
	}
	return chains;
}
