import { createServer } from 'node:http';
import { sql } from 'kysely';
import { askAddress, BOUNDS } from '#lib/server/links/ask-address.ts';
import { multipart } from '#tests/support/multipart.ts';
import type { Advisory, Who, World } from './world.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><image href="text:/etc/passwd"/></svg>';

/** A line of the log that this partner answers for. */
async function lineOf({ db, projectId, personOf }: World, who: 'partner.koksu') {
	const { rows } = await sql<{ code: string }>`select outreach.code from outreach
		join membership on membership.organisation_id = outreach.organisation_id
		where membership.person_id = ${await personOf(who)} and outreach.project_id = ${projectId}
		order by outreach.code limit 1`.execute(db);
	return `/leslie/dissemination/${rows[0]?.code}`;
}

/** Uploads a file as evidence of a partner's line and answers with what is stored of it. */
async function upload(world: World, name: string, text: string) {
	const path = await lineOf(world, 'partner.koksu');
	const sent = multipart(world.server.origin, { level: 'SEN' }, { field: 'file', name, text });
	const { status } = await world.ask('partner.koksu', `${path}?/upload`, sent);
	const stored = await world.db
		.selectFrom('evidence')
		.select(['id', 'name'])
		.where('projectId', '=', world.projectId)
		.orderBy('addedAt', 'desc')
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
	return { status, ...stored, file: `/leslie/files/${stored.id}`, path };
}

/** Hosts behind which our own machine, its network or the cloud's own data stand. */
const INSIDE = (port: number) => [
	`http://127.0.0.1:${port}/`,
	`http://localhost:${port}/`,
	`http://localhost.:${port}/`,
	`http://0x7f000001:${port}/`,
	`http://0x7f.1:${port}/`,
	`http://2130706433:${port}/`,
	`http://0177.0.0.1:${port}/`,
	`http://127.1:${port}/`,
	`http://0.0.0.0:${port}/`,
	`http://①②⑦.⓪.⓪.①:${port}/`,
	`http://[::1]:${port}/`,
	`http://[::ffff:127.0.0.1]:${port}/`,
	`http://[::ffff:7f00:1]:${port}/`,
	`http://[64:ff9b::7f00:1]:${port}/`,
	'http://169.254.169.254/latest/meta-data/',
	'http://[fd00:ec2::254]/',
	'http://10.0.0.1/',
	`http://user:secret@127.0.0.1:${port}/`,
	'file:///etc/passwd',
	'gopher://127.0.0.1:25/'
];

