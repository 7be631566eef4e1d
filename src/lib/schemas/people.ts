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
		/** What fits the role: their own organisation for a partner member, else the whole project. */
		scope: v.union([
			v.pipe(
				v.literal('fits'),
				v.transform(() => null)
			),
			GrantFields.scope
		]),
		role: v.union([v.literal(''), GrantFields.role], 'Choose a role, or none.')
	}),
	v.transform(({ scope, ...rest }) => ({
		...rest,
		...(scope ??
			(rest.role === 'partner'
				? { scopeType: 'organisation' as const, scopeId: rest.organisationId }
				: { scopeType: 'project' as const, scopeId: null }))
	}))
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
