import * as v from 'valibot';
import {
	arrangeChecklist,
	CHECKLIST_KINDS,
	type ChecklistKind,
	type ChecklistQuestion,
	type ChecklistStep
} from '#lib/domain/checklists.ts';

export interface PublishChecklist {
	basedOn: number;
	title: string;
	note: string;
	/** What a new checklist is for; one that is there keeps its kind. */
	appliesTo: ChecklistKind;
	items: readonly ChecklistQuestion[];
}

type Typed = Record<string, string | string[]>;

const list = v.optional(v.array(v.string()), []);
const Fields = v.object({
	do: v.optional(v.string(), 'publish'),
	basedOn: v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)),
	title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'At most 200 characters.')), ''),
	note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, 'At most 2,000 characters.')), ''),
	text: list,
	help: list,
	mandatory: list,
	section: list,
	appliesTo: v.optional(v.picklist(CHECKLIST_KINDS), 'deliverable')
});

/** The questions as typed into the rows of the form, empty rows included. */
function typedQuestions(
	typed: Pick<v.InferOutput<typeof Fields>, 'text' | 'help' | 'mandatory' | 'section'>
) {
	return typed.text.map((text, index) => ({
		text: text.trim(),
		help: (typed.help[index] ?? '').trim(),
		mandatory: typed.mandatory[index] !== 'no',
		section: (typed.section[index] ?? '').trim()
	}));
}

/** `up-2`, `remove-0`, `add`: the step behind a button that only rearranges the form. */
function readChecklistStep(value: string): ChecklistStep | undefined {
	const [, verb, at = '0'] = /^(add|remove|up|down)(?:-(\d+))?$/.exec(value) ?? [];
	if (verb !== 'add' && verb !== 'remove' && verb !== 'up' && verb !== 'down') return undefined;
	return { do: verb, at: Number(at) };
}

/** What the form shows after a step, or after a refusal: nothing typed is lost. */
export function arrangedQuestions(values: Typed): readonly ChecklistQuestion[] {
	const parsed = v.safeParse(Fields, values);
	if (!parsed.success) return [];
	const step = readChecklistStep(parsed.output.do);
	const items = typedQuestions(parsed.output);
	return step ? arrangeChecklist(items, step) : items;
}

/** Publishing takes the rows that are not empty; any other button answers with the form as it then stands. */
export const PublishChecklist = v.pipe(
	Fields,
	v.forward(
		v.check((typed) => typed.do === 'publish', 'The list was rearranged. It is not published yet.'),
		['do']
	),
	v.forward(
		v.check((typed) => typed.do !== 'publish' || typed.note !== '', 'Say why the checklist changes.'),
		['note']
	),
	v.forward(
		v.check(
			(typed) => typed.text.every((text) => text.trim().length <= 500),
			'A question has at most 500 characters.'
		),
		['text']
	),
	v.forward(
		v.check(
			(typed) => typed.help.every((help) => help.trim().length <= 2000),
			'A help text has at most 2,000 characters.'
		),
		['help']
	),
	v.forward(
		v.check(
			(typed) => typed.section.every((section) => section.trim().length <= 120),
			'A section has at most 120 characters.'
		),
		['section']
	),
	v.transform(({ basedOn, title, note, appliesTo, ...rows }): PublishChecklist => ({
		basedOn,
		title,
		note,
		appliesTo,
		items: typedQuestions(rows).filter(({ text }) => text !== '')
	}))
);
