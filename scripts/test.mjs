import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIsStale } from './build.mjs';
import { hasPostgres } from './has-postgres.mjs';
import { installIfStale } from './install.mjs';
import { run, say, seconds } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ name: string, script: string, args?: string[], env?: Record<string, string>, when?: () => boolean, otherwise?: string, count?: () => Count }} Step
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

/**
 * None of them needs another, or more than one core: they run side by side, those that take longest first.
 * @type {Step[]}
 */
const CHECKS = [
	{ name: 'Rules of the code, who may import whom', script: 'lint:code' },
	{ name: 'Types', script: 'check' },
	{ name: 'Format', script: 'lint:format' },
	{ name: 'Build', script: 'build', when: buildIsStale, otherwise: 'up to date' },
	{ name: 'Unused files, exports and packages', script: 'lint:unused' },
	{ name: 'Circles of imports', script: 'lint:imports' },
	{ name: 'Lockfile', script: 'lint:lockfile' }
];

const NOT_FOUND = 'left out: not found on this machine';

/** @type {Step[]} */
const STEPS = [
	{ name: 'Weight of the pages', script: 'test:weight' },
	vitest('Domain, server on SQLite, routes', 'sqlite'),
	vitest('Server on PGlite', 'pglite', { TEST_ENGINE: 'pglite' }),
	{
		...vitest('Server on a real PostgreSQL', 'postgres', { TEST_ENGINE: 'postgres' }),
		when: hasPostgres,
		otherwise: NOT_FOUND
	},
	playwright('The journeys, in a real browser', 'test:e2e'),
	{
		...playwright('The stories, on a real PostgreSQL', 'test:e2e:postgres'),
		when: hasPostgres,
		otherwise: NOT_FOUND
	}
];

/** @type {Count} */
const sum = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];

const count = CHECKS.length + STEPS.length;

/**
 * @param {Step} step
 * @param {((chunk: Buffer) => void)} [told]
 * @returns {Promise<{ hasPassed: boolean, since: number, until: number, isLeftOut: boolean }>}
 */
async function take({ script, args = [], env = {}, when }, told) {
	const since = performance.now();
	const isLeftOut = when?.() === false;
	const words = ['run', '-s', script, ...(args.length > 0 ? ['--', ...args] : [])];
	const code = isLeftOut ? 0 : await run('npm', words, { env, ...(told && { told }) });
	return { hasPassed: code === 0, since, until: performance.now(), isLeftOut };
}

/** @param {Step} step @param {number} number */
function announce({ name }, number) {
	say(`\n── ${number}/${count} ${name}`);
}

/** @param {Step} step @param {Awaited<ReturnType<typeof take>>} outcome */
function note({ name, script, count, otherwise = '' }, { hasPassed, since, until, isLeftOut }) {
	if (isLeftOut) {
		say(otherwise);
		summary.push(`  –  ${name}: ${otherwise}`);
		return;
	}
	const counted = count?.() ?? { passed: 0, failed: 0, skipped: 0 };
	sum.passed += counted.passed;
	sum.skipped += counted.skipped;
	sum.failed += hasPassed ? counted.failed : Math.max(1, counted.failed);
	const took = seconds(since, until);
	const tests = count === undefined ? '' : `, ${counted.passed} passed`;
	summary.push(`${hasPassed ? '  ok' : 'FAIL'} ${name}: ${took}${tests}`);
	say(`${hasPassed ? 'done' : 'FAILED'} in ${took}`);
	if (!hasPassed) summary.push(`     Once more, this step alone: npm run ${script}`);
}

/** All checks, whatever one of them finds; each is shown whole, in the order of the list. */
async function takeChecks() {
	// Several of them write these files when they are not there.
	if ((await run('svelte-kit', ['sync'])) !== 0) return false;
	const waiting = [...CHECKS];
	/** @type {Map<Step, { printed: Buffer[], outcome: Awaited<ReturnType<typeof take>> }>} */
	const taken = new Map();
	let shown = 0;
	const showWhatIsDone = () => {
		for (let step = CHECKS[shown]; step; step = CHECKS[++shown]) {
			const done = taken.get(step);
			if (!done) return;
			announce(step, shown + 1);
			process.stderr.write(Buffer.concat(done.printed));
			note(step, done.outcome);
		}
	};
	const lane = async () => {
		for (let step = waiting.shift(); step; step = waiting.shift()) {
			/** @type {Buffer[]} */
			const printed = [];
			const outcome = await take(step, (chunk) => printed.push(chunk));
			taken.set(step, { printed, outcome });
			showWhatIsDone();
		}
	};
	await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
	return sum.failed === 0;
}

async function takeAll() {
	if (!(await installIfStale()) || !(await takeChecks())) {
		sum.failed ||= 1;
		return;
	}
	for (const [index, step] of STEPS.entries()) {
		announce(step, CHECKS.length + index + 1);
		const outcome = await take(step);
		note(step, outcome);
		if (!outcome.hasPassed) return;
	}
}

await takeAll();
rmSync(reports, { recursive: true, force: true });
say(`\n── Summary\n${summary.join('\n')}\n     ${seconds(began)} in all`);
if (sum.skipped > 0) say(`     ${sum.skipped} skipped`);
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;
