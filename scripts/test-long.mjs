import { build, buildIsStale } from './build.mjs';
import { installIfStale } from './install.mjs';
import { run } from './run.mjs';

const env = { TEST_LONG: '1' };

/** The same tests with their large numbers, and those of tests/long, which take hours. */
async function testLong() {
	if (!(await installIfStale())) return 1;
	if (buildIsStale() && (await build()) !== 0) return 1;
	const unit = await run('npm', ['run', '-s', 'test:unit'], { env });
	return unit === 0 ? run('npm', ['run', '-s', 'test:e2e'], { env }) : unit;
}

process.exitCode = await testLong();
