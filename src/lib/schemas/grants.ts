import * as v from 'valibot';
import { ROLES, SCOPE_TYPES } from '#lib/domain/roles.ts';
import { Id, optionalText, OptionalDay, requiredText } from './fields.ts';

/** A scope as one field of a form: `project`, or its type and id such as `country:KZ`. */
const Scope = v.pipe(
	v.optional(v.string(), 'project'),
	v.transform((text) => {
		const [type = '', ...id] = text.split(':');
		return { scopeType: type, scopeId: id.length === 0 ? null : id.join(':') };
	}),
	v.object({
		scopeType: v.picklist(SCOPE_TYPES, 'Choose what the role is for.'),
		scopeId: v.nullable(v.string())
	})
);

export const GrantFields = {
	role: v.picklist(ROLES, 'Choose a role.'),
	scope: Scope,
	fromOn: OptionalDay,
	toOn: OptionalDay,
	reason: optionalText(500)
};

/** The form stands on the page of the person it is about. */
export const ProposeGrantFormSchema = v.pipe(
	v.object(GrantFields),
	v.transform(({ scope, ...rest }) => ({ ...rest, ...scope }))
);
export type ProposeGrant = v.InferOutput<typeof ProposeGrantFormSchema> & { personId: string };

export const ConfirmGrantSchema = v.object({ grantId: Id, reference: optionalText(500) });
export type ConfirmGrant = v.InferOutput<typeof ConfirmGrantSchema>;

export const RevokeGrantSchema = v.object({
	grantId: Id,
	reason: requiredText('Say why, for the record.', 500)
});
export type RevokeGrant = v.InferOutput<typeof RevokeGrantSchema>;
