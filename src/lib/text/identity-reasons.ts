import type { SignInReason } from '#lib/domain/sign-in.ts';
import type { Sentence } from './sentence.ts';

export function signInSentence(reason: SignInReason): Sentence {
	switch (reason.code) {
		case 'sign-in-failed':
			return {
				text: 'This e-mail address and password do not belong together.',
				next: 'Check both. Forgotten? A coordinator of your project can make you a reset link.'
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
	}
}

function waitText(seconds: number): string {
	if (seconds <= 90) return `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}
