import * as v from 'valibot';
import type { Check, CriteriaReason, CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';

const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const list = v.pipe(v.array(words(200)), v.minLength(1), v.maxLength(60));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const range = { min: whole, max: v.nullable(whole) };

const CheckSchema: v.GenericSchema<unknown, Check> = v.variant('kind', [
	v.object({
		kind: v.literal('languages'),
		languages: v.pipe(v.array(language), v.minLength(1), v.maxLength(60))
	}),
	v.object({ kind: v.literal('local-language') }),
	v.object({ kind: v.literal('count'), ...range }),
	v.object({ kind: v.literal('length'), ...range }),
	v.object({ kind: v.literal('each-assessed') }),
	v.object({ kind: v.literal('assessable'), avoid: v.record(language, v.array(words(60))) }),
	v.object({ kind: v.literal('hours-per-credit') }),
	v.object({ kind: v.literal('parts'), parts: list }),
	v.object({ kind: v.literal('one-of'), codes: list }),
	v.object({ kind: v.literal('in-vocabulary') }),
	v.object({ kind: v.literal('https') }),
	v.object({ kind: v.literal('evidence'), min: whole })
]);

const ElementCode = v.custom<Element>((code) => typeof code === 'string' && isElement(code));

/** The rules of one version of a profile, as stored. */
const Criteria: v.GenericSchema<unknown, CriteriaRule[]> = v.array(
	v.object({
		element: ElementCode,
		weight: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
		mayBeNotApplicable: v.boolean(),
		checks: v.array(CheckSchema),
		why: v.string()
	})
);

export function parseCriteria(rules: string): CriteriaRule[] {
	return v.parse(Criteria, JSON.parse(rules));
}

const strings = v.array(v.string());
const numbers = v.array(v.number());
const Reasons: v.GenericSchema<unknown, CriteriaReason[]> = v.array(
	v.variant('code', [
		v.object({ code: v.literal('languages-missing'), languages: strings }),
		v.object({ code: v.literal('local-language-missing'), languages: strings }),
		v.object({ code: v.literal('too-few'), count: v.number(), min: v.number() }),
		v.object({ code: v.literal('too-many'), count: v.number(), max: v.number() }),
		v.object({ code: v.literal('too-short'), length: v.number(), min: v.number() }),
		v.object({ code: v.literal('too-long'), length: v.number(), max: v.number() }),
		v.object({ code: v.literal('outcomes-not-assessed'), positions: numbers }),
		v.object({ code: v.literal('outcomes-not-assessable'), positions: numbers, verbs: strings }),
		v.object({
			code: v.literal('hours-per-credit'),
			hours: v.number(),
			ects: v.number(),
			min: v.number(),
			max: v.number()
		}),
		v.object({ code: v.literal('parts-missing'), parts: strings }),
		v.object({ code: v.literal('not-one-of'), value: v.string(), codes: strings }),
		v.object({ code: v.literal('not-in-vocabulary'), values: strings }),
		v.object({ code: v.literal('not-https'), url: v.string() }),
		v.object({ code: v.literal('evidence-missing'), count: v.number(), min: v.number() }),
		v.object({ code: v.literal('may-not-be-left-out') })
	])
);

/** The reasons of a row of the gap register. */
export function parseGapReasons(reasons: string): CriteriaReason[] {
	return v.parse(Reasons, JSON.parse(reasons));
}
