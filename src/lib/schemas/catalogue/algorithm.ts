import * as v from 'valibot';
import { STEP_ACTORS, type Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { OVERLAP_PERCENT } from '#lib/domain/catalogue/overlap.ts';
import { isElement, type Element } from '#lib/domain/catalogue/elements.ts';
import { parsedOnce } from '#lib/schemas/parsed-once.ts';

const text = (most: number) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'Fill this in.'),
		v.maxLength(most, `At most ${most} characters.`)
	);
const code = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'A code is written like catalogue-ready.'));
const whole = (least: number, most: number) =>
	v.pipe(
		v.number('Enter a whole number.'),
		v.integer('Enter a whole number.'),
		v.minValue(least),
		v.maxValue(most)
	);
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'A language is written like en.'));
const elements = v.array(v.custom<Element>((one) => typeof one === 'string' && isElement(one)));
const percent = whole(0, 100);

const Requirement = v.variant('kind', [
	v.object({ kind: v.literal('elements'), elements }),
	v.object({ kind: v.literal('profile'), profile: code, percent }),
	v.object({ kind: v.literal('national-profile'), percent }),
	v.object({ kind: v.literal('evidence'), requirement: code, label: text(200) }),
	v.object({ kind: v.literal('no-overlap') }),
	v.object({ kind: v.literal('no-prerequisite-cycle') }),
	v.object({ kind: v.literal('homepage-checked'), days: whole(1, 3650) }),
	v.object({ kind: v.literal('cohorts-counted'), min: whole(1, 20) })
]);

const RecordField = v.object({
	name: code,
	label: text(200),
	kind: v.picklist(['text', 'date', 'url']),
	required: v.boolean()
});

const Step = v.object({
	state: code,
	title: text(80),
	help: v.pipe(v.string(), v.trim(), v.maxLength(1000)),
	actor: v.picklist(STEP_ACTORS),
	typicalDays: whole(0, 730),
	requires: v.array(Requirement),
	record: v.array(RecordField),
	signatures: v.optional(whole(1, 5))
});

/** The implementation algorithm as stored. */
export const AlgorithmSchema: v.GenericSchema<unknown, Algorithm> = v.object({
	workPackage: whole(1, 99),
	hoursPerCredit: v.object({ min: whole(1, 100), max: whole(1, 100) }),
	// Algorithms published before it could be set say nothing of it.
	overlapPercent: v.optional(whole(20, 100), OVERLAP_PERCENT),
	localLanguages: v.record(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), v.array(language)),
	languages: v.pipe(v.array(language), v.minLength(1, 'Name at least one language.')),
	protectedElements: elements,
	returnTo: code,
	inCatalogueFrom: code,
	implementedFrom: code,
	publicFrom: code,
	steps: v.pipe(v.array(Step), v.minLength(2, 'An algorithm has at least two steps.'), v.maxLength(30))
});

export const parseAlgorithm = parsedOnce((settings): Algorithm =>
	v.parse(AlgorithmSchema, JSON.parse(settings))
);
