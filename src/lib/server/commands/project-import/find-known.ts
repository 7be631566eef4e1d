import type { Db } from '#db/schema.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import type { Problem } from '#lib/schemas/project-file/raw.ts';

/** What a project has by its stable keys, for a file that is added to it. */
export async function findKnown(db: Db, slug: string) {
	const project = await db
		.selectFrom('project')
		.select(['id', 'slug', 'startOn', 'durationMonths'])
		.where('slug', '=', slug)
		.executeTakeFirst();
	if (!project) return undefined;
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'code'])
		.where('projectId', '=', project.id)
		.orderBy('position')
		.execute();
	const workPackages = await db
		.selectFrom('workPackage')
		.select(['id', 'number'])
		.where('projectId', '=', project.id)
		.orderBy('number')
		.execute();
	return {
		projectId: project.id,
		slug: project.slug,
		organisations: new Map(organisations.map(({ id, code }) => [code, id])),
		workPackages: new Map(workPackages.map(({ id, number }) => [number, id])),
		known: {
			organisations: organisations.map(({ code }) => code),
			workPackages: workPackages.map(({ number }) => number),
			startOn: project.startOn,
			durationMonths: project.durationMonths
		}
	};
}

type Found = NonNullable<Awaited<ReturnType<typeof findKnown>>>;

/** What the file would store a second time. */
export async function takenProblems(db: Db, there: Found | undefined, file: ProjectFile): Promise<Problem[]> {
	if (there === undefined) return slugProblems(db, file);
	const other = file.project !== undefined && file.project.slug !== there.slug;
	const problems = other
		? [
				{
					path: 'project.slug',
					message: `this file is added to "${there.slug}", so its slug must be that too`
				}
			]
		: [];
	const planned = file.tasks.length + file.deliverables.length + file.milestones.length > 0;
	const hasPlan = await db
		.selectFrom('baseline')
		.select('id')
		.where('projectId', '=', there.projectId)
		.limit(1)
		.executeTakeFirst();
	if (planned && hasPlan)
		problems.push({
			path: '',
			message: `"${there.slug}" has a plan already; a sample plan goes with --replace-sample, a real one changes by amendments`
		});
	const stored = await storedKeys(db, there.projectId);
	return [...problems, ...LISTS.flatMap((list) => takenIn(list, file[list], stored[list]))];
}

async function slugProblems(db: Db, file: ProjectFile): Promise<Problem[]> {
	const slug = file.project?.slug ?? '';
	const there = await db.selectFrom('project').select('id').where('slug', '=', slug).executeTakeFirst();
	if (!there) return [];
	const message = `there is a project "${slug}" already; to put this plan in the place of its sample data: --into ${slug} --replace-sample`;
	return [{ path: 'project.slug', message }];
}

const LISTS = [
	'tasks',
	'deliverables',
	'milestones',
	'reporting_periods',
	'risks',
	'goals',
	'indicators',
	'checklists',
	'themes',
	'facts',
	'meetings',
	'outreach'
] as const;

function takenIn(
	list: string,
	records: readonly ({ code: string } | { number: string | number } | { slug: string })[],
	stored: ReadonlySet<string>
): Problem[] {
	return records.flatMap((record, index) => {
		const [field, key] = keyOf(record);
		if (!stored.has(key)) return [];
		return [{ path: `${list}[${index}].${field}`, message: `the project has "${key}" already` }];
	});
}

function keyOf(record: { code: string } | { number: string | number } | { slug: string }) {
	if ('code' in record) return ['code', record.code] as const;
	return 'slug' in record ? (['slug', record.slug] as const) : (['number', String(record.number)] as const);
}

async function storedKeys(db: Db, projectId: string): Promise<Record<(typeof LISTS)[number], Set<string>>> {
	const codes = async (table: 'item' | 'fact' | 'theme' | 'checklist' | 'indicator' | 'outreach') => {
		const rows = await db.selectFrom(table).select('code').where('projectId', '=', projectId).execute();
		return new Set(rows.map(({ code }) => code));
	};
	const numbers = async (table: 'task' | 'risk' | 'reportingPeriod' | 'developmentGoal') => {
		const rows = await db.selectFrom(table).select('number').where('projectId', '=', projectId).execute();
		return new Set(rows.map(({ number }) => String(number)));
	};
	const slugs = async () => {
		const rows = await db.selectFrom('meeting').select('slug').where('projectId', '=', projectId).execute();
		return new Set(rows.map(({ slug }) => slug));
	};
	const items = await codes('item');
	return {
		tasks: await numbers('task'),
		deliverables: items,
		milestones: items,
		reporting_periods: await numbers('reportingPeriod'),
		risks: await numbers('risk'),
		goals: await numbers('developmentGoal'),
		indicators: await codes('indicator'),
		checklists: await codes('checklist'),
		themes: await codes('theme'),
		facts: await codes('fact'),
		meetings: await slugs(),
		outreach: await codes('outreach')
	};
}
