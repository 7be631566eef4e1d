import * as v from 'valibot';

/** An e-mail address as accounts are found by: trimmed and in lower case. */
export const Email = v.pipe(
	v.string(),
	v.trim(),
	v.toLowerCase(),
	v.nonEmpty('Enter an e-mail address.'),
	v.maxLength(254, 'An e-mail address has at most 254 characters.'),
	v.email('Enter one e-mail address, such as name@university.example.')
);

/** Says no more about a password than that there is one. */
export const GivenPassword = v.pipe(
	v.string(),
	v.nonEmpty('Enter your password.'),
	v.maxLength(200, 'A password has at most 200 characters.')
);

export const SignInSchema = v.object({
	email: v.pipe(
		v.string(),
		v.trim(),
		v.toLowerCase(),
		v.nonEmpty('Enter your e-mail address.'),
		v.maxLength(254)
	),
	password: GivenPassword,
	next: v.optional(v.string())
});
export type SignIn = v.InferOutput<typeof SignInSchema>;
