import { keysOf, recordsOf, type Problem, type Raw } from './raw.ts';

/** What a project has already, when a file is added to it. */
export interface Known {
	organisations: readonly string[];
	workPackages: readonly number[];
	startOn: string;
	durationMonths: number;
}

const KEYS = {
	organisations: 'code',
	work_packages: 'number',
	tasks: 'number',
	deliverables: 'code',
	milestones: 'code',
	reporting_periods: 'number',
	risks: 'number',
	goals: 'number',
	indicators: 'code',
	checklists: 'code',
	themes: 'code',
	facts: 'code',
	meetings: 'slug',
	outreach: 'code'
} as const;

type Target = 'organisations' | 'work_packages' | 'deliverables';

const NAMES = {
	organisations: 'organisation',
	work_packages: 'work package',
	deliverables: 'deliverable'
} as const;

const REFERENCES: readonly (readonly [list: string, field: string, to: Target])[] = [
	['work_packages', 'lead', 'organisations'],
	['work_packages', 'co_lead', 'organisations'],
	['work_packages', 'participants', 'organisations'],
	['tasks', 'lead', 'organisations'],
	['tasks', 'work_package', 'work_packages'],
	['deliverables', 'lead', 'organisations'],
	['deliverables', 'contributors', 'organisations'],
	['deliverables', 'work_package', 'work_packages'],
	['milestones', 'lead', 'organisations'],
	['milestones', 'work_packages', 'work_packages'],
	['milestones', 'depends_on', 'deliverables'],
	['risks', 'work_packages', 'work_packages'],
	['risks', 'owner', 'organisations'],
	['indicators', 'work_packages', 'work_packages'],
	['indicators', 'reporters', 'organisations'],
	['facts', 'organisation', 'organisations'],
	['facts', 'work_package', 'work_packages'],
	['meetings', 'host', 'organisations'],
	['meetings', 'attended', 'organisations'],
	['meetings', 'work_packages', 'work_packages'],
	['outreach', 'organisation', 'organisations'],
	['outreach', 'with', 'organisations'],
	['outreach', 'work_packages', 'work_packages']
];

export function duplicateProblems(file: Raw): Problem[] {
	const alone = Object.entries(KEYS).flatMap(([list, field]) => duplicates(file, [list], field));
	const items = duplicates(file, ['deliverables', 'milestones'], 'code');
	const lists = REFERENCES.filter(
		([, field]) => field.endsWith('s') || ['depends_on', 'with'].includes(field)
	);
	const within = lists.flatMap(([list, field]) =>
		recordsOf(file, list).flatMap(({ record, path }) => {
			const seen = new Set<string>();
			return keysOf(record, field).flatMap((one) => {
				const twice = seen.has(one.key);
				seen.add(one.key);
				return twice
					? [{ path: `${path}.${one.path}`, message: `"${one.key}" stands in this list twice` }]
					: [];
			});
		})
	);
	return [...alone, ...items.filter((one) => !alone.some((other) => other.path === one.path)), ...within];
}

function duplicates(file: Raw, lists: readonly string[], field: string): Problem[] {
	const first = new Map<string, string>();
	return lists
		.flatMap((list) => recordsOf(file, list))
		.flatMap(({ record, path }) =>
			keysOf(record, field).flatMap(({ key }) => {
				const where = first.get(key);
				if (where === undefined) first.set(key, path);
				return where === undefined
					? []
					: [{ path: `${path}.${field}`, message: `"${key}" is used by ${where} already` }];
			})
		);
}

export function referenceProblems(file: Raw, known: Known | undefined): Problem[] {
	const keys = {
		organisations: new Set([...(known?.organisations ?? []), ...inFile(file, 'organisations')]),
		work_packages: new Set([...(known?.workPackages ?? []).map(String), ...inFile(file, 'work_packages')]),
		deliverables: new Set(inFile(file, 'deliverables'))
	};
	return REFERENCES.flatMap(([list, field, to]) =>
		recordsOf(file, list).flatMap(({ record, path }) =>
			keysOf(record, field)
				.filter(({ key }) => !keys[to].has(key))
				.map((reference) => ({
					path: `${path}.${reference.path}`,
					message: `no ${NAMES[to]} "${reference.key}" in this file; known: ${shown([...keys[to]])}`
				}))
		)
	);
}

function inFile(file: Raw, list: Target): string[] {
	return recordsOf(file, list).flatMap(({ record }) => keysOf(record, KEYS[list]).map(({ key }) => key));
}

function shown(keys: readonly string[]): string {
	if (keys.length === 0) return 'none';
	return keys.length > 20 ? `${keys.slice(0, 20).join(', ')} and ${keys.length - 20} more` : keys.join(', ');
}
