import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** In the same places as tests/support looks for it. */
export function hasPostgres() {
	if (process.env.TEST_DATABASE_URL) return true;
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian)
		? readdirSync(debian).map((version) => join(debian, version, 'bin'))
		: [];
	const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions];
	return folders.some((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}
