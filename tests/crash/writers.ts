import { randomUUID } from 'node:crypto';
import type { Db } from '#db/schema.ts';
import { sha256 } from '#lib/server/ids.ts';
import { DEMO_PASSWORD, emailOf, type Account } from '#tests/support/accounts.ts';
import type { Answer, HttpClient } from '#tests/support/http-client.ts';
import { multipart } from '#tests/support/multipart.ts';

/** A change that the server said is done. */
export interface Acknowledged {
	kind: 'upload' | 'link' | 'forecast' | 'sign-in';
	/** Something only this change has: a name, a reason, the id of a session. */
	mark: string;
}

export interface Targets {
	milestones: { code: string; meansId: string }[];
	deliverables: { id: string; code: string }[];
}

const WORKERS: readonly Account[] = [
	'coordinator',
	'kz',
	'uz',
	'wp4',
	'partner.koksu',
	'qa1',
	'qa2',
	'qa.lead'
];

/** Items of the demonstration that the coordinator may still work on. */
export async function findTargets(db: Db): Promise<Targets> {
	const milestones = await db
		.selectFrom('item')
		.innerJoin('meansOfVerification as means', 'means.itemId', 'item.id')
		.innerJoin('project', 'project.id', 'item.projectId')
		.select(['item.code', 'means.id as meansId'])
		.where('project.slug', '=', 'leslie')
		.where('item.state', '=', 'planned')
		.orderBy('means.id')
		.execute();
	const deliverables = await db
		.selectFrom('item')
		.innerJoin('project', 'project.id', 'item.projectId')
		.select(['item.id', 'item.code'])
		.where('project.slug', '=', 'leslie')
		.where('item.kind', '=', 'deliverable')
		.where('item.state', 'in', ['planned', 'in-preparation'])
		.orderBy('item.position')
		.execute();
	return { milestones, deliverables };
}

/** Signs in, and says which session came of it. */
export async function signIn(http: HttpClient, account: Account): Promise<string | undefined> {
	const form = { email: emailOf(account), password: DEMO_PASSWORD };
	const { status, headers } = await http.send('/login', { form });
	const cookie = headers['set-cookie']?.find((one) => one.startsWith('session='));
	return status === 303 ? /^session=([^;]+)/.exec(cookie ?? '')?.[1] : undefined;
}

/** An answer that sends to the login page acknowledges nothing. */
function isDone({ status, headers }: Answer): boolean {
	return status === 303 && headers.location !== undefined && !headers.location.startsWith('/login');
}

/** Writes until the server is gone; everything it acknowledged is noted at once. */
export async function keepWriting(
	http: HttpClient,
	{ number, cookie, targets }: { number: number; cookie: string; targets: Targets },
	noted: Acknowledged[]
): Promise<void> {
	const chosen = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)];
	const writes = {
		async upload() {
			const { code, meansId } = chosen(targets.milestones) ?? { code: '', meansId: '' };
			const mark = `${randomUUID()}.txt`;
			const text = mark.repeat(1 + Math.floor(Math.random() * 4000));
			const asked = multipart(http.origin, { meansId, level: 'PU' }, { field: 'files', name: mark, text });
			return isDone(await http.send(`/leslie/milestones/${code}?/upload`, { ...asked, cookie }))
				? mark
				: undefined;
		},
		async link() {
			const { code, meansId } = chosen(targets.milestones) ?? { code: '', meansId: '' };
			const mark = randomUUID();
			const form = { meansId, level: 'PU', url: `https://example.org/${mark}`, title: mark };
			return isDone(await http.send(`/leslie/milestones/${code}?/link`, { form, cookie })) ? mark : undefined;
		},
		async forecast() {
			const { id, code } = chosen(targets.deliverables) ?? { id: '', code: '' };
			const page = await http.send(`/leslie/items/${code}/dates`, { cookie });
			const version = /name="version"[^>]*value="(\d+)"/.exec(page.body)?.[1] ?? '';
			const reasonCode = /<option value="([^"]+)"/.exec(page.body)?.[1] ?? '';
			const mark = randomUUID();
			const toOn = `2026-${String(7 + Math.floor(Math.random() * 4)).padStart(2, '0')}-${String(10 + Math.floor(Math.random() * 18))}`;
			const form = { itemId: id, version, toOn, reasonCode, reasonText: mark };
			return isDone(await http.send(`/leslie/items/${code}/dates?/forecast`, { form, cookie }))
				? mark
				: undefined;
		},
		async 'sign-in'() {
			const token = await signIn(http, WORKERS[number] ?? 'coordinator');
			return token === undefined ? undefined : sha256(token);
		}
	};
	const kinds = ['upload', 'upload', 'link', 'forecast', 'sign-in'] as const;
	for (;;) {
		const kind = kinds[Math.floor(Math.random() * kinds.length)] ?? 'upload';
		const mark = await writes[kind]().catch(() => 'gone' as const);
		if (mark === 'gone') return;
		if (mark !== undefined) noted.push({ kind, mark });
	}
}
