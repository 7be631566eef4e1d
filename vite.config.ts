import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { hasPostgres } from './scripts/has-postgres.mjs';
import { hydratedPages } from './scripts/hydrated-pages.js';

/** Set to pglite or postgres, a run is the same server tests on that engine, and on a real server some of the routes. */
const engine = process.env.TEST_ENGINE ?? 'sqlite';
const isPostgres = engine !== 'sqlite';
const isLong = process.env.TEST_LONG === '1';

/** They take PGlite minutes: it runs them only where no real server does. */
const HEAVY = ['tests/db/migrate.test.ts', 'tests/server/{backup/backup,demo/demo}.test.ts'];

/** It kills processes over a folder of its own, which is SQLite whatever the engine of the run. */
const IN_A_FOLDER = 'tests/server/mail/mail-through-crashes.test.ts';

const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

const domain: TestProjectConfiguration = {
	test: {
		...patience,
		name: 'domain',
		include: ['tests/{domain,text,schemas,scripts}/**/*.test.ts'],
		isolate: false
	}
};

const server: TestProjectConfiguration = {
	test: {
		...patience,
		name: isPostgres ? `server-${engine}` : 'server',
		include: ['tests/{server,db}/**/*.test.ts'],
		exclude: excluded(),
		globalSetup: 'tests/support/global-setup.ts',
		// One PGlite takes seconds to start and 700 MB: the files of a worker share what tests/support keeps.
		isolate: false
	}
};

function excluded(): string[] {
	return [
		...(engine === 'postgres' ? [] : ['**/*.postgres.test.ts']),
		...(engine === 'sqlite' ? [] : [IN_A_FOLDER]),
		...(engine === 'pglite' && hasPostgres() && !isLong ? HEAVY : [])
	];
}

const demo = { ...patience, globalSetup: 'tests/support/demo-setup.ts' };

const routes: TestProjectConfiguration = {
	extends: true,
	test: { ...demo, name: 'routes', include: ['tests/routes/**/*.test.ts'] }
};

/** Components as the server renders them, without a server. */
const components: TestProjectConfiguration = {
	extends: true,
	test: { ...patience, name: 'components', include: ['tests/components/**/*.test.ts'] }
};

/** Walks through the built server once more over PostgreSQL; the long ones take minutes. */
const routesOnPostgres: TestProjectConfiguration = {
	extends: true,
	test: {
		...demo,
		name: 'routes-postgres',
		include: [`tests/routes/${isLong ? '{attempts,canaries,hostile,matrix}' : 'attempts'}.test.ts`]
	}
};

/** The built server, killed at random moments; `KILLS` says how often. */
const crash: TestProjectConfiguration = {
	extends: true,
	test: { ...demo, name: 'crash', include: ['tests/crash/**/*.test.ts'] }
};

const long: TestProjectConfiguration = {
	test: { testTimeout: 3_600_000, hookTimeout: 120_000, name: 'long', include: ['tests/long/**/*.test.ts'] }
};

function projects(): TestProjectConfiguration[] {
	if (isPostgres) return engine === 'postgres' ? [server, routesOnPostgres] : [server];
	return [domain, components, server, routes, crash, ...(isLong ? [long] : [])];
}

export default defineConfig({
	plugins: [sveltekit(), hydratedPages()],
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	test: {
		projects: projects(),
		pool: 'forks',
		maxWorkers: 2
	}
});
