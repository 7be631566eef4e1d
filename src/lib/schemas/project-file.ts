import * as v from 'valibot';
import { organisations, project, workPackages } from './project-file/consortium.ts';
import { meetings } from './project-file/meetings.ts';
import { outreach } from './project-file/outreach.ts';
import {
	deliverables,
	goals,
	indicators,
	milestones,
	reportingPeriods,
	risks,
	tasks
} from './project-file/plan.ts';
import { baseline, checklists, facts, qualityPlan, themes } from './project-file/rules.ts';

/** Largest project file, in bytes. */
export const PROJECT_FILE_LIMIT = 5_000_000;

const list = <S extends v.GenericSchema>(record: S, most: number) =>
	v.optional(v.pipe(v.array(record), v.maxLength(most, `must have at most ${most} records`)), []);

/** A consortium's plan as one file. Codes are its stable keys; unknown fields are errors. */
export const ProjectFileSchema = v.strictObject({
	$schema: v.optional(v.string()),
	project: v.optional(project),
	organisations: list(organisations, 300),
	work_packages: list(workPackages, 99),
	tasks: list(tasks, 2000),
	deliverables: list(deliverables, 5000),
	milestones: list(milestones, 2000),
	reporting_periods: list(reportingPeriods, 20),
	risks: list(risks, 999),
	goals: list(goals, 17),
	indicators: list(indicators, 500),
	baseline: v.optional(baseline),
	quality_plan: v.optional(qualityPlan),
	checklists: list(checklists, 50),
	themes: list(themes, 100),
	facts: list(facts, 5000),
	meetings: list(meetings, 500),
	outreach: list(outreach, 2000)
});

export type ProjectFile = v.InferOutput<typeof ProjectFileSchema>;
/** One record of a list of the file. */
export type FileRecord<
	List extends 'organisations' | 'work_packages' | 'deliverables' | 'milestones' | 'facts'
> = ProjectFile[List][number];
