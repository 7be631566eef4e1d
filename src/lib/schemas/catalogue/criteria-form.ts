import * as v from 'valibot';
import { withDecision } from '#lib/domain/meetings/decisions.ts';
import { isCheckKind } from '#lib/domain/catalogue/check-kinds.ts';
import {
	arrangeCriteria,
	type CheckDraft,
	type CriteriaStep,
	type RuleDraft
} from '#lib/domain/catalogue/criteria-draft.ts';
import type { CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { isElement } from '#lib/domain/catalogue/elements.ts';
import { isDay } from '#lib/domain/days.ts';
import { readRule } from './criteria-rows.ts';

/** A new version of a profile; a preview only says what it would change. */
export interface CriteriaForm {
	do: 'publish' | 'preview';
	basedOn: number;
	note: string;
	/** Empty for a preview, where it may still be missing. */
	graceUntilOn: string;
	rules: readonly CriteriaRule[];
}

type Typed = Record<string, string | string[]>;

const list = v.optional(v.pipe(v.array(v.string()), v.maxLength(400, 'Too many rules.')), []);
const Fields = v.object({
	do: v.optional(v.string(), 'publish'),
	basedOn: v.pipe(
		v.string('Reload the page.'),
		v.regex(/^\d{1,9}$/, 'Reload the page.'),
		v.transform(Number)
	),
	note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, 'At most 2,000 characters.')), ''),
	decision: v.optional(v.pipe(v.string(), v.trim()), ''),
	graceUntilOn: v.optional(v.pipe(v.string(), v.trim()), ''),
	newElement: v.optional(v.string(), ''),
	newCheck: list,
	element: list,
	weight: list,
	applies: list,
	why: list,
	checkRule: list,
	checkKind: list,
	checkWords: list,
	checkTick: list,
	checkMin: list,
	checkMax: list
});
type Fields = v.InferOutput<typeof Fields>;

/** Checks come flat, each with the number of its rule; what is ticked (`4:kk`) with the number of its check. */
function typedRules(fields: Fields): RuleDraft[] {
	const ticked = Map.groupBy(fields.checkTick, (tick) => tick.split(':', 1)[0] ?? '');
	const ticksOf = (index: number) =>
		(ticked.get(String(index)) ?? []).map((tick) => tick.slice(tick.indexOf(':') + 1));
	const checks = fields.checkKind.map((kind, index) => ({
		rule: fields.checkRule[index],
		kind,
		words: [fields.checkWords[index] ?? '', ...ticksOf(index)].filter((words) => words !== '').join(', '),
		min: fields.checkMin[index] ?? '',
		max: fields.checkMax[index] ?? ''
	}));
	return fields.element.flatMap((element, index): RuleDraft[] => {
		if (!isElement(element)) return [];
		const own = checks
			.filter(({ rule }) => rule === String(index))
			.flatMap(({ kind, words, min, max }): CheckDraft[] =>
				isCheckKind(kind) ? [{ kind, words, min, max }] : []
			);
		const weight = (fields.weight[index] ?? '').trim();
		const mayBeNotApplicable = fields.applies[index] === 'no-with-reason';
		return [{ element, weight, mayBeNotApplicable, why: fields.why[index] ?? '', checks: own }];
	});
}

/** `up-2`, `remove-0`, `add`, `check-1`, `uncheck-1-0`: the step behind a button that only rearranges the form. */
function readStep({ do: value, newElement, newCheck }: Fields): CriteriaStep | undefined {
	const [, verb, first = '', second = ''] = /^([a-z]+)(?:-(\d{1,3}))?(?:-(\d{1,3}))?$/.exec(value) ?? [];
	const at = Number(first);
	switch (verb) {
		case 'add':
			return isElement(newElement) ? { do: verb, element: newElement } : undefined;
		case 'remove':
		case 'up':
		case 'down':
			return { do: verb, at };
		case 'check': {
			const kind = newCheck[at] ?? '';
			return isCheckKind(kind) ? { do: verb, at, kind } : undefined;
		}
		case 'uncheck':
			return { do: verb, at, check: Number(second) };
		default:
			return undefined;
	}
}

/** What the form shows after a step, a preview or a refusal: nothing typed is lost. */
export function arrangedRules(values: Typed): readonly RuleDraft[] {
	const parsed = v.safeParse(v.object({ ...Fields.entries, basedOn: v.optional(v.string(), '0') }), values);
	if (!parsed.success) return [];
	const fields = { ...parsed.output, basedOn: 0 };
	const step = readStep(fields);
	return step ? arrangeCriteria(typedRules(fields), step) : typedRules(fields);
}

const isPublishing = ({ do: value }: Fields) => value === 'publish';
const isRead = ({ do: value }: Fields) => value === 'publish' || value === 'preview';

export const CriteriaForm = v.pipe(
	Fields,
	v.forward(v.check(isRead, 'The rules were rearranged. Nothing is published yet.'), ['do']),
	v.forward(
		v.check((fields) => !isPublishing(fields) || fields.note !== '', 'Say why the criteria change.'),
		['note']
	),
	v.forward(
		v.check(
			(fields) => !isPublishing(fields) || isDay(fields.graceUntilOn),
			'Choose the day until which the version in force still counts.'
		),
		['graceUntilOn']
	),
	v.rawTransform(({ dataset, addIssue, NEVER }): CriteriaForm => {
		const { do: act, basedOn, graceUntilOn } = dataset.value;
		const note = withDecision(dataset.value.note, dataset.value.decision);
		const read = typedRules(dataset.value).map(readRule);
		const rules = read.filter((rule) => typeof rule !== 'string');
		read.forEach((rule, index) => {
			if (typeof rule !== 'string' || !isRead(dataset.value)) return;
			const key = `rule-${index}`;
			addIssue({
				message: `Rule ${index + 1}: ${rule}`,
				path: [{ type: 'object', origin: 'value', input: {}, key, value: rule }]
			});
		});
		if (rules.length < read.length) return NEVER;
		return { do: act === 'preview' ? 'preview' : 'publish', basedOn, note, graceUntilOn, rules };
	})
);
