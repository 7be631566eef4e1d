/**
 * The project's own rules. Kept as versioned data that the consortium edits; nothing here is a constant of the code.
 * All times are calendar days unless they say working days.
 */
export interface QualityPlan {
	/** Positive signatures a review needs. */
	reviewQuorum: number;
	/** Of these, at least so many from outside the lead's country. */
	reviewersAbroad: number;
	/** Verifiers of a milestone, and of one that decides a payment or a go. */
	milestoneVerifiers: number;
	criticalMilestoneVerifiers: number;
	/** Working days a reviewer has. */
	reviewWorkingDays: number;
	/** Days before the agreed date by which the draft, the review and the final text should be there. */
	draftLeadDays: number;
	reviewLeadDays: number;
	finalLeadDays: number;
	/** Formats the portal accepts, without the dot, and the largest file in megabytes. */
	acceptedFormats: readonly string[];
	maxFileMegabytes: number;
	deliverableTypes: readonly CodeLabel[];
	disseminationLevels: readonly CodeLabel[];
	/** Reasons offered for a move of the forecast. */
	slipReasons: readonly CodeLabel[];
	/** Days after which something counts as at risk, and a ball as held too long. */
	atRiskDays: number;
	ballWarningDays: number;
	/** Working days in which an organisation may object to circulated minutes. */
	minutesWorkingDays: number;
	/** Members, in per cent, of which somebody must be present or represented. */
	meetingQuorumPercent: number;
	/** Working days after which an action that its owner did not answer counts as accepted. */
	actionAnswerWorkingDays: number;
	/** So many moves of its due day bring an action onto the next agenda. */
	actionMovesToAgenda: number;
	/** Months that one check-in speaks of, and the working days after their end by which it is due. */
	checkInMonths: number;
	checkInDueWorkingDays: number;
	/** The project month from which check-ins are asked for; 0: that in which the project was set up here. */
	checkInFromMonth: number;
	/** So many reviews one person can end in one week. */
	reviewsPerWeek: number;
	/** Likelihood times severity from which a risk counts as medium, and as high. */
	riskMediumFrom: number;
	riskHighFrom: number;
	/** Days without work, `YYYY-MM-DD`, by country. */
	holidays: Readonly<Record<string, readonly string[]>>;
}

export interface CodeLabel {
	code: string;
	label: string;
}

/** What a project starts with until it publishes its own plan. */
export const PROPOSED_QUALITY_PLAN: QualityPlan = {
	reviewQuorum: 2,
	reviewersAbroad: 1,
	milestoneVerifiers: 1,
	criticalMilestoneVerifiers: 2,
	reviewWorkingDays: 10,
	draftLeadDays: 28,
	reviewLeadDays: 14,
	finalLeadDays: 5,
	acceptedFormats: ['pdf', 'docx', 'doc', 'odt', 'rtf', 'csv', 'zip'],
	maxFileMegabytes: 50,
	deliverableTypes: [
		{ code: 'R', label: 'Document, report' },
		{ code: 'DEM', label: 'Demonstrator, pilot, prototype' },
		{ code: 'DEC', label: 'Website, media, event, patent filing' },
		{ code: 'DATA', label: 'Data set' },
		{ code: 'DMP', label: 'Data management plan' },
		{ code: 'ETHICS', label: 'Ethics' },
		{ code: 'SECURITY', label: 'Security' },
		{ code: 'OTHER', label: 'Other' }
	],
	disseminationLevels: [
		{ code: 'PU', label: 'Public' },
		{ code: 'SEN', label: 'Sensitive' },
		{ code: 'EU-R', label: 'EU restricted' },
		{ code: 'EU-C', label: 'EU confidential' },
		{ code: 'EU-S', label: 'EU secret' }
	],
	slipReasons: [
		{ code: 'input-late', label: 'Input from another partner is late' },
		{ code: 'staff', label: 'Staff change or absence' },
		{ code: 'procurement', label: 'Procurement or administration' },
		{ code: 'rules', label: 'Change of national rules' },
		{ code: 'quality', label: 'Review asked for more work' },
		{ code: 'faster', label: 'Work goes faster than planned' },
		{ code: 'other', label: 'Other' }
	],
	atRiskDays: 14,
	ballWarningDays: 10,
	minutesWorkingDays: 10,
	meetingQuorumPercent: 66,
	actionAnswerWorkingDays: 5,
	actionMovesToAgenda: 3,
	checkInMonths: 1,
	checkInDueWorkingDays: 5,
	checkInFromMonth: 0,
	reviewsPerWeek: 1,
	riskMediumFrom: 6,
	riskHighFrom: 12,
	holidays: {}
};
