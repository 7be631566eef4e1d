import * as v from 'valibot';
import { requiredText } from './fields.ts';
import { GivenPassword } from './sign-in.ts';

const ChosenPassword = v.pipe(
	v.string(),
	v.nonEmpty('Enter a new password.'),
	v.maxLength(1000, 'A password has at most 200 characters.')
);

export const NewPasswordSchema = v.object({
	newPassword: ChosenPassword,
	newPasswordAgain: v.pipe(v.string(), v.nonEmpty('Enter the new password again.'))
});
export type NewPassword = v.InferOutput<typeof NewPasswordSchema>;

export const ChangePasswordSchema = v.object({ password: GivenPassword, ...NewPasswordSchema.entries });
export type ChangePassword = v.InferOutput<typeof ChangePasswordSchema>;

export const RenameSchema = v.object({ name: requiredText('Enter your name.', 200) });
export type Rename = v.InferOutput<typeof RenameSchema>;

/** The hash under which a session is kept. */
export const EndSessionSchema = v.object({
	sessionId: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Reload the page.'))
});
export type EndSession = v.InferOutput<typeof EndSessionSchema>;
