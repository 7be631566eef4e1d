import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { isMain, run, say } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** A file that exists may still be a stub that asks for an installation. @param {string} path */
function starts(path) {
	return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** The Chromium of this machine, else Playwright's own where it is already there. */
export function findBrowser() {
	const given = process.env.CHROMIUM_PATH;
	if (given !== undefined && given !== '') return given;
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...onPath, ...MAC, chromium.executablePath()].find(starts);
}

function isDebianRoot() {
	return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @returns {AsyncGenerator<number>} one way to get a browser after the other */
async function* install() {
	say('No Chromium here: asking Playwright for its own …');
	yield await run('playwright', ['install', 'chromium'], {
		env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
		stdio: 'ignore'
	});
	if (!isDebianRoot()) return;
	say('Playwright could not fetch it: installing the package of the system …');
	/** @type {import('./run.mjs').RunOptions} */
	const apt = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
	yield await run('apt-get', ['-qq', 'update'], apt);
	yield await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], apt);
}

async function ensureBrowser() {
	const found = findBrowser();
	if (found !== undefined) return found;
	for await (const _ of install()) {
		const installed = findBrowser();
		if (installed !== undefined) return installed;
	}
	return undefined;
}

if (isMain(import.meta.url)) {
	const path = await ensureBrowser();
	if (path !== undefined && starts(path)) process.stdout.write(`${path}\n`);
	else {
		say(
			path === undefined
				? 'No browser for the tests: install Chromium, or name one with CHROMIUM_PATH.'
				: `CHROMIUM_PATH is ${path}, which does not start.`
		);
		process.exitCode = 1;
	}
}
