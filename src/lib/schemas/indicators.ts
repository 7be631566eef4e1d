import * as v from 'valibot';
import { isDay } from '#lib/domain/days.ts';
import { ACTUAL_STANDINGS } from '#lib/domain/indicators/actuals.ts';
import { TARGET_VERDICTS } from '#lib/domain/indicators/target-proposals.ts';
import { OUTREACH_MEASURES } from '#lib/domain/outreach/measures.ts';
import { Day, Id, OptionalDay, optionalText, requiredText, Version } from './fields.ts';

const NUMBER = /^\d{1,9}([.,]\d{1,4})?$/;
const toNumber = (text: string) => Number(text.replace(',', '.'));

const NumberText = v.pipe(
	v.string(),
	v.trim(),
	v.check((text) => text === '' || NUMBER.test(text), 'Enter a number such as 120 or 12.5.'),
	v.transform((text) => (text === '' ? null : toNumber(text)))
);
const OptionalNumber = v.optional(NumberText, '');

const lines = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');

const TARGET = /^(\d{4}-\d{2}-\d{2})\s*[=:]?\s*(\d{1,9}(?:[.,]\d{1,4})?)\s*(.*)$/;

/** One target a line: `2026-11-30 = 500 after the last cohort`. */
const Targets = v.pipe(
	optionalText(4000),
	v.check(
		(text) => lines(text).every((line) => isDay(TARGET.exec(line)?.[1] ?? '')),
		'Write one target a line, such as 2026-11-30 = 500.'
	),
	v.transform((text) =>
		lines(text).map((line) => {
			const [, dueOn = '', value = '', note = ''] = TARGET.exec(line) ?? [];
			return { dueOn, value: toNumber(value), note: note.slice(0, 300) };
		})
	)
);

const DIMENSION = /^([^:]{1,60}):\s*(.+)$/;

/** One way to take the number apart a line: `Gender: women, men, other`. */
const Dimensions = v.pipe(
	optionalText(2000),
	v.check(
		(text) => lines(text).every((line) => DIMENSION.test(line)),
		'Write one way a line, such as Gender: women, men, other.'
	),
	v.transform((text) =>
		lines(text).map((line) => {
			const [, label = '', parts = ''] = DIMENSION.exec(line) ?? [];
			const categories = parts
				.split(',')
				.map((part) => part.trim().slice(0, 60))
				.filter((part) => part !== '');
			return { label: label.trim(), categories: [...new Set(categories)] };
		})
	)
);

const ids = v.optional(v.array(Id), []);

const DEFINITION = {
	code: v.pipe(
		v.string('Enter a code.'),
		v.trim(),
		v.regex(/^[A-Z]{1,4}\d{1,3}(\.\d{1,2})?$/, 'A code is written like I12.')
	),
	title: requiredText('Say what is counted.', 300),
	description: optionalText(4000),
	unit: requiredText('Say what one is: people, entries, hours …', 60),
	baseline: OptionalNumber,
	baselineOn: OptionalDay,
	level: v.picklist(['PU', 'SEN'], 'Choose who may read it.'),
	measure: v.pipe(
		v.optional(v.picklist(['', ...OUTREACH_MEASURES], 'Choose what is read.'), ''),
		v.transform((measure) => (measure === '' ? null : measure))
	),
	workPackageIds: ids,
	goalIds: ids,
	reporterIds: ids,
	targets: Targets,
	dimensions: Dimensions
};

export const CreateIndicatorSchema = v.object(DEFINITION);
export type IndicatorDefinition = v.InferOutput<typeof CreateIndicatorSchema>;

export const EditIndicatorSchema = v.object({ ...DEFINITION, indicatorId: Id, version: Version });
export type EditIndicator = v.InferOutput<typeof EditIndicatorSchema>;

export const CloseIndicatorSchema = v.object({ indicatorId: Id, version: Version });
export type CloseIndicator = v.InferOutput<typeof CloseIndicatorSchema>;

export const ReportActualSchema = v.pipe(
	v.object({
		indicatorId: Id,
		organisationId: Id,
		asOfOn: Day,
		standing: v.picklist(ACTUAL_STANDINGS, 'Say whether there is a number.'),
		value: OptionalNumber,
		reason: optionalText(),
		source: optionalText(),
		categories: ids,
		parts: v.optional(v.array(NumberText), [])
	}),
	v.forward(
		v.check(({ standing, value }) => standing !== 'value' || value !== null, 'Enter the number.'),
		['value']
	),
	v.forward(
		v.check(
			({ standing, reason }) => standing !== 'not-applicable' || reason !== '',
			'Say why it does not apply.'
		),
		['reason']
	),
	v.transform(({ categories, parts, ...input }) => {
		const isValue = input.standing === 'value';
		return {
			...input,
			value: isValue ? input.value : null,
			parts: categories.flatMap((categoryId, index) => {
				const value = parts[index] ?? null;
				const isFirst = categories.indexOf(categoryId) === index;
				return value === null || !isValue || !isFirst ? [] : [{ categoryId, value }];
			})
		};
	})
);
export type ReportActual = v.InferOutput<typeof ReportActualSchema>;

export const ReportFromLogSchema = v.object({ indicatorId: Id, organisationId: Id, asOfOn: Day });
export type ReportFromLog = v.InferOutput<typeof ReportFromLogSchema>;

export const ProposeTargetSchema = v.object({
	indicatorId: Id,
	dueOn: Day,
	value: v.pipe(
		v.string('Enter a number.'),
		v.trim(),
		v.regex(NUMBER, 'Enter a number such as 120 or 12.5.'),
		v.transform(toNumber)
	),
	reason: requiredText('Say why.')
});
export type ProposeTarget = v.InferOutput<typeof ProposeTargetSchema>;

export const DecideTargetSchema = v.pipe(
	v.object({
		proposalId: Id,
		verdict: v.picklist(TARGET_VERDICTS, 'Accept it or decline it.'),
		note: optionalText()
	}),
	v.forward(
		v.check(({ verdict, note }) => verdict === 'accepted' || note !== '', 'Say why it is declined.'),
		['note']
	)
);
export type DecideTarget = v.InferOutput<typeof DecideTargetSchema>;

const ACTUAL = { actualId: Id, version: Version };

export const JudgeActualSchema = v.object({ ...ACTUAL, note: optionalText() });
export const ReturnActualSchema = v.object({ ...ACTUAL, note: requiredText('Say what is to be corrected.') });
export type JudgeActual = v.InferOutput<typeof JudgeActualSchema>;

export const PutGoalSchema = v.object({
	number: v.pipe(
		v.string('Choose a goal.'),
		v.regex(/^([1-9]|1[0-7])$/, 'Choose a goal from 1 to 17.'),
		v.transform(Number)
	),
	contribution: optionalText(4000)
});
export type PutGoal = v.InferOutput<typeof PutGoalSchema>;

export const RemoveGoalSchema = v.object({ goalId: Id });
