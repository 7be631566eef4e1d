import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/ensure-browser.mjs';
import { hasPostgres } from './scripts/has-postgres.mjs';

const port = process.env.E2E_PORT ?? '4173';
const baseURL = `http://localhost:${port}`;
const executablePath = findBrowser();
const isOnPostgres = (process.env.E2E_DATABASE_URL ?? '') !== '';
/** The phone walks through the stories with scripts, no-js without; a desk with scripts does it on PostgreSQL, where there is one. */
const isDoubled = hasPostgres() && !isOnPostgres && process.env.TEST_LONG !== '1';

// The tests write sessions straight into the database of the server under test: both read this variable.
process.env.E2E_DATA_DIR ??= join(tmpdir(), `leslie-dashboard-e2e-${port}`);

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: process.env.CI !== undefined,
	retries: 0,
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: 'list',
	use: {
		baseURL,
		browserName: 'chromium',
		// Every test is recorded until it has passed: pictures of it would cost as much as the test.
		trace: { mode: 'retain-on-first-failure', screenshots: false },
		actionTimeout: 20_000,
		navigationTimeout: 45_000,
		launchOptions: executablePath === undefined ? {} : { executablePath }
	},
	projects: [
		{
			name: 'desktop',
			...(isDoubled ? { grepInvert: /@story/ } : {}),
			use: { viewport: { width: 1280, height: 800 } }
		},
		{
			name: 'phone',
			// They bring their own widths and phones, or mean a desk: dragging is for a mouse, where there is none the arrows do it.
			testIgnore:
				/(?:pages|hostile-texts|check-in-story|ended-session|agenda-drag|meeting-sheet|rule-drafts)\.spec/,
			use: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }
		},
		{
			name: 'no-js',
			grep: /@no-js/,
			use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false }
		}
	],
	webServer: {
		command: 'node tests/support/serve-e2e.ts',
		url: `${baseURL}/healthz`,
		reuseExistingServer: false,
		timeout: 180_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
		stdout: 'pipe',
		env: {
			PORT: port,
			ORIGIN: baseURL,
			DATA_DIR: process.env.E2E_DATA_DIR,
			DATABASE_URL: process.env.E2E_DATABASE_URL ?? ''
		}
	}
});
