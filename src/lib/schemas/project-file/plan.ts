import * as v from 'valibot';
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
