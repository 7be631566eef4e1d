import type { Db } from '#db/schema.ts';
import { canonicalChecklist } from '#lib/domain/checklists.ts';
import { PROPOSED_QUALITY_PLAN, type QualityPlan } from '#lib/domain/quality-plan.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { cite, type ImportContext } from './context.ts';

type Rules = NonNullable<ProjectFile['quality_plan']>;

function settingsOf(rules: Rules): QualityPlan {
	const proposed = PROPOSED_QUALITY_PLAN;
	return {
		reviewQuorum: rules.review_quorum ?? proposed.reviewQuorum,
		reviewersAbroad: rules.reviewers_abroad ?? proposed.reviewersAbroad,
		milestoneVerifiers: rules.milestone_verifiers ?? proposed.milestoneVerifiers,
		criticalMilestoneVerifiers: rules.critical_milestone_verifiers ?? proposed.criticalMilestoneVerifiers,
		reviewWorkingDays: rules.review_working_days ?? proposed.reviewWorkingDays,
		draftLeadDays: rules.draft_lead_days ?? proposed.draftLeadDays,
		reviewLeadDays: rules.review_lead_days ?? proposed.reviewLeadDays,
		finalLeadDays: rules.final_lead_days ?? proposed.finalLeadDays,
		acceptedFormats: rules.accepted_formats ?? proposed.acceptedFormats,
		maxFileMegabytes: rules.max_file_megabytes ?? proposed.maxFileMegabytes,
		deliverableTypes: rules.deliverable_types ?? proposed.deliverableTypes,
		disseminationLevels: rules.dissemination_levels ?? proposed.disseminationLevels,
		slipReasons: rules.slip_reasons ?? proposed.slipReasons,
		atRiskDays: rules.at_risk_days ?? proposed.atRiskDays,
		ballWarningDays: rules.ball_warning_days ?? proposed.ballWarningDays,
		minutesWorkingDays: rules.minutes_working_days ?? proposed.minutesWorkingDays,
		meetingQuorumPercent: rules.meeting_quorum_percent ?? proposed.meetingQuorumPercent,
		actionAnswerWorkingDays: rules.action_answer_working_days ?? proposed.actionAnswerWorkingDays,
		actionMovesToAgenda: rules.action_moves_to_agenda ?? proposed.actionMovesToAgenda,
		checkInMonths: rules.check_in_months ?? proposed.checkInMonths,
		checkInDueWorkingDays: rules.check_in_due_working_days ?? proposed.checkInDueWorkingDays,
		checkInFromMonth: rules.check_in_from_month ?? proposed.checkInFromMonth,
		reviewsPerWeek: rules.reviews_per_week ?? proposed.reviewsPerWeek,
		riskMediumFrom: rules.risk_medium_from ?? proposed.riskMediumFrom,
		riskHighFrom: rules.risk_high_from ?? proposed.riskHighFrom,
		holidays: rules.holidays ?? proposed.holidays
	};
}

/** The file's quality plan as the next version; a project without one goes by the proposed plan. */
export async function insertQualityPlan(db: Db, context: ImportContext, rules: Rules): Promise<void> {
	const { latest } = await db
		.selectFrom('qualityPlanVersion')
		.select((eb) => eb.fn.max('number').as('latest'))
		.where('projectId', '=', context.projectId)
		.executeTakeFirstOrThrow();
	const id = newId();
	await db
		.insertInto('qualityPlanVersion')
		.values({
			id,
			projectId: context.projectId,
			number: Number(latest ?? 0) + 1,
			settings: JSON.stringify(settingsOf(rules)),
			note: rules.note,
			publishedAt: context.at,
			origin: rules.origin
		})
		.execute();
	cite(context, 'quality-plan', id, rules);
}

export async function insertChecklists(
	db: Db,
	context: ImportContext,
	records: ProjectFile['checklists']
): Promise<void> {
	const { projectId } = context;
	for (const one of records) {
		const checklistId = newId();
		const versionId = newId();
		await db
			.insertInto('checklist')
			.values({ id: checklistId, projectId, code: one.code, title: one.title, appliesTo: one.applies_to })
			.execute();
		await db
			.insertInto('checklistVersion')
			.values({
				id: versionId,
				projectId,
				checklistId,
				number: 1,
				sha256: sha256(canonicalChecklist(one.items)),
				note: one.note,
				publishedAt: context.at,
				origin: one.origin
			})
			.execute();
		const items = one.items.map((item, index) => ({
			id: newId(),
			checklistVersionId: versionId,
			position: index + 1,
			section: item.section,
			text: item.text,
			help: item.help,
			mandatory: item.mandatory ? 1 : 0
		}));
		await db.insertInto('checklistItem').values(items).execute();
		cite(context, 'checklist', checklistId, one);
	}
}
