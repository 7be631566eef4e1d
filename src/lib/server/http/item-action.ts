import type * as v from 'valibot';
import type { Permission } from '#lib/domain/permissions.ts';
import { action } from './action.ts';
import type { FormSchema } from './answer.ts';
import type { ProjectRequest } from './gate.ts';

/** What the next page says; the code of the item in the address stands before it. */
export const said = (flash: string, { param }: ProjectRequest) => ({ flash, label: param('code') });

/** A form action on the item in the address that is one command, and what the next page says of it. */
export function itemAction<S extends FormSchema>(
	permission: Permission,
	schema: S,
	command: (
		db: ProjectRequest['db'],
		actor: ProjectRequest['actor'],
		input: v.InferOutput<S>,
		now: Date
	) => Promise<unknown>,
	flash: string
) {
	return action(permission, schema, async (request, input) => {
		await command(request.db, request.actor, input, request.now);
		return said(flash, request);
	});
}
