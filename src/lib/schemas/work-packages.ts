import * as v from 'valibot';
import { HEALTHS } from '#lib/domain/health.ts';
import { Day, Id, optionalText, requiredText, Version } from './fields.ts';

export const EditWorkPackageSchema = v.object({
	workPackageId: Id,
	version: Version,
	objectives: optionalText(10_000)
});
export type EditWorkPackage = v.InferOutput<typeof EditWorkPackageSchema>;

const Month = v.pipe(
	v.string('Enter a month.'),
	v.trim(),
	v.regex(/^\d{1,3}$/, 'Enter a project month such as 18.'),
	v.transform(Number)
);

const LeadId = v.pipe(
	v.optional(v.string(), ''),
	v.transform((id) => (id === '' ? null : id))
);

const taskFields = {
	title: requiredText('Enter a title.', 500),
	leadOrganisationId: LeadId,
	startMonth: Month,
	endMonth: Month
};

export const EditTaskSchema = v.object({ taskId: Id, version: Version, ...taskFields });
export type EditTask = v.InferOutput<typeof EditTaskSchema>;

export const AddTaskSchema = v.object({
	workPackageId: Id,
	number: requiredText('Enter a number such as T4.1.', 10),
	...taskFields
});
export type AddTask = v.InferOutput<typeof AddTaskSchema>;

export const OverrideHealthSchema = v.object({
	health: v.picklist(HEALTHS, 'Choose a judgement.'),
	reason: requiredText('Say why you judge otherwise.'),
	untilOn: Day
});
export type OverrideHealth = v.InferOutput<typeof OverrideHealthSchema> & { workPackageId: string | null };

export const EndHealthOverrideSchema = v.object({ overrideId: Id });
export type EndHealthOverride = v.InferOutput<typeof EndHealthOverrideSchema>;
