import * as v from 'valibot';
import { OUTREACH_MEASURES } from '#lib/domain/outreach/measures.ts';
import {
	day,
	itemCode,
	maybe,
	month,
	organisation,
	provenance,
	taskNumber,
	text,
	whole,
	workPackage
} from './fields.ts';

const description = v.optional(
	v.pipe(v.string(), v.maxLength(8000, 'must have at most 8000 characters'), v.description('What it is')),
	''
);

const due = {
	due_month: maybe(month('Due on the last day of this month')),
	due_on: maybe(day('Due day, where the agreement names one'))
};

export const tasks = v.strictObject({
	number: taskNumber,
	work_package: workPackage('Number of its work package'),
	title: text(300, 'Title'),
	lead: maybe(organisation('Leader of the task')),
	start_month: month('Begins'),
	end_month: month('Ends'),
	...provenance
});

export const deliverables = v.strictObject({
	code: itemCode('D4.2'),
	title: text(500, 'Title'),
	description,
	work_package: workPackage('Number of its work package'),
	lead: maybe(organisation('Lead beneficiary')),
	contributors: v.optional(v.array(organisation('Works on it: nobody from there may review it')), []),
	type: maybe(text(20, 'Code of the quality plan, such as R')),
	level: maybe(text(20, 'Dissemination level of the quality plan, such as PU')),
	...due,
	...provenance
});

export const milestones = v.strictObject({
	code: itemCode('MS3'),
	title: text(500, 'Title'),
	description,
	work_packages: v.pipe(
		v.array(workPackage('The first one leads')),
		v.minLength(1, 'must name at least one work package')
	),
	lead: maybe(organisation('Lead beneficiary')),
	means_of_verification: v.pipe(
		v.array(text(1000, 'What will count as proof')),
		v.minLength(1, 'must say at least one thing that will prove it')
	),
	payment_relevant: v.optional(v.boolean(), false),
	go_no_go: v.optional(v.boolean(), false),
	depends_on: v.optional(v.array(itemCode('A deliverable it rests on')), []),
	...due,
	...provenance
});

export const reportingPeriods = v.strictObject({
	number: whole(1, 20, '1 for RP1'),
	start_month: month('Begins'),
	end_month: month('Ends'),
	kind: v.optional(v.picklist(['periodic', 'final']), 'periodic'),
	report_due_days: v.optional(whole(0, 365, 'Days after its end until the report is due'), 60),
	...provenance
});

const degree = (what: string) => maybe(whole(1, 5, `${what}, from 1 (low) to 5 (high)`));

export const risks = v.strictObject({
	number: whole(1, 999, 'Number'),
	description: text(2000, 'What may happen'),
	mitigation: v.optional(v.pipe(v.string(), v.maxLength(4000, 'must have at most 4000 characters')), ''),
	work_packages: v.optional(v.array(workPackage('Concerned')), []),
	likelihood: degree('Likelihood'),
	severity: degree('Severity'),
	foreseen: v.optional(v.boolean(), true),
	owner: maybe(organisation('Watches it')),
	...provenance
});

const amount = (description: string) =>
	v.pipe(v.number(), v.minValue(0, 'must not be below 0'), v.description(description));

/** What the project is measured by; the organisations report their numbers in the program. */
export const indicators = v.strictObject({
	code: itemCode('I12'),
	title: text(300, 'What is counted'),
	description,
	unit: text(60, 'What one is: people, entries …'),
	baseline: maybe(amount('Before the project')),
	baseline_on: maybe(day('Of this day')),
	public: v.optional(v.boolean(), true),
	work_packages: v.optional(v.array(workPackage('It belongs to')), []),
	goals: v.optional(v.array(whole(1, 17, 'Goal of the United Nations that it serves')), []),
	reporters: v.optional(v.array(organisation('Is asked for its number')), []),
	measure: maybe(
		v.pipe(
			v.picklist(OUTREACH_MEASURES),
			v.description('What the dissemination log, or mobility and training, count for it')
		)
	),
	targets: v.optional(
		v.array(
			v.strictObject({
				due_on: day('To be reached by'),
				value: amount('Total from the start'),
				note: v.optional(v.pipe(v.string(), v.maxLength(300, 'must have at most 300 characters')), '')
			})
		),
		[]
	),
	actuals: v.optional(
		v.array(
			v.strictObject({
				organisation: organisation('Whose number it is'),
				as_of: day('Counted up to'),
				value: amount('From the start of the project')
			})
		),
		[]
	),
	dimensions: v.optional(
		v.array(
			v.strictObject({
				label: text(60, 'Taken apart by: gender, kind …'),
				categories: v.array(text(60, 'A part'))
			})
		),
		[]
	),
	...provenance
});

/** Sustainable Development Goals that the project names. */
export const goals = v.strictObject({
	number: whole(1, 17, 'Number of the goal'),
	contribution: v.optional(v.pipe(v.string(), v.maxLength(4000, 'must have at most 4000 characters')), ''),
	...provenance
});
