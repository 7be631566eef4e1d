import type { DemoServer } from '#tests/support/built-server.ts';
import { emailOf, findPersonId, type Account, type STRANGER } from '#tests/support/accounts.ts';
import type { Answer, Asked, Fields } from '#tests/support/http-client.ts';
import { writeSession } from '#tests/support/sign-in-as.ts';
import { leaks, mixedRows } from '#tests/routes/foreign.ts';
import { unchangedSince } from '#tests/routes/unchanged.ts';

export type Who = Account | typeof STRANGER | 'nobody';

/** Something that went wrong in a product of this kind, and must not here. */
export interface Advisory {
	/** As it was published. */
	id: string;
	/** What must not happen. */
	never: string;
	/** Tries it; each fault in words, none when it does not happen. */
	attempt: (world: World) => Promise<string[]>;
}

export type World = ReturnType<typeof worldOf>;

export function worldOf(server: DemoServer) {
	const { db } = server.connection;
	const cookies = new Map<Who, string>();

	async function cookieOf(who: Who): Promise<Asked> {
		if (who === 'nobody') return {};
		const known = cookies.get(who);
		const cookie = known ?? `session=${await writeSession(db, await findPersonId(db, emailOf(who)))}`;
		cookies.set(who, cookie);
		return { cookie };
	}

	async function ask(who: Who, path: string, asked: Asked = {}): Promise<Answer> {
		return server.http.send(path, { ...(await cookieOf(who)), ...asked });
	}

	/** Sends forms, or asks for pages, that must be refused: nothing may change, and nothing foreign be told. */
	async function refused(tries: readonly (readonly [Who, string, Fields?])[]): Promise<string[]> {
		const changed = await unchangedSince(db);
		const faults: string[] = [];
		for (const [who, path, form] of tries) {
			const answer = await ask(who, path, form && { form });
			const asksToSignIn = answer.status === 401 || answer.headers.location?.startsWith('/login') === true;
			const toLogin = who === 'nobody' && asksToSignIn;
			if (![403, 404, 409, 410, 422].includes(answer.status) && !toLogin)
				faults.push(`${who} at ${path}: ${answer.status}`);
			faults.push(...leaks(answer.body, path + JSON.stringify(form ?? '')));
		}
		return [...faults, ...(await changed()).map((table) => `${table} was changed`)];
	}

	/** What whoever may do it still can: else a refusal would prove nothing. */
	async function allowed(who: Who, path: string, form?: Fields): Promise<string[]> {
		const { status } = await ask(who, path, form && { form });
		return status === 200 || status === 303 ? [] : [`not even ${who} at ${path}: ${status}`];
	}

	/** Rows of our project that name a record of strangers. */
	const mixed = () => mixedRows(db, server.projectId);

	return { server, db, projectId: server.projectId, ask, refused, allowed, mixed, personOf };

	function personOf(who: Exclude<Who, 'nobody'>): Promise<string> {
		return findPersonId(db, emailOf(who));
	}
}

/** Those of some things that a text holds, as faults. */
export function told(text: string, secrets: readonly string[], where: string): string[] {
	return secrets.filter((secret) => text.includes(secret)).map((secret) => `${where} tells ${secret}`);
}
