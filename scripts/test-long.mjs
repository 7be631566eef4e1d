import { build, buildIsStale } from './build.mjs';
import { hasPostgres } from './has-postgres.mjs';
import { installIfStale } from './install.mjs';
import { run } from './run.mjs';

const env = { TEST_LONG: '1' };

/** The same tests with their large numbers, and those of tests/long, which take hours. */
async function testLong() {
	if (!(await installIfStale())) return 1;
	if (buildIsStale() && (await build()) !== 0) return 1;
	const steps = [
		{ script: 'test:unit', env },
		{ script: 'test:unit', env: { ...env, TEST_ENGINE: 'pglite' } },
		...(hasPostgres() ? [{ script: 'test:unit', env: { ...env, TEST_ENGINE: 'postgres' } }] : []),
		{ script: 'test:e2e', env },
		...(hasPostgres() ? [{ script: 'test:e2e:postgres', env }] : [])
	];
	for (const { script, env } of steps) {
		const code = await run('npm', ['run', '-s', script], { env });
		if (code !== 0) return code;
	}
	return 0;
}

process.exitCode = await testLong();
