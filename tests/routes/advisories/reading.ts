import { sql } from 'kysely';
import { foreignRecords } from './foreign-records.ts';
import { told, type Advisory, type World } from './world.ts';

/** Titles of deliverables that this reader may not open. */
async function hiddenTitles({ db, projectId }: World): Promise<{ code: string; title: string }[]> {
	const { rows } = await sql<{ code: string; title: string }>`
		select code, title from item join deliverable on deliverable.item_id = item.id
		where project_id = ${projectId} and (state <> 'accepted' or dissemination_level <> 'PU')`.execute(db);
	return rows;
}

const A_RISK = { description: 'A key is lost', mitigation: '' };

/** Deliverables that are called as what everybody reads of: a task, or a part of the product. */
const PUBLIC_NAMES: ReadonlySet<string> = new Set(['Implementation algorithm', 'Micro-credential catalogue']);

/** An entry that is not published. */
function anEntry({ db, projectId }: World) {
	return db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.select('item.code')
		.where('item.projectId', '=', projectId)
		.where('entry.publicSince', 'is', null)
		.orderBy('item.code')
		.executeTakeFirstOrThrow();
}

async function firstMeeting({ db }: World, slug: string): Promise<string> {
	const meeting = await db
		.selectFrom('meeting')
		.innerJoin('project', 'project.id', 'meeting.projectId')
		.select('meeting.slug')
		.where('project.slug', '=', slug)
		.orderBy('meeting.id')
		.executeTakeFirstOrThrow();
	return meeting.slug;
}

