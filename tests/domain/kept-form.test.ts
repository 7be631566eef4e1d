import { expect, test } from 'vitest';
import { destinationOf, knownAgain } from '#lib/domain/kept-form.ts';

const ID = '01990000-0000-7000-8000-00000000000a';

test('of a kept form people see their words again, and not its keys, ids and versions', () => {
	const fields = [
		{ name: `note-${ID}`, text: 'The cohort begins' },
		{ name: `version-${ID}`, text: '3' },
		{ name: 'key', text: ID },
		{ name: 'checkIns[]', text: `${ID}.4` },
		{ name: 'objectionText', text: 'We object' },
		{ name: 'coversSha256', text: 'a'.repeat(64) },
		{ name: 'days[]', text: '2026-06-15' },
		{ name: 'empty', text: ' ' }
	];
	expect(knownAgain(fields)).toEqual([
		{ label: 'Note', text: 'The cohort begins' },
		{ label: 'Objection text', text: 'We object' },
		{ label: 'Days', text: '2026-06-15' }
	]);
});

test.each([
	['/leslie/check-in/2026-06-01?/submit', '/leslie/check-in/2026-06-01', 'Submit'],
	['/leslie/actions/A-001?/proposeDate&from=home', '/leslie/actions/A-001', 'Propose date'],
	['/leslie/settings', '/leslie/settings', null],
	['/leslie/settings?q=1', '/leslie/settings', null]
])('%s is told as its page and its act', (to, page, act) => {
	expect(destinationOf({ to })).toEqual({ page, act });
});
