import type { Db } from '#db/schema.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import { parseProjectFile } from '#lib/schemas/project-file/parse.ts';
import type { Problem } from '#lib/schemas/project-file/raw.ts';
import { appendAudit } from '#lib/server/audit.ts';
import { sha256 } from '#lib/server/ids.ts';
import { findSampleData } from '#lib/server/queries/find-sample-data.ts';
import { insertBaseline } from './insert-baseline.ts';
import { cite, insertCitations, type ImportContext } from './project-import/context.ts';
import { findKnown, takenProblems } from './project-import/find-known.ts';
import { insertGoals, insertIndicators } from './project-import/insert-indicators.ts';
import { insertMeetings } from './project-import/insert-meetings.ts';
import { insertOutreach } from './project-import/insert-outreach.ts';
import { insertDeliverables, insertMilestones } from './project-import/insert-items.ts';
import {
	insertFacts,
	insertReportingPeriods,
	insertRisks,
	insertTasks,
	insertThemes
} from './project-import/insert-plan.ts';
import { insertChecklists, insertQualityPlan } from './project-import/insert-rules.ts';
import { putOrganisations } from './project-import/put-organisations.ts';
import { insertProject, updateProject } from './project-import/put-project.ts';
import { putWorkPackages } from './project-import/put-work-packages.ts';
import { refreshGaps } from './refresh-gaps.ts';
import { deleteSampleData } from './sample-data/delete-sample-data.ts';

export interface ImportInput {
	/** The project file, as text. */
	content: string;
	/** Slug of the project it is added to; without it, the file makes a new one. */
	into?: string;
	/** First remove the sample data of that project. */
	replaceSample?: boolean;
	/** Do everything, then undo it. */
	dryRun?: boolean;
}

export type ImportResult =
	| { ok: true; projectId: string; slug: string; counts: Record<string, number> }
	| { ok: false; problems: Problem[] };

/** Ends a transaction that must leave nothing behind, and carries out what it found. */
class Undone extends Error {
	readonly result: ImportResult;

	constructor(result: ImportResult) {
		super('nothing stored');
		this.name = 'Undone';
		this.result = result;
	}
}

/** Loads a project file, all of it or, on any problem, nothing. The program itself acts, not a member of the project. */
export async function importProject(
	db: Db,
	by: string,
	input: ImportInput,
	now: Date
): Promise<ImportResult> {
	try {
		return await db.transaction().execute(async (db) => {
			const result = await importInto(db, by, input, now);
			if (!result.ok || input.dryRun === true) throw new Undone(result);
			return result;
		});
	} catch (problem) {
		if (problem instanceof Undone) return problem.result;
		throw problem;
	}
}

async function importInto(db: Db, by: string, input: ImportInput, now: Date): Promise<ImportResult> {
	const there = input.into === undefined ? undefined : await findKnown(db, input.into);
	if (input.into !== undefined && there === undefined)
		return { ok: false, problems: [{ path: '', message: `there is no project "${input.into}" here` }] };
	if (there && input.replaceSample === true) {
		const { peopleElsewhere } = (await findSampleData(db, there.projectId)).facts;
		const names = peopleElsewhere.join(', ');
		if (names !== '')
			return {
				ok: false,
				problems: [{ path: '', message: `sample people belong to another project too: ${names}` }]
			};
		await deleteSampleData(db, there.projectId);
	}

	const parsed = parseProjectFile(input.content, there && (await findKnown(db, there.slug))?.known);
	if (!parsed.ok) return parsed;
	const { file } = parsed;
	const taken = await takenProblems(db, there, file);
	if (taken.length > 0) return { ok: false, problems: taken };

	const projectId = await putProject(db, there?.projectId, file, now);
	const context: ImportContext = {
		projectId,
		startOn: file.project?.start_on ?? there?.known.startOn ?? '',
		at: now.toISOString(),
		organisations: new Map(there?.organisations),
		workPackages: new Map(there?.workPackages),
		items: new Map(),
		citations: [],
		problems: []
	};
	await putRecords(db, context, file);
	if (context.problems.length > 0) return { ok: false, problems: context.problems };
	await keepPlan(db, context, file, now);
	await refreshGaps(db, projectId, 'all', now);

	const slug = there?.slug ?? file.project?.slug ?? '';
	const counts = countsOf(file);
	const details = { fileSha256: sha256(input.content), counts, replacedSample: input.replaceSample === true };
	const actor = { personId: null, name: by, organisationId: null };
	const record = { type: 'project', id: projectId, label: slug };
	await appendAudit(db, { chain: projectId, actor, act: 'project:import', record, details }, now);
	return { ok: true, projectId, slug, counts };
}

async function putProject(
	db: Db,
	projectId: string | undefined,
	file: ProjectFile,
	now: Date
): Promise<string> {
	if (projectId !== undefined) {
		if (file.project) await updateProject(db, projectId, file.project);
		return projectId;
	}
	if (!file.project) throw new Error('a new project without its part of the file');
	return insertProject(db, file.project, now.toISOString());
}

async function putRecords(db: Db, context: ImportContext, file: ProjectFile): Promise<void> {
	await putOrganisations(db, context, file.organisations);
	await putWorkPackages(db, context, file.work_packages);
	await insertTasks(db, context, file.tasks);
	await insertDeliverables(db, context, file.deliverables);
	await insertMilestones(db, context, file.milestones);
	await insertReportingPeriods(db, context, file.reporting_periods);
	await insertRisks(db, context, file.risks);
	await insertGoals(db, context, file.goals);
	await insertIndicators(db, context, file.indicators);
	await insertThemes(db, context, file.themes);
	await insertFacts(db, context, file.facts);
	await insertMeetings(db, context, file.meetings);
	await insertOutreach(db, context, file.outreach);
	if (file.quality_plan) await insertQualityPlan(db, context, file.quality_plan);
	await insertChecklists(db, context, file.checklists);
	if (file.project) cite(context, 'project', context.projectId, file.project);
	await insertCitations(db, context);
}

/** The first plan of a project is its baseline 0. */
async function keepPlan(db: Db, context: ImportContext, file: ProjectFile, now: Date): Promise<void> {
	const planned = [...file.tasks, ...file.deliverables, ...file.milestones];
	if (planned.length === 0) return;
	const baseline = {
		projectId: context.projectId,
		number: 0,
		reference: file.baseline?.reference ?? 'Grant agreement, Annex 1',
		note: file.baseline?.note ?? '',
		signedOn: file.baseline?.signed_on ?? context.startOn,
		createdBy: null,
		origin: planned.some(({ origin }) => origin === 'sample') ? ('sample' as const) : ('entered' as const)
	};
	await insertBaseline(db, baseline, now);
}

function countsOf(file: ProjectFile): Record<string, number> {
	return {
		organisations: file.organisations.length,
		'work packages': file.work_packages.length,
		tasks: file.tasks.length,
		deliverables: file.deliverables.length,
		milestones: file.milestones.length,
		'reporting periods': file.reporting_periods.length,
		risks: file.risks.length,
		goals: file.goals.length,
		indicators: file.indicators.length,
		checklists: file.checklists.length,
		themes: file.themes.length,
		facts: file.facts.length,
		meetings: file.meetings.length,
		'dissemination lines': file.outreach.length
	};
}
