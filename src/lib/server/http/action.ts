import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Refusal } from '#lib/domain/reasons.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import { answer, type FormSchema, type Ran } from './answer.ts';
import {
	accountRequest,
	visitorRequest,
	type AccountRequest,
	type ProjectRequest,
	type VisitorRequest
} from './gate.ts';
import { guard } from './page.ts';
import { readForm } from './read-form.ts';
import { projectAttempt, recordRefusal } from './refused.ts';

/** A form action inside a project: a named permission, a valid body, one command. */
export function action<S extends FormSchema>(
	permission: Permission,
	schema: S,
	run: (request: ProjectRequest, input: v.InferOutput<S>) => Ran
) {
	return guard(permission, async (event: RequestEvent) => {
		const request = await projectAttempt(event, permission);
		const refused = (refusal: Refusal | 'missing') => recordRefusal(request, permission, refusal);
		return answer(event, schema, await readForm(event.request), (input) => run(request, input), refused);
	});
}

/** A form action of anyone signed in, on their own account. */
export function accountAction<S extends FormSchema>(
	schema: S,
	run: (request: AccountRequest, input: v.InferOutput<S>) => Ran
) {
	return guard('signed-in', async (event: RequestEvent) => {
		const request = accountRequest(event);
		return answer(event, schema, await readForm(event.request), (input) => run(request, input));
	});
}

export function visitorAction<S extends FormSchema>(
	schema: S,
	run: (request: VisitorRequest, input: v.InferOutput<S>) => Ran
) {
	return guard('visitor', async (event: RequestEvent) => {
		const request = visitorRequest(event);
		return answer(event, schema, await readForm(event.request), (input) => run(request, input));
	});
}
