import type { BuiltServer } from '#tests/support/built-server.ts';
import type { Asked } from '#tests/support/http-client.ts';
import { multipart } from '#tests/support/multipart.ts';
import type { Case, Outcome } from './cases.ts';

/** Where a row's address leads for a target. */
export function addressOf({ row, target }: Pick<Case, 'row' | 'target'>): string {
	const path = row.route.replace(/\[+([\w=.]+)\]+/g, (_, name: string) => {
		if (name === 'project') return target.slug;
		if (name === 'period' && target.related.check_in_period) return target.related.check_in_period;
		return encodeURIComponent(target.code || 'missing');
	});
	const action = /^action (.*)/.exec(row.act)?.[1];
	const search = action === undefined || action === 'default' ? '' : `?/${action}`;
	return path + search + (row.search ?? '');
}

function outcomeOf(status: number, location: string | undefined): Outcome {
	// A page asks to sign in; a form is kept by a page that does.
	if (status === 401) return 'login';
	if (status === 303 && location?.startsWith('/login?') === true) return 'login';
	if (status === 403 || status === 404) return 'closed';
	// 409 and 422: rights were in order, and the state of things or the body was not.
	return [200, 303, 304, 409, 410, 422].includes(status) ? 'open' : 'broken';
}

function bodyOf(server: BuiltServer, { row, target }: Case): Asked {
	if (row.form === undefined) return {};
	const fields = row.form(target);
	if (row.file === undefined) return { form: fields };
	return multipart(server.origin, fields, {
		field: row.file,
		name: 'minutes.txt',
		text: `Minutes of ${target.code}`
	});
}

export async function knock(
	server: BuiltServer,
	one: Case
): Promise<{ status: number; outcome: Outcome; said: string; body: string; location: string }> {
	const cookie = one.visitor.cookie === null ? {} : { cookie: one.visitor.cookie };
	const answer = await server.http.send(addressOf(one), { ...cookie, ...bodyOf(server, one) });
	return {
		status: answer.status,
		outcome: outcomeOf(answer.status, answer.headers.location),
		body: answer.body,
		location: answer.headers.location ?? '',
		said: /<h1[^>]*>(.*?)<\/h1>|"message":"(.*?)"/.exec(answer.body)?.[0] ?? ''
	};
}