export const FILES: readonly Advisory[] = [
	{
		id: 'CVE-2026-23625, GHSA-cvpq-cc56-gwxx',
		never: 'an uploaded script or page is not run by a browser',
		attempt: async (world) => {
			const faults: string[] = [];
			for (const [name, text] of [
				['steal.js', 'alert(document.cookie)'],
				['page.txt', '<!doctype html><script>alert(1)</script>']
			] as const) {
				const { status, file } = await upload(world, name, text);
				if (status !== 303) continue;
				const { headers } = await world.ask('partner.koksu', file);
				if (!/^attachment;/.test(String(headers['content-disposition']))) faults.push(`${name} is shown`);
				if (!/sandbox/.test(String(headers['content-security-policy']))) faults.push(`${name} may run`);
				if (headers['x-content-type-options'] !== 'nosniff') faults.push(`${name} is guessed at`);
				if (/script|html|svg/.test(String(headers['content-type'])))
					faults.push(`${name} is ${headers['content-type']}`);
			}
			return faults;
		}
	},
	{
		id: 'CVE-2026-22600, GHSA-m8f2-cwpq-vvhh',
		never: 'a file that is not what its name says is not taken',
		attempt: async (world) => {
			const stored = () => world.db.selectFrom('evidence').select('id').orderBy('id').execute();
			const before = (await stored()).length;
			const { status } = await upload(world, 'photo.png', SVG);
			const after = (await stored()).length;
			const good = await upload(world, 'list.txt', 'A list of names');
			return [
				...(status === 409 || status === 422 ? [] : [`it was answered with ${status}`]),
				...(after === before ? [] : ['it was stored']),
				...(good.status === 303 ? [] : [`not even a text is taken: ${good.status}`])
			];
		}
	},
	{
		id: 'CVE-2026-30234, CVE-2025-55011',
		never: 'a file name leads to no other place, neither here nor where it is saved',
		attempt: async (world) => {
			const faults: string[] = [];
			for (const name of [
				'../../../../etc/passwd.txt',
				'..\\..\\boot.txt',
				'/etc/shadow.txt',
				'C:\\x\\y.txt'
			]) {
				const { status, name: kept, file } = await upload(world, name, `bytes of ${name}`);
				const { headers } = await world.ask('partner.koksu', file);
				const saved = String(headers['content-disposition']);
				if (status !== 303) faults.push(`${name}: ${status}`);
				if (/[/\\]/.test(kept)) faults.push(`${name} is kept as ${kept}`);
				if (/filename="[^"]*[/\\]|%2F|%5C/i.test(saved)) faults.push(`${name} is saved as ${saved}`);
			}
			return faults;
		}
	},
	{
		id: 'CVE-2026-32703',
		never: 'a file name is shown as it was typed, never as a part of the page',
		attempt: async (world) => {
			const { status, id, path } = await upload(world, 'Tom & <img src=x>.txt', 'named badly');
			const pages = await Promise.all(
				[path, `/leslie/evidence/${id}`].map((page) => world.ask('partner.koksu', page))
			);
			return [
				...(status === 303 ? [] : [`it was not taken: ${status}`]),
				...pages.flatMap(({ body }) => (body.includes('<img src=x') ? ['it is a part of the page'] : [])),
				...(pages.some(({ body }) => body.includes('Tom &amp; ')) ? [] : ['it is shown nowhere'])
			];
		}
	},
	{
		id: 'CVE-2026-44696, GHSA-j9q2-49mp-hmq5',
		never: 'a style that somebody types changes no page',
		attempt: async (world) => {
			const styled = '<figure style="position:fixed;inset:0">Sign in again</figure>';
			const form = { description: styled, mitigation: '' };
			const { headers } = await world.ask('partner.koksu', '/leslie/risks/new', { form });
			const { body, headers: own } = await world.ask('partner.koksu', headers.location ?? '');
			return [
				...(body.includes('Sign in again') ? [] : ['it is shown nowhere']),
				...(body.includes('<figure style') ? ['it is a part of the page'] : []),
				...(/style-src[^;]*unsafe-inline/.test(String(own['content-security-policy']))
					? ['styles are allowed']
					: [])
			];
		}
	},
	{
		id: 'GHSA-m5p8-h274-f7w8',
		never: 'no page asks another site for a picture, which would tell who looks',
		attempt: async (world) => {
			const faults: string[] = [];
			for (const [who, path] of [
				['nobody', '/login'],
				['coordinator', '/leslie'],
				['nobody', '/leslie/catalogue/public']
			] as const) {
				const policy = String((await world.ask(who, path)).headers['content-security-policy']);
				const images = /img-src ([^;]*)/.exec(policy)?.[1] ?? 'everything';
				if (/\*|https?:(\s|$|\/\/)|everything/.test(images)) faults.push(`${path}: img-src ${images}`);
			}
			return faults;
		}
	},
	{
		id: 'CVE-2022-44030',
		never: 'a file is not downloaded by who only knows its id',
		attempt: async (world) => {
			const { file, status } = await upload(world, 'names.txt', 'A list with names');
			const others: Who[] = [
				'observer',
				'evaluator',
				'partner.bsu',
				'qa1',
				'admin',
				'canary.coordinator',
				'nobody'
			];
			return [
				...(status === 303 ? [] : [`it was not taken: ${status}`]),
				...(await world.allowed('partner.koksu', file)),
				...(await world.allowed('coordinator', file)),
				...(await world.refused(others.map((who) => [who, file])))
			];
		}
	},
	{
		id: 'CVE-2026-20912, GHSA-vfmv-f93v-37mw',
		never: 'a sensitive file does not become public by being tied to a public record',
		attempt: async (world) => {
			const { file, id, path } = await upload(world, 'tied.txt', 'Tied to a public line');
			const line = await world.ask('observer', path);
			return [
				...(line.status === 200 ? [] : [`the line is not public: ${line.status}`]),
				...(line.body.includes('tied.txt') ? ['its name is told'] : []),
				...(await world.refused([
					['observer', file],
					['observer', `/leslie/evidence/${id}`]
				]))
			];
		}
	},
	{
		id: 'CVE-2026-34744, GHSA-rmp5-5jj7-gmvf',
		never: 'who uploaded a file does not read it any more once they no longer belong to it',
		attempt: async (world) => {
			const { file } = await upload(world, 'mine.txt', 'Brought by somebody who leaves');
			const personId = await world.personOf('partner.koksu');
			const ofThem = world.db.updateTable('roleGrant').where('personId', '=', personId);
			const before = await world.allowed('partner.koksu', file);
			await ofThem.set({ toOn: '2020-01-01' }).execute();
			const faults = await world.refused([['partner.koksu', file]]);
			await ofThem.set({ toOn: null }).execute();
			return [...before, ...faults];
		}
	},
	{
		id: 'CVE-2026-57862, CVE-2026-24772',
		never: 'an address that somebody types leads the server to nothing inside, however it is written',
		attempt: async () => {
			const seen: string[] = [];
			const inside = createServer((request, response) => {
				seen.push(request.headers.host ?? '');
				response.end('secret');
			});
			await new Promise<void>((ready) => inside.listen(0, '127.0.0.1', ready));
			const address = inside.address();
			const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
			const reached: string[] = [];
			for (const url of INSIDE(port)) {
				const { kind } = await askAddress(url);
				if (kind === 'body' || kind === 'status') reached.push(`${url} was reached`);
			}
			const hits = seen.length;
			await askAddress(`http://127.0.0.1:${port}/`, { ...BOUNDS, isAllowed: () => true });
			inside.close();
			return [
				...reached,
				...(hits === 0 ? [] : [`the server inside was asked ${hits} times`]),
				...(seen.length > hits ? [] : ['the server inside answers nobody'])
			];
		}
	},
	{
		id: 'CVE-2026-34717, CVE-2026-52785, CVE-2026-32698',
		never: 'what stands in an address is never a part of a statement',
		attempt: async (world) => {
			const faults: string[] = [];
			const count = async (path: string) => {
				const { status, body } = await world.ask('coordinator', `/leslie/${path}`);
				if (status >= 500) faults.push(`${path}: ${status}`);
				return [...body.matchAll(/<a [^>]*href="\/leslie\/(deliverables|evidence|dissemination)\/[^"?]+"/g)]
					.length;
			};
			const lists = [
				'deliverables?q=',
				'evidence?q=',
				'dissemination?q=',
				'dissemination?by=',
				'evidence?holder='
			];
			for (const list of lists) {
				const none = await count(`${list}nothing-of-that-name`);
				for (const wrong of ["' or '1'='1", "x') or 1=1 --", '" or ""="', "%' or '%'='"]) {
					const found = await count(list + encodeURIComponent(wrong));
					if (found > none) faults.push(`${list}${wrong}: ${found} instead of ${none}`);
				}
			}
			return faults;
		}
	}
];
