import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildIsStale } from './build.mjs';
import { installIfStale } from './install.mjs';
import { run, say, seconds } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ name: string, script: string, args?: string[], env?: Record<string, string>, when?: () => boolean, count?: () => Count }} Step
 */

const reports = mkdtempSync(join(tmpdir(), 'leslie-reports-'));
const began = performance.now();

/** @param {string} file */
function report(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {string} name @param {string} id @param {Record<string, string>} [env] @returns {Step} */
function vitest(name, id, env = {}) {
	const file = join(reports, `${id}.json`);
	return {
		name,
		env,
		script: 'test:unit',
		args: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
		count() {
			const {
				numPassedTests = 0,
				numFailedTests = 0,
				numPendingTests = 0,
				numTodoTests = 0
			} = report(file) ?? {};
			return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
		}
	};
}

/** @param {string} name @param {string} script @returns {Step} */
function playwright(name, script) {
	const file = join(reports, `${script.replaceAll(':', '-')}.json`);
	return {
		name,
		script,
		args: ['--reporter=list,json'],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
		count() {
			const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report(file)?.stats ?? {};
			return { passed: expected, failed: unexpected + flaky, skipped };
		}
	};
}

/** In the same places as tests/support looks for it. */
function hasPostgres() {
	if (process.env.TEST_DATABASE_URL) return true;
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian)
		? readdirSync(debian).map((version) => join(debian, version, 'bin'))
		: [];
	const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions];
	return folders.some((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** @type {Step[]} */
const STEPS = [
	{ name: 'Format', script: 'lint:format' },
	{ name: 'Rules of the code, who may import whom', script: 'lint:code' },
	{ name: 'Circles of imports', script: 'lint:imports' },
	{ name: 'Unused files, exports and packages', script: 'lint:unused' },
	{ name: 'Lockfile', script: 'lint:lockfile' },
	{ name: 'Types', script: 'check' },
	{ name: 'Build', script: 'build', when: buildIsStale },
	{ name: 'Weight of the pages', script: 'test:weight' },
	vitest('Domain, server on SQLite, routes', 'sqlite'),
	vitest('Server on PGlite', 'pglite', { TEST_ENGINE: 'pglite' }),
	{ ...vitest('Server on a real PostgreSQL', 'postgres', { TEST_ENGINE: 'postgres' }), when: hasPostgres },
	playwright('The journeys, in a real browser', 'test:e2e'),
	{ ...playwright('The stories, on a real PostgreSQL', 'test:e2e:postgres'), when: hasPostgres }
];

/** @type {Count} */
const sum = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];

/** @param {Step} step @param {number} number @returns {Promise<boolean>} whether to go on */
async function take({ name, script, args = [], env = {}, when, count }, number) {
	say(`\n── ${number}/${STEPS.length} ${name}`);
	if (when?.() === false) {
		const reason = script === 'build' ? 'up to date' : 'left out: not found on this machine';
		say(reason);
		summary.push(`  –  ${name}: ${reason}`);
		return true;
	}
	const since = performance.now();
	const code = await run('npm', ['run', '-s', script, ...(args.length > 0 ? ['--', ...args] : [])], { env });
	const counted = count?.() ?? { passed: 0, failed: 0, skipped: 0 };
	sum.passed += counted.passed;
	sum.skipped += counted.skipped;
	sum.failed += code === 0 ? counted.failed : Math.max(1, counted.failed);
	const tests = count === undefined ? '' : `, ${counted.passed} passed`;
	summary.push(`${code === 0 ? '  ok' : 'FAIL'} ${name}: ${seconds(since)}${tests}`);
	say(`${code === 0 ? 'done' : 'FAILED'} in ${seconds(since)}`);
	if (code !== 0) summary.push(`     Stopped here. Once more, this step alone: npm run ${script}`);
	return code === 0;
}

async function takeAll() {
	if (!(await installIfStale())) {
		sum.failed++;
		return;
	}
	for (const [index, step] of STEPS.entries()) {
		if (!(await take(step, index + 1))) return;
	}
}

await takeAll();
rmSync(reports, { recursive: true, force: true });
say(`\n── Summary\n${summary.join('\n')}\n     ${seconds(began)} in all`);
if (sum.skipped > 0) say(`     ${sum.skipped} skipped`);
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;
