import type { Command } from './command.ts';
import * as audit from './audit.ts';
import * as checkLinks from './check-links.ts';
import * as demo from './demo.ts';
import * as createAdmin from './create-admin.ts';
import * as backup from './backup.ts';
import * as doctor from './doctor.ts';
import * as importProject from './import-project.ts';
import * as mail from './mail.ts';
import * as migrate from './migrate.ts';
import * as restore from './restore.ts';

/** In the order in which `help` shows them. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
	['migrate', migrate],
	['demo', demo],
	['import-project', importProject],
	['create-admin', createAdmin],
	['doctor', doctor],
	['mail', mail],
	['audit', audit],
	['check-links', checkLinks],
	['backup', backup],
	['restore', restore]
]);
