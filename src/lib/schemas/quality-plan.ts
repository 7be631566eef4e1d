import * as v from 'valibot';
import { PROPOSED_QUALITY_PLAN, type QualityPlan } from '#lib/domain/quality-plan.ts';
import { Day } from './fields.ts';
import { parsedOnce } from './parsed-once.ts';

const count = (least: number, most: number) =>
	v.pipe(
		v.number('Enter a whole number.'),
		v.integer('Enter a whole number.'),
		v.minValue(least, `At least ${least}.`),
		v.maxValue(most, `At most ${most}.`)
	);

const codeLabels = v.array(
	v.object({
		code: v.pipe(v.string(), v.trim(), v.minLength(1, 'Enter a code.'), v.maxLength(20)),
		label: v.pipe(v.string(), v.trim(), v.minLength(1, 'Enter a label.'), v.maxLength(120))
	})
);

type LaterRule =
	| 'minutesWorkingDays'
	| 'meetingQuorumPercent'
	| 'actionAnswerWorkingDays'
	| 'actionMovesToAgenda'
	| 'checkInMonths'
	| 'checkInDueWorkingDays'
	| 'checkInFromMonth'
	| 'reviewsPerWeek'
	| 'riskMediumFrom'
	| 'riskHighFrom';

/** A rule that versions of before it existed do not have: there the proposed one holds. */
const proposedWithout = (rule: LaterRule, least: number, most: number) =>
	v.optional(count(least, most), PROPOSED_QUALITY_PLAN[rule]);

/** The quality plan as stored and as imported. */
export const QualityPlanSchema: v.GenericSchema<unknown, QualityPlan> = v.object({
	reviewQuorum: count(1, 10),
	reviewersAbroad: count(0, 10),
	milestoneVerifiers: count(1, 10),
	criticalMilestoneVerifiers: count(1, 10),
	reviewWorkingDays: count(1, 90),
	draftLeadDays: count(0, 365),
	reviewLeadDays: count(0, 365),
	finalLeadDays: count(0, 365),
	acceptedFormats: v.array(
		v.pipe(v.string(), v.regex(/^[a-z0-9]{1,8}$/, 'A format is written like pdf, without the dot.'))
	),
	maxFileMegabytes: count(1, 2000),
	deliverableTypes: codeLabels,
	disseminationLevels: codeLabels,
	slipReasons: codeLabels,
	atRiskDays: count(0, 365),
	ballWarningDays: count(1, 365),
	minutesWorkingDays: proposedWithout('minutesWorkingDays', 1, 90),
	meetingQuorumPercent: proposedWithout('meetingQuorumPercent', 1, 100),
	actionAnswerWorkingDays: proposedWithout('actionAnswerWorkingDays', 1, 90),
	actionMovesToAgenda: proposedWithout('actionMovesToAgenda', 1, 20),
	checkInMonths: proposedWithout('checkInMonths', 1, 12),
	checkInDueWorkingDays: proposedWithout('checkInDueWorkingDays', 1, 60),
	checkInFromMonth: proposedWithout('checkInFromMonth', 0, 120),
	reviewsPerWeek: proposedWithout('reviewsPerWeek', 1, 20),
	riskMediumFrom: proposedWithout('riskMediumFrom', 2, 25),
	riskHighFrom: proposedWithout('riskHighFrom', 2, 25),
	holidays: v.record(v.string(), v.array(Day))
});

export const parseQualityPlan = parsedOnce((settings): QualityPlan =>
	v.parse(QualityPlanSchema, JSON.parse(settings))
);
