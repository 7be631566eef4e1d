import { error, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { findIsAdministrator } from '#lib/server/queries/find-is-administrator.ts';
import { answer, type FormSchema, type Ran } from './answer.ts';
import { accountRequest, type AccountRequest } from './gate.ts';
import { guard } from './page.ts';
import { readForm } from './read-form.ts';

/** The load of a page of the installation itself; for others there is no such page. */
export function administratorPage<T>(read: (request: AccountRequest) => Promise<T>) {
	return guard('administrator', async (event: RequestEvent) => read(await administratorRequest(event)));
}

export function administratorAction<S extends FormSchema>(
	schema: S,
	run: (request: AccountRequest, input: v.InferOutput<S>) => Ran
) {
	return guard('administrator', async (event: RequestEvent) => {
		const request = await administratorRequest(event);
		return answer(event, schema, await readForm(event.request), (input) => run(request, input));
	});
}

async function administratorRequest(event: RequestEvent): Promise<AccountRequest> {
	const request = accountRequest(event);
	const { db, signedIn } = request;
	if (!(await findIsAdministrator(db, signedIn.personId, event.locals.today))) error(404, 'Not found');
	return request;
}
