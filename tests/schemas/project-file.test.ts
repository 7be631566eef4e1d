import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { syntaxErrorOffset } from '#lib/schemas/project-file/json-position.ts';
import { parseProjectFile } from '#lib/schemas/project-file/parse.ts';

const GOOD = readFileSync(new URL('../support/second-project.json', import.meta.url), 'utf8');

/** The good file with some values replaced: `deliverables.0.lead` is the lead of the first deliverable. */
function broken(changes: Readonly<Record<string, unknown>>): string {
	const file: unknown = JSON.parse(GOOD);
	for (const [path, value] of Object.entries(changes)) put(file, path.split('.'), value);
	return JSON.stringify(file);
}

function put(inside: unknown, [key = '', ...rest]: string[], value: unknown): void {
	if (typeof inside !== 'object' || inside === null) throw new Error(`nothing to put ${key} into`);
	if (rest.length > 0) put(Reflect.get(inside, key), rest, value);
	else if (value === undefined) Reflect.deleteProperty(inside, key);
	else Reflect.set(inside, key, value);
}

function problemsOf(content: string): string[] {
	const parsed = parseProjectFile(content);
	return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

test('a good file has no problem, also with a byte order mark', () => {
	expect(problemsOf(GOOD)).toEqual([]);
	expect(problemsOf(`\uFEFF${GOOD}`)).toEqual([]);
});

const CASES: readonly (readonly [what: string, changes: Record<string, unknown>, ...problems: string[]])[] = [
	[
		'a lead nobody knows',
		{ 'work_packages.1.lead': 'xyz' },
		'work_packages[1].lead: no organisation "xyz" in this file; known: ucy, unicas, koksu'
	],
	[
		'an unknown participant',
		{ 'work_packages.1.participants': ['unicas', 'abc'] },
		'work_packages[1].participants[1]: no organisation "abc" in this file; known: ucy, unicas, koksu'
	],
	[
		'an unknown contributor',
		{ 'deliverables.0.contributors': ['abc'] },
		'deliverables[0].contributors[0]: no organisation "abc" in this file; known: ucy, unicas, koksu'
	],
	[
		'a work package that is not there',
		{ 'deliverables.0.work_package': 9 },
		'deliverables[0].work_package: no work package "9" in this file; known: 1, 4'
	],
	[
		'a dependency on nothing',
		{ 'milestones.0.depends_on': ['D9.9'] },
		'milestones[0].depends_on[0]: no deliverable "D9.9" in this file; known: D4.2'
	],
	[
		'a code used twice',
		{ 'milestones.0.code': 'D4.2' },
		'milestones[0].code: "D4.2" is used by deliverables[0] already'
	],
	[
		'an organisation given twice',
		{ 'organisations.1.code': 'ucy' },
		'organisations[1].code: "ucy" is used by organisations[0] already',
		'deliverables[0].contributors[0]: no organisation "unicas" in this file; known: ucy, koksu',
		'work_packages[1].participants[0]: no organisation "unicas" in this file; known: ucy, koksu'
	],
	[
		'a participant named twice',
		{ 'work_packages.1.participants': ['unicas', 'unicas'] },
		'work_packages[1].participants[1]: "unicas" stands in this list twice'
	],
	[
		'a month after the end',
		{ 'deliverables.0.due_month': 25 },
		'deliverables[0].due_month: month 25 lies after the end of the project (M24)'
	],
	[
		'a month that is no month',
		{ 'deliverables.0.due_month': 0 },
		'deliverables[0].due_month: must be at least 1'
	],
	['half a month', { 'deliverables.0.due_month': 2.5 }, 'deliverables[0].due_month: must be a whole number'],
	[
		'a span that ends before it begins',
		{ 'tasks.0.end_month': 2 },
		'tasks[0].end_month: M2 lies before the start, M3'
	],
	[
		'a due day outside the project',
		{ 'deliverables.0.due_on': '2027-01-01' },
		'deliverables[0].due_on: 2027-01-01 lies outside the project (2025-01-01 to 2026-12-31)'
	],
	[
		'a day that does not exist',
		{ 'deliverables.0.due_on': '2026-02-30' },
		'deliverables[0].due_on: there is no day 2026-02-30'
	],
	[
		'a holiday that does not exist',
		{ quality_plan: { holidays: { KZ: ['2026-02-30'] } } },
		'quality_plan.holidays.KZ[0]: there is no day 2026-02-30'
	],
	[
		'a day written otherwise',
		{ 'project.start_on': '1.1.2025' },
		'project.start_on: must be a day such as 2026-06-15'
	],
	[
		'an event that ends before it begins',
		{ 'facts.0.ends_on': '2025-02-01' },
		'facts[0].ends_on: 2025-02-01 lies before the start, 2025-02-03'
	],
	[
		'a milestone without means',
		{ 'milestones.0.means_of_verification': [] },
		'milestones[0].means_of_verification: must say at least one thing that will prove it'
	],
	[
		'a milestone without a work package',
		{ 'milestones.0.work_packages': [] },
		'milestones[0].work_packages: must name at least one work package'
	],
	[
		'periods with a gap',
		{ 'reporting_periods.0.start_month': 2 },
		'reporting_periods[0].start_month: must begin in M1: reporting periods follow each other without a gap'
	],
	[
		'periods that end too early',
		{ 'reporting_periods.0.end_month': 20 },
		'reporting_periods[0].end_month: the last period must end with the project, in M24'
	],
	['a missing field', { 'deliverables.0.title': undefined }, 'deliverables[0].title: is missing'],
	[
		'a mistyped field',
		{ 'deliverables.0.leed': 'ucy' },
		'deliverables[0].leed: is not a field of this record'
	],
	[
		'text for a number',
		{ 'deliverables.0.due_month': '18' },
		'deliverables[0].due_month: expected a number, found "18"'
	],
	['a list for a record', { project: 'LESLIE' }, 'project: expected an object { … }, found "LESLIE"'],
	['no project at all', { project: undefined }, 'project: is missing'],
	[
		'an unknown role',
		{ 'organisations.1.role': 'boss' },
		'organisations[1].role: expected one of "coordinator", "national-coordinator", "partner", "ministry", "external", found "boss"'
	],
	[
		'no coordinator',
		{ 'organisations.0.role': 'partner' },
		'organisations: one of them must have the role "coordinator"'
	],
	[
		'two coordinators',
		{ 'organisations.1.role': 'coordinator' },
		'organisations[1].role: only one organisation can be the coordinator, and organisations[0] is'
	],
	[
		'a time zone that is none',
		{ 'project.time_zone': 'Asia/Atlantis' },
		'project.time_zone: "Asia/Atlantis" is no IANA time zone; expected one such as Europe/Madrid or Asia/Almaty'
	],
	[
		'a type the quality plan lacks',
		{ 'deliverables.0.type': 'X' },
		'deliverables[0].type: the quality plan has no "X"; known: R, DEM, DEC, DATA, DMP, ETHICS, SECURITY, OTHER'
	],
	[
		'a level its own quality plan lacks',
		{ quality_plan: { dissemination_levels: [{ code: 'CO', label: 'Confidential' }] } },
		'deliverables[0].level: the quality plan has no "PU"; known: CO'
	],
	[
		'a claim without a source',
		{ 'facts.0.origin': 'stated' },
		'facts[0].sources: "stated" needs a source: an address or a note'
	],
	[
		'a source of a field that is not there',
		{ 'facts.0.sources': [{ field: 'city', note: 'x' }] },
		'facts[0].sources[0].field: this record has no field "city"'
	],
	[
		'an address that is none',
		{ 'facts.0.sources': [{ url: 'javascript:alert(1)' }] },
		'facts[0].sources[0].url: must be an address that begins with https:// or http://'
	],
	[
		'a character no database keeps',
		{ 'deliverables.0.title': 'a\0b' },
		'deliverables[0].title: must not hold the character U+0000'
	],
	[
		'a slug with a slash',
		{ 'project.slug': 'a/b' },
		'project.slug: must be small letters, digits and hyphens, at most 40, and no page of the installation such as login'
	],
	[
		'a slug that is a page of the installation',
		{ 'project.slug': 'unsubscribe' },
		'project.slug: must be small letters, digits and hyphens, at most 40, and no page of the installation such as login'
	],
	['an empty title', { 'project.title': '' }, 'project.title: must not be empty']
];

test.each(CASES.map(([what, changes, ...problems]) => ({ what, changes, problems })))(
	'$what',
	({ changes, problems }) => {
		expect(problemsOf(broken(changes)).sort()).toEqual([...problems].sort());
	}
);

test('every problem is named at once, of the shape and of the references', () => {
	const changes = {
		'work_packages.0.lead': 'xyz',
		'deliverables.0.title': 5,
		'tasks.0.end_month': 99,
		'project.acronym': undefined
	};
	expect(
		problemsOf(broken(changes))
			.map((problem) => problem.split(':')[0])
			.sort()
	).toEqual(['deliverables[0].title', 'project.acronym', 'tasks[0].end_month', 'work_packages[0].lead']);
});

describe('text that is not JSON is located by line and column', () => {
	test.each([
		['', 'line 1, column 1'],
		['{\n\t"project": {,}\n}', 'line 2, column 14'],
		['{"a": 1,}', 'line 1, column 9'],
		['[1, 2', 'line 1, column 6'],
		["{'a': 1}", 'line 1, column 2'],
		['{"a": 1} x', 'line 1, column 10'],
		['{"a" 1}', 'line 1, column 6'],
		['{"a": 01}', 'line 1, column 8'],
		['{"a": "\n"}', 'line 1, column 7'],
		['['.repeat(100_000), 'line 1, column 100001']
	])('%j', (content, place) => expect(problemsOf(content)).toEqual([`${place}: is not valid JSON`]));

	test('at every place where a good file is cut off', () => {
		const short = GOOD.slice(0, 400);
		for (let length = 0; length < short.length; length += 1)
			expect(syntaxErrorOffset(short.slice(0, length))).toBeLessThanOrEqual(length);
	});
});

test('what is not an object, and what is too large, is said in one sentence', () => {
	expect(problemsOf('[]')).toEqual([': expected an object { … } with "project", "organisations" and so on']);
	expect(problemsOf(`"${'x'.repeat(5_000_001)}"`)).toEqual([': the file is larger than 5 MB']);
});
