/** Reasons of choosing a password and of one-time links. */
export type PasswordReason =
	| { code: 'password-too-short'; least: number }
	| { code: 'password-too-long'; most: number }
	| { code: 'password-too-plain' }
	| { code: 'password-is-yours' }
	| { code: 'password-repeat-differs' }
	| { code: 'link-dead' }
	| { code: 'account-exists-here'; person: string }
	| { code: 'reset-by-administrator'; person: string; because: 'other-project' | 'administrator' }
	| { code: 'own-account' };

const LEAST = 12;
const MOST = 200;
const LEAST_DIFFERENT = 5;

/** Length counts, not kinds of characters; a password is neither the person's e-mail address nor name. */
export function passwordBlocks(password: string, person: { email: string; name: string }): PasswordReason[] {
	const normal = password.normalize('NFKC');
	const letters = [...normal];
	const reasons: PasswordReason[] = [];
	if (letters.length < LEAST) reasons.push({ code: 'password-too-short', least: LEAST });
	else if (new Set(letters).size < LEAST_DIFFERENT) reasons.push({ code: 'password-too-plain' });
	if (letters.length > MOST) reasons.push({ code: 'password-too-long', most: MOST });
	if ([person.email, person.name].some((known) => plain(known) === plain(normal)))
		reasons.push({ code: 'password-is-yours' });
	return reasons;
}

function plain(text: string): string {
	return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
