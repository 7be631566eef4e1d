import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { SERVER } from '#scripts/run.mjs';
import { prepareDemo } from './demo-installation.ts';

const dataDir = process.env.DATA_DIR ?? '';
const databaseUrl = process.env.DATABASE_URL ?? '';
if (!/leslie-dashboard-e2e/.test(dataDir)) throw new Error(`DATA_DIR is ${dataDir}; this would empty it`);

rmSync(dataDir, { recursive: true, force: true });
await prepareDemo({ dataDir, databaseUrl });

const server = spawn(process.execPath, SERVER, { stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
server.once('close', (code) => {
	process.exitCode = code ?? 1;
});
