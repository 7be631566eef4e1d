import { error, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { findAdministratorScope } from '#lib/server/queries/find-administrator-scope.ts';
import { answer, type FormSchema, type Ran } from './answer.ts';
import { accountRequest, type AccountRequest } from './gate.ts';
import { guard } from './page.ts';
import { readForm } from './read-form.ts';

/** The load of a page of the installation itself; for others there is no such page. */
export function administratorPage<T>(read: (request: AdministratorRequest) => Promise<T>) {
	return guard('administrator', async (event: RequestEvent) => read(await administratorRequest(event)));
}

export function administratorAction<S extends FormSchema>(
	schema: S,
	run: (request: AdministratorRequest, input: v.InferOutput<S>) => Ran
) {
	return guard('administrator', async (event: RequestEvent) => {
		const request = await administratorRequest(event);
		return answer(event, schema, await readForm(event.request), (input) => run(request, input));
	});
}

/** For who looks after the installation or, within their projects, who is admin of one. */
export interface AdministratorRequest extends AccountRequest {
	scope: 'installation' | readonly string[];
}

async function administratorRequest(event: RequestEvent): Promise<AdministratorRequest> {
	const request = accountRequest(event);
	const { db, signedIn } = request;
	const scope = await findAdministratorScope(db, signedIn.personId, event.locals.today);
	if (scope.length === 0) error(404, 'Not found');
	return { ...request, scope };
}
