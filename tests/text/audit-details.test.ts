import { expect, test } from 'vitest';
import { detailsOf } from '#lib/text/audit-details.ts';

test.each([
	['{}', []],
	['[1]', []],
	['{"agreedOn":{"from":"2026-01-01","to":null}}', ['Agreed on: 2026-01-01 → –']],
	['{"note":"","count":0,"main":true,"sample":false}', ['Note: –', 'Count: 0', 'Main: yes', 'Sample: no']],
	[
		'{"files":[{"name":"a.pdf","main":1},{"name":"b.pdf","main":0}]}',
		['Files: name a.pdf · main 1, name b.pdf · main 0']
	],
	['{"plan":{"reviewQuorum":{"from":2,"to":3}}}', ['Plan, review quorum: 2 → 3']],
	['{"reasons":[{"code":"x"}],"said":["Not yours."]}', ['Said: Not yours.']],
	['{"grant":"01a1ffd1-d57f-777a-a085-3da90a402863","role":"partner"}', ['Role: partner']]
])('%s reads %j', (json, expected) => {
	expect(detailsOf(json).map(({ term, value }) => `${term}: ${value}`)).toEqual(expected);
});
