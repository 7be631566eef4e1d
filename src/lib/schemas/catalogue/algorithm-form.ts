import * as v from 'valibot';
import { withDecision } from '#lib/domain/meetings/decisions.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { STATE_PARTS } from '#lib/domain/catalogue/algorithm-blocks.ts';
import type { AlgorithmDraft, DraftRow } from '#lib/domain/catalogue/algorithm-draft.ts';
import { AlgorithmSchema } from './algorithm.ts';

type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface PublishAlgorithm {
	/** Number of the version that was on the screen. */
	basedOn: number;
	note: string;
	algorithm: Algorithm;
}

/** Names of fields: `s2-title`, `s2-q0-percent` of its first requirement, `s2-r0-label` of its first record field. */
const NAME = /^s(\d{1,2})-(?:([qr])(\d{1,2})-)?([a-zA-Z]+)$/;

/** The draft as the form sent it. */
export function readDraft(typed: Typed): AlgorithmDraft {
	const head: Record<string, string | readonly string[]> = {};
	const steps: { row: Fields; q: Fields[]; r: Fields[] }[] = [];
	for (const [name, value] of Object.entries(typed)) {
		const [, step, part, line, field = ''] = NAME.exec(name) ?? [];
		if (step === undefined) {
			head[name] = value;
			continue;
		}
		const found = (steps[Number(step)] ??= { row: {}, q: [], r: [] });
		const row = part === 'q' || part === 'r' ? (found[part][Number(line)] ??= {}) : found.row;
		row[field] = value;
	}
	return {
		head,
		steps: steps
			.filter((one) => one !== undefined)
			.map(({ row, q, r }) => ({ row, requires: dense(q), record: dense(r) }))
	};
}

type Fields = Record<string, string | readonly string[]>;

function dense(rows: readonly Fields[]): DraftRow[] {
	return rows.filter((row) => row !== undefined);
}

/**
 * The form of a new version. A button that arranges the draft (`do`) publishes nothing: what was typed comes back, and
 * the page shows it arranged.
 */
export const PublishAlgorithm: v.GenericSchema<Record<string, string | string[]>, PublishAlgorithm> = v.pipe(
	v.record(v.string(), v.union([v.string(), v.array(v.string())])),
	v.rawTransform(({ dataset: { value: typed }, addIssue, NEVER }) => {
		const refuse = (field: string, message: string) =>
			addIssue({
				message,
				path: [{ type: 'object', origin: 'value', input: typed, key: field, value: typed[field] }]
			});
		if (textOf(typed, 'do') !== '') {
			refuse('do', 'Arranged, not published yet.');
			return NEVER;
		}
		const note = withDecision(textOf(typed, 'note'), textOf(typed, 'decision'));
		const basedOn = Number(textOf(typed, 'basedOn'));
		if (!Number.isInteger(basedOn)) refuse('basedOn', 'Reload the page.');
		if (note === '') refuse('note', 'Say what changes and why.');
		if (note.length > 2000) refuse('note', 'At most 2,000 characters.');
		const draft = readDraft(typed);
		const parsed = v.safeParse(AlgorithmSchema, candidate(draft));
		for (const issue of parsed.success ? [] : parsed.issues) {
			const field = fieldOf(issue.path?.map(({ key }) => key) ?? []);
			const isUnchosen = STATE_PARTS.some((part) => part === field) && textOf(typed, field) === '';
			refuse(field, isUnchosen ? 'Choose one of the steps.' : issue.message);
		}
		return parsed.success && note !== '' && note.length <= 2000 && Number.isInteger(basedOn)
			? { basedOn, note, algorithm: parsed.output }
			: NEVER;
	})
);

function candidate({ head, steps }: AlgorithmDraft): Record<string, unknown> {
	return {
		workPackage: numberOf(head, 'workPackage'),
		hoursPerCredit: { min: numberOf(head, 'hoursMin'), max: numberOf(head, 'hoursMax') },
		overlapPercent: numberOf(head, 'overlapPercent'),
		languages: words(textOf(head, 'languages')),
		localLanguages: Object.fromEntries(
			textOf(head, 'localLanguages')
				.split('\n')
				.filter((line) => line.trim() !== '')
				.map((line) => {
					const [country = '', own = ''] = line.split(':');
					return [country.trim().toUpperCase(), words(own)];
				})
		),
		protectedElements: listOf(head, 'protected'),
		returnTo: textOf(head, 'returnTo'),
		inCatalogueFrom: textOf(head, 'inCatalogueFrom'),
		implementedFrom: textOf(head, 'implementedFrom'),
		publicFrom: textOf(head, 'publicFrom'),
		steps: steps.map(({ row, requires, record }) => ({
			state: textOf(row, 'state'),
			title: textOf(row, 'title'),
			help: textOf(row, 'help'),
			actor: textOf(row, 'actor'),
			typicalDays: numberOf(row, 'days'),
			requires: requires.map((one) => ({
				kind: textOf(one, 'kind'),
				elements: listOf(one, 'elements'),
				profile: textOf(one, 'profile'),
				percent: numberOf(one, 'percent'),
				requirement: textOf(one, 'requirement'),
				label: textOf(one, 'label'),
				days: numberOf(one, 'days'),
				min: numberOf(one, 'min')
			})),
			record: record.map((one) => ({
				name: textOf(one, 'name'),
				label: textOf(one, 'label'),
				kind: textOf(one, 'kind'),
				required: textOf(one, 'required') !== ''
			})),
			...(textOf(row, 'actor') === 'reviewer' ? { signatures: numberOf(row, 'signatures') } : {})
		}))
	};
}

/** The field in which a part of the algorithm is typed; the path of an issue as text. */
function fieldOf(path: readonly unknown[]): string {
	const [part = '', step = '', within = 'title', line = '0', last] = path.map((key) =>
		typeof key === 'number' || typeof key === 'string' ? String(key) : ''
	);
	if (part === 'hoursPerCredit') return step === 'min' ? 'hoursMin' : 'hoursMax';
	if (part === 'protectedElements') return 'protected';
	if (part !== 'steps' || step === '') return part;
	if (within === 'requires') return `s${step}-q${line}-${last ?? 'kind'}`;
	if (within === 'record') return `s${step}-r${line}-${last ?? 'name'}`;
	return `s${step}-${within === 'typicalDays' ? 'days' : within}`;
}

function textOf(row: DraftRow, field: string): string {
	const value = row[field];
	return typeof value === 'string' ? value.trim() : '';
}

function listOf(row: DraftRow, field: string): readonly string[] {
	const value = row[field];
	return typeof value === 'string' ? words(value) : (value ?? []);
}

function numberOf(row: DraftRow, field: string): number {
	const text = textOf(row, field);
	return text === '' ? NaN : Number(text);
}

function words(text: string): string[] {
	return [...new Set(text.toLowerCase().split(/[\s,;]+/))].filter((word) => word !== '');
}
