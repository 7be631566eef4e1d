import type { Db } from '#db/schema.ts';
import { migrations } from '#db/migrations/index.ts';
import { openConnection } from './db.ts';
import { isMailSetUp } from './mail/running.ts';
import { countMail } from './queries/list-mails.ts';
import { findSetting } from './queries/find-setting.ts';
import { listProblems } from './readiness.ts';

const LAST_BACKUP = 'last-backup';

/** How the installation is, without anything of a project's content. */
export async function findInstallationFacts(db: Db) {
	const connection = openConnection();
	return {
		engine: await connection.version(),
		problems: await listProblems(connection),
		migrations: Object.keys(migrations).length,
		timeZones: process.versions.tz ?? 'unknown',
		node: process.versions.node,
		lastBackup: (await findSetting(db, LAST_BACKUP)) ?? null,
		mail: { ...(await countMail(db)), isSetUp: isMailSetUp() }
	};
}
