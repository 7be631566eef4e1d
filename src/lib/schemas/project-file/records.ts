import { isDay } from '#lib/domain/days.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import { isRecord, keysOf, recordsOf, textOf, type Problem, type Raw } from './raw.ts';

const LISTS = [
	'organisations',
	'work_packages',
	'tasks',
	'deliverables',
	'milestones',
	'reporting_periods',
	'risks',
	'goals',
	'indicators',
	'checklists',
	'facts',
	'meetings',
	'outreach'
] as const;

/** What only a look at whole records shows: sources, codes of the quality plan, the one coordinator, odd text. */
export function recordProblems(file: Raw, isNew: boolean): Problem[] {
	return [
		...sourceProblems(file),
		...codeProblems(file),
		...coordinatorProblems(file, isNew),
		...textProblems(file, '', '')
	];
}

function sourceProblems(file: Raw): Problem[] {
	const single = (['project', 'quality_plan'] as const).flatMap((name) => {
		const record = file[name];
		return isRecord(record) ? [{ record, path: name }] : [];
	});
	return [...single, ...LISTS.flatMap((list) => recordsOf(file, list))].flatMap(({ record, path }) => {
		const sources = recordsOf(record, 'sources');
		const unknown = sources.flatMap((source) =>
			keysOf(source.record, 'field')
				.filter(({ key }) => !(key in record))
				.map(({ key }) => ({
					path: `${path}.${source.path}.field`,
					message: `this record has no field "${key}"`
				}))
		);
		const origin = textOf(record, 'origin');
		const given = sources.some(({ record: source }) => textOf(source, 'url') ?? textOf(source, 'note'));
		if ((origin !== 'stated' && origin !== 'inferred') || given) return unknown;
		return [
			...unknown,
			{ path: `${path}.sources`, message: `"${origin}" needs a source: an address or a note` }
		];
	});
}

function codeProblems(file: Raw): Problem[] {
	const plan = isRecord(file.quality_plan) ? file.quality_plan : {};
	const rows = [
		['type', 'deliverable_types', PROPOSED_QUALITY_PLAN.deliverableTypes],
		['level', 'dissemination_levels', PROPOSED_QUALITY_PLAN.disseminationLevels]
	] as const;
	return rows.flatMap(([field, list, proposed]) => {
		const own = recordsOf(plan, list).flatMap(({ record }) => keysOf(record, 'code').map(({ key }) => key));
		const known = Array.isArray(plan[list]) ? own : proposed.map(({ code }) => code);
		return recordsOf(file, 'deliverables').flatMap(({ record, path }) =>
			keysOf(record, field)
				.filter(({ key }) => !known.includes(key))
				.map(({ key }) => ({
					path: `${path}.${field}`,
					message: `the quality plan has no "${key}"; known: ${known.join(', ')}`
				}))
		);
	});
}

function coordinatorProblems(file: Raw, isNew: boolean): Problem[] {
	const organisations = recordsOf(file, 'organisations');
	const coordinators = organisations.filter(({ record }) => textOf(record, 'role') === 'coordinator');
	if (coordinators.length === 0 && isNew && organisations.length > 0)
		return [{ path: 'organisations', message: 'one of them must have the role "coordinator"' }];
	return coordinators.slice(1).map(({ path }) => ({
		path: `${path}.role`,
		message: `only one organisation can be the coordinator, and ${coordinators[0]?.path} is`
	}));
}

/** Days that are none, and characters that no database keeps. */
function textProblems(value: unknown, path: string, name: string): Problem[] {
	if (Array.isArray(value))
		return value.flatMap((one: unknown, index) => textProblems(one, `${path}[${index}]`, name));
	if (isRecord(value))
		return Object.entries(value).flatMap(([key, one]) =>
			textProblems(
				one,
				path === '' ? key : `${path}.${key}`,
				path === 'quality_plan.holidays' ? 'holiday_on' : key
			)
		);
	if (typeof value !== 'string') return [];
	if (value.includes('\0')) return [{ path, message: 'must not hold the character U+0000' }];
	const isDate = name.endsWith('_on') && /^\d{4}-\d{2}-\d{2}$/.test(value);
	return isDate && !isDay(value) ? [{ path, message: `there is no day ${value}` }] : [];
}
