import { expect, test } from 'vitest';
import type { GrantReason } from '#lib/domain/grants.ts';
import type { PasswordReason } from '#lib/domain/passwords.ts';
import type { SignInReason } from '#lib/domain/sign-in.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

const REASONS: (GrantReason | PasswordReason | SignInReason)[] = [
	{ code: 'own-grant' },
	{ code: 'grant-scope-unfit', role: 'wp-leader', scopeType: 'country', allowed: ['work-package'] },
	{ code: 'grant-not-own-organisation', person: 'Aigerim', organisation: 'KazNU' },
	{ code: 'grant-proposer-role', role: 'coordinator', proposers: ['coordinator'] },
	{ code: 'grant-exists', person: 'Aigerim', role: 'partner', state: 'active' },
	{ code: 'grant-dates-reversed', fromOn: '2026-06-15', toOn: '2026-06-14' },
	{ code: 'grant-over-before-it-begins', toOn: '2026-06-14' },
	{ code: 'grant-not-proposed', state: 'active' },
	{ code: 'grant-ended', state: 'revoked' },
	{ code: 'grant-confirmer-role', role: 'qa-reviewer', confirmers: ['qa-lead'] },
	{ code: 'grant-second-person', role: 'qa-reviewer', people: ['Pilar'] },
	{ code: 'grant-needs-qa-lead' },
	{ code: 'decision-reference-needed' },
	{ code: 'last-coordinator', person: 'Nuria' },
	{ code: 'password-too-short', least: 12 },
	{ code: 'password-too-long', most: 200 },
	{ code: 'password-too-plain' },
	{ code: 'password-is-yours' },
	{ code: 'password-repeat-differs' },
	{ code: 'link-dead' },
	{ code: 'account-exists-here', person: 'Aigerim' },
	{ code: 'reset-by-administrator', person: 'Otto', because: 'other-project' },
	{ code: 'own-account' },
	{ code: 'sign-in-failed' },
	{ code: 'too-many-attempts', seconds: 900 },
	{ code: 'reauthentication-needed' },
	{ code: 'password-wrong' }
];

test.each(REASONS)('$code says why and what to do', (reason) => {
	const { text, next } = sentenceOf(reason);
	expect(text).toMatch(/^[A-Z].*[.]$/s);
	expect(next).toMatch(/^[A-Z].*[.]$/s);
	expect(`${text} ${next ?? ''}`).not.toMatch(/undefined|\[object/);
});
