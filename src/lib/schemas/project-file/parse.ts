import * as v from 'valibot';
import { PROJECT_FILE_LIMIT, ProjectFileSchema, type ProjectFile } from '#lib/schemas/project-file.ts';
import { calendarProblems } from './calendar.ts';
import { lineAndColumn, syntaxErrorOffset } from './json-position.ts';
import { isRecord, type Problem } from './raw.ts';
import { recordProblems } from './records.ts';
import { duplicateProblems, referenceProblems, type Known } from './references.ts';

export type ParsedFile = { ok: true; file: ProjectFile } | { ok: false; problems: Problem[] };

/** The file, or everything that is wrong with it. `known` is what the project has already that it will be added to. */
export function parseProjectFile(content: string, known?: Known): ParsedFile {
	if (new TextEncoder().encode(content).length > PROJECT_FILE_LIMIT)
		return failed('', `the file is larger than ${PROJECT_FILE_LIMIT / 1_000_000} MB`);
	const read = parseJson(content.replace(/^\uFEFF/, ''));
	if ('problem' in read) return { ok: false, problems: [read.problem] };
	if (!isRecord(read.value))
		return failed('', 'expected an object { … } with "project", "organisations" and so on');

	const parsed = v.safeParse(ProjectFileSchema, read.value);
	const shape = (parsed.issues ?? []).map(problemOf);
	const problems = [
		...(known === undefined && read.value.project === undefined
			? [{ path: 'project', message: 'is missing' }]
			: []),
		...shape,
		...[
			...duplicateProblems(read.value),
			...referenceProblems(read.value, known),
			...calendarProblems(read.value, known),
			...recordProblems(read.value, known === undefined)
		].filter((one) => !shape.some((other) => other.path === one.path))
	];
	return parsed.success && problems.length === 0
		? { ok: true, file: parsed.output }
		: { ok: false, problems };
}

function parseJson(json: string): { value: unknown } | { problem: Problem } {
	try {
		const value: unknown = JSON.parse(json);
		return { value };
	} catch {
		const { line, column } = lineAndColumn(json, syntaxErrorOffset(json));
		return { problem: { path: `line ${line}, column ${column}`, message: 'is not valid JSON' } };
	}
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
	const path = pathOf(issue);
	if (issue.type !== 'strict_object' || issue.path?.at(-1)?.origin !== 'key')
		return { path, message: issue.kind === 'schema' ? mistyped(issue) : issue.message };
	return { path, message: issue.expected === 'never' ? 'is not a field of this record' : 'is missing' };
}

function mistyped(issue: v.BaseIssue<unknown>): string {
	const expected = (issue.expected ?? 'something else')
		.replaceAll(' | null', '')
		.replace(/^\((.*)\)$/, '$1')
		.replaceAll(' | ', ', ');
	const words: Record<string, string> = {
		Array: 'a list [ … ]',
		Object: 'an object { … }',
		string: 'text',
		number: 'a number',
		boolean: 'true or false'
	};
	return `expected ${words[expected] ?? (issue.type === 'picklist' ? `one of ${expected}` : expected)}, found ${issue.received}`;
}

function pathOf(issue: v.BaseIssue<unknown>): string {
	return (issue.path ?? []).reduce((path, { key }) => {
		if (typeof key === 'number') return `${path}[${key}]`;
		return path === '' ? String(key) : `${path}.${String(key)}`;
	}, '');
}

function failed(path: string, message: string): ParsedFile {
	return { ok: false, problems: [{ path, message }] };
}