/** Every page of the project that an observer finds by following links from the first one. */
async function crawl({ ask }: World, who: 'observer' | 'evaluator') {
	const pages = new Map<string, { status: number; body: string; from: string }>();
	const ahead: [string, string][] = [['/leslie', '']];
	for (let next = ahead.shift(); next && pages.size < 400; next = ahead.shift()) {
		const [path, from] = next;
		if (pages.has(path)) continue;
		const answer = await ask(who, path);
		const isPage = answer.headers['content-type']?.startsWith('text/html') === true;
		pages.set(path, { status: answer.status, body: isPage ? answer.body : '', from });
		if (!isPage) continue;
		for (const [, href = ''] of answer.body.matchAll(/<a [^>]*href="(\/leslie[^"#?]*)/g))
			ahead.push([href, path]);
	}
	return [...pages];
}

export const READING: readonly Advisory[] = [
	{
		id: 'CVE-2026-22605',
		never: 'who sees the meetings of one project sees none of another',
		attempt: async (world) => {
			const slug = await firstMeeting(world, 'canary');
			const pages = ['', '/agenda', '/minutes', '/people', '/minutes.docx', '/calendar.ics'];
			return [
				...(await world.allowed('canary.coordinator', `/canary/meetings/${slug}`)),
				...(await world.refused(pages.map((page) => ['coordinator', `/canary/meetings/${slug}${page}`])))
			];
		}
	},
	{
		id: 'CVE-2026-25530',
		never: 'a part of a foreign project is not read by its id through one’s own',
		attempt: async (world) => {
			const { evidence, person } = await foreignRecords(world.db);
			const own = await world.personOf('kz');
			return [
				...(await world.allowed('coordinator', `/leslie/people/${own}`)),
				...(await world.refused([
					['coordinator', `/leslie/evidence/${evidence}`],
					['coordinator', `/leslie/files/${evidence}`],
					['coordinator', `/leslie/people/${person}`]
				]))
			];
		}
	},
	{
		id: 'CVE-2026-44731',
		never: 'a filter by a person’s id does not tell that person’s name',
		attempt: async (world) => {
			const { person, organisation } = await foreignRecords(world.db);
			const asked = [`person=${person}`, `owner=${person}`, `organisation=${organisation}`].join('&');
			const lists = ['audit', 'actions', 'meetings', 'risks', 'decisions', 'people', 'evidence'];
			const faults: string[] = [];
			for (const list of lists) {
				const { status, body } = await world.ask('coordinator', `/leslie/${list}?${asked}`);
				if (status !== 200) faults.push(`${list}: ${status}`);
				if (/QXCANARY/.test(body)) faults.push(`${list} names a stranger`);
			}
			return faults;
		}
	},
	{
		id: 'CVE-2026-44736',
		never: 'a search or a filter does not find the title of what one may not open',
		attempt: async (world) => {
			const faults: string[] = [];
			for (const { code, title } of (await hiddenTitles(world)).slice(0, 6)) {
				const words = encodeURIComponent(title.split(' ').slice(0, 2).join(' '));
				for (const path of [`deliverables?q=${words}`, `timeline?q=${words}`, `evidence?q=${code}`]) {
					const { body } = await world.ask('observer', `/leslie/${path}`);
					faults.push(...told(body, [title, `/deliverables/${code}"`], path));
				}
			}
			return faults;
		}
	},
	{
		id: 'CVE-2026-49355, GHSA-2qr3-mhmh-xfwj',
		never: 'no page leads to, or names, what its reader may not open',
		attempt: async (world) => {
			const pages = await crawl(world, 'observer');
			const titles = (await hiddenTitles(world)).flatMap(({ title }) =>
				PUBLIC_NAMES.has(title) ? [] : title
			);
			return [
				...(pages.length < 20 ? [`only ${pages.length} pages were found`] : []),
				...pages.flatMap(([path, { status, body, from }]) => [
					...(status >= 400 ? [`${from} leads to ${path}: ${status}`] : []),
					...told(body, titles, path)
				])
			];
		}
	},
	{
		id: 'CVE-2021-42326',
		never: 'who may not see people reads no name of them, on whatever page',
		attempt: async (world) => {
			const people = await world.db
				.selectFrom('membership')
				.innerJoin('person', 'person.id', 'membership.personId')
				.select(['person.name', 'person.email', 'person.id'])
				.where('membership.projectId', '=', world.projectId)
				.execute();
			const own = await world.personOf('observer');
			const others = people.filter(({ id }) => id !== own);
			const [names, emails] = [others.map(({ name }) => name), others.map(({ email }) => email)];
			const pages = await crawl(world, 'observer');
			// Who is invited reads who chairs and who presents.
			const isInvitation = (path: string) => path.startsWith('/leslie/meetings/');
			return [
				...(names.length < 10 ? ['there is nobody to be named'] : []),
				...pages.flatMap(([path, { body }]) =>
					told(body, [...emails, ...(isInvitation(path) ? [] : names)], path)
				)
			];
		}
	},
	{
		id: 'CVE-2026-47193',
		never: 'the history of a record is as closed as the record',
		attempt: async (world) => {
			const entry = await anEntry(world);
			const histories = [`/leslie/catalogue/${entry.code}/history`, '/leslie/audit', '/leslie/baselines'];
			return [
				...(await Promise.all(histories.map((path) => world.allowed('coordinator', path)))).flat(),
				...(await world.refused(histories.map((path) => ['observer', path]))),
				...(await world.refused([['evaluator', '/leslie/audit']]))
			];
		}
	},
	{
		id: 'CVE-2020-36308',
		never: 'an export holds no line that its reader does not see on the page',
		attempt: async (world) => {
			const hidden: string[] = [];
			const first = () => world.db.updateTable('decision').where('number', '=', 1);
			const decisions = await world.db
				.selectFrom('decision')
				.select(['code', 'title'])
				.where('projectId', '=', world.projectId)
				.execute();
			await first().set({ level: 'SEN' }).execute();
			// Pages are kept until something changes by a command.
			const faults = await world.allowed('coordinator', '/leslie/risks/new', A_RISK);
			for (const { code, title } of decisions)
				if ((await world.ask('observer', `/leslie/decisions/${code}`)).status === 404) hidden.push(title);
			const file = async (who: 'observer' | 'coordinator') =>
				(await world.ask(who, '/leslie/decisions/decisions.csv')).body;
			const [whole, theirs] = [await file('coordinator'), await file('observer')];
			await first().set({ level: 'PU' }).execute();
			return [
				...faults,
				...(hidden.length === 0 ? ['nothing is hidden'] : []),
				...(hidden.some((title) => whole.includes(title)) ? [] : ['not even the coordinator exports it']),
				...told(theirs, hidden, 'decisions.csv')
			];
		}
	},
	{
		id: 'GHSA-xjfc-fqm3-95q8',
		never: 'what anybody may ask for names no project',
		attempt: async (world) => {
			const faults: string[] = [];
			for (const path of ['/robots.txt', '/healthz', '/readyz', '/sitemap.xml', '/nothing/here'])
				faults.push(...told((await world.ask('nobody', path)).body, ['canary', 'QXCANARY'], path));
			return [
				...faults,
				...(await world.refused([
					['nobody', '/canary'],
					['nobody', '/missing']
				]))
			];
		}
	},
	{
		id: 'CVE-2026-67528',
		never: 'the data behind a page is not handed out beside the page',
		attempt: async (world) => {
			const pages = (await crawl(world, 'observer')).filter(
				([, { status, body }]) => status === 200 && body !== ''
			);
			const faults: string[] = [];
			for (const [path] of pages) {
				const { status } = await world.ask('observer', `${path}/__data.json?x-sveltekit-invalidated=111`);
				if (status !== 404) faults.push(`${path}: ${status}`);
			}
			const { code } = await anEntry(world);
			const editor = `/leslie/catalogue/${code}/edit`;
			faults.push(...(await world.allowed('coordinator', editor)));
			faults.push(...(await world.refused([['coordinator', `${editor}/__data.json`]])));
			return pages.length < 20 ? ['there are no pages'] : faults;
		}
	}
];
