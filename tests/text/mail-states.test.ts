import { expect, test } from 'vitest';
import { mailFlash } from '#lib/server/mail/running.ts';
import { flashText } from '#lib/text/flash.ts';
import { mailCountText, mailStateText } from '#lib/text/mail/states.ts';
import { silenceText } from '#lib/text/meetings/people.ts';

test('without a mail server nobody is told that mail went out, and a mail does not wait', () => {
	for (const code of ['reminder-sent', 'meeting-invite'] as const)
		expect(flashText(mailFlash(code), '')).toContain('sends no mail');
	expect(mailStateText('waiting', false).label).toBe('not sent: no mail server');
	expect(mailStateText('waiting', true).label).toBe('waiting');
	expect(mailCountText({ waiting: 38, failed: 0, isSetUp: false })).toBe(
		'38 not sent: no mail server, 0 failed'
	);
});

test('before the invitations are out nobody was asked', () => {
	expect(silenceText(0, false)).toBe('not told yet');
	expect(silenceText(0, true)).toBe('asked today');
});
