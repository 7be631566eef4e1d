import type { PasswordReason } from '#lib/domain/passwords.ts';
import type { SignInReason } from '#lib/domain/sign-in.ts';
import type { Sentence } from './sentence.ts';

type IdentityReason = SignInReason | PasswordReason;

export function identitySentence(reason: IdentityReason): Sentence {
	switch (reason.code) {
		case 'sign-in-failed':
			return {
				text: 'This e-mail address and password do not belong together.',
				next: 'Check both. Forgotten? A coordinator of your project can have a reset link mailed to you.'
			};
		case 'too-many-attempts':
			return {
				text: 'There were too many failed attempts.',
				next: `Try again in ${waitText(reason.seconds)}. Nothing is locked for ever.`
			};
		case 'reauthentication-needed':
			return {
				text: 'Signing takes your password, given within the last ten minutes.',
				next: 'Enter it beside the signature. What you typed is kept.'
			};
		case 'password-wrong':
			return { text: 'This is not your password.', next: 'Enter it again.' };
		case 'password-too-short':
			return {
				text: `This password has fewer than ${reason.least} characters.`,
				next: 'Take a few words that do not belong together.'
			};
		case 'password-too-long':
			return { text: `This password has more than ${reason.most} characters.`, next: 'Take a shorter one.' };
		case 'password-too-plain':
			return {
				text: 'This password repeats a few characters.',
				next: 'Take a few words that do not belong together.'
			};
		case 'password-is-yours':
			return {
				text: 'This password is your e-mail address or your name.',
				next: 'Take something nobody else knows.'
			};
		case 'password-repeat-differs':
			return { text: 'The two passwords are not the same.', next: 'Enter the new password twice.' };
		case 'link-dead':
			return {
				text: 'This link was used, was replaced by a newer one, or is too old.',
				next: 'Ask the coordinator of your project for a new one.'
			};
		case 'account-exists-here':
			return {
				text: `${reason.person} is a member of this project already.`,
				next: 'Open the person’s page to propose a role or to make a new link.'
			};
		case 'reset-by-administrator':
			return {
				text: `You cannot make a reset link for ${reason.person}, ${RESET_TEXT[reason.because]}.`,
				next: 'Ask the technical administrator.'
			};
		case 'own-account':
			return {
				text: 'This is your own account.',
				next: 'Change your password and end your sessions on the account page.'
			};
	}
}

const RESET_TEXT = {
	'other-project': 'who works in another project too',
	administrator: 'who looks after the installation'
} as const;

function waitText(seconds: number): string {
	if (seconds <= 90) return `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}

const CODES = {
	'sign-in-failed': true,
	'too-many-attempts': true,
	'reauthentication-needed': true,
	'password-wrong': true,
	'password-too-short': true,
	'password-too-long': true,
	'password-too-plain': true,
	'password-is-yours': true,
	'password-repeat-differs': true,
	'link-dead': true,
	'account-exists-here': true,
	'reset-by-administrator': true,
	'own-account': true
} as const satisfies Record<IdentityReason['code'], true>;

export function isIdentityReason(reason: { code: string }): reason is IdentityReason {
	return Object.hasOwn(CODES, reason.code);
}
