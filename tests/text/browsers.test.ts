import { expect, test } from 'vitest';
import { browserText } from '#lib/text/browsers.ts';

const MOZILLA = 'Mozilla/5.0';
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
	[`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox on Linux'],
	[
		`${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/156.0 Safari/537.36 Edg/156.0`,
		'Edge on Windows'
	],
	[`${MOZILLA} (Linux; Android 15; K) ${WEBKIT} Chrome/156.0 Mobile Safari/537.36`, 'Chrome on Android'],
	[
		`${MOZILLA} (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile/15E Safari/604`,
		'Safari on iPhone or iPad'
	],
	['', 'Unknown browser'],
	['curl/8.5', 'Unknown browser']
])('%s is %s', (userAgent, words) => {
	expect(browserText(userAgent)).toBe(words);
});
