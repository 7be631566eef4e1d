import * as v from 'valibot';
import { GrantFields } from './grants.ts';
import { Day, Id, requiredText } from './fields.ts';
import { Email } from './sign-in.ts';

/** A first role is optional. */
export const InvitePersonSchema = v.pipe(
	v.object({
		email: Email,
		name: requiredText('Enter the name.', 200),
		organisationId: Id,
		...GrantFields,
		role: v.union([v.literal(''), GrantFields.role], 'Choose a role, or none.')
	}),
	v.transform(({ scope, ...rest }) => ({ ...rest, ...scope }))
);
export type InvitePerson = v.InferOutput<typeof InvitePersonSchema>;

export const PersonSchema = v.object({ personId: Id });
export type PersonInput = v.InferOutput<typeof PersonSchema>;

export const EndMembershipSchema = v.object({
	personId: Id,
	reason: requiredText('Say why, for the record.', 500)
});
export type EndMembership = v.InferOutput<typeof EndMembershipSchema>;

export const MoveMemberSchema = v.object({
	personId: Id,
	organisationId: Id,
	fromOn: Day,
	reason: requiredText('Say why, for the record.', 500)
});
export type MoveMember = v.InferOutput<typeof MoveMemberSchema>;
