import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '#tests/support/free-port.ts';

const here = fileURLToPath(new URL('bare', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds and starts the framework's own empty page, of the versions in the lockfile. */
export async function startBareServer(): Promise<{ origin: string; stop(): Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'leslie-bare-'));
	cpSync(here, folder, { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	const building = spawn('vite', ['build', '--logLevel', 'warn'], {
		cwd: folder,
		stdio: 'inherit'
	});
	await once(building, 'close');
	if (building.exitCode !== 0) throw new Error('The bare page could not be built.');

	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const env = { ...process.env, PORT: String(port), ORIGIN: origin };
	const server = spawn(process.execPath, [join(folder, 'build')], { env, stdio: 'inherit' });
	for (let tries = 0; tries < 200; tries++) {
		if ((await fetch(origin).catch(() => undefined))?.ok === true) break;
		await wait(50);
	}
	return {
		origin,
		async stop() {
			const ended = once(server, 'close');
			server.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
