import type { AmendmentReason } from './amendments.ts';
import type { AlgorithmReason } from './catalogue/algorithm-blocks.ts';
import type { AccessReason } from './access-reason.ts';
import type { ChainReason } from './chain-check.ts';
import type { CheckInReason } from './check-ins/check-in-reasons.ts';
import type { CriteriaBlock } from './catalogue/criteria-blocks.ts';
import type { DutyReason } from './catalogue/duties.ts';
import type { EntryReason } from './catalogue/entry-edits.ts';
import type { ImportReason } from './catalogue/import-reasons.ts';
import type { InvitationReason } from './meetings/invitation-reasons.ts';
import type { IndicatorReason } from './indicators/indicator-reasons.ts';
import type { InstitutionReason } from './catalogue/institutions.ts';
import type { DateMoveReason } from './date-moves.ts';
import type { DeliverableReason } from './deliverable-reasons.ts';
import type { FileReason } from './files.ts';
import type { GrantReason } from './grants.ts';
import type { HealthReason } from './health-rules.ts';
import type { IndependenceReason } from './independence.ts';
import type { StateReason } from './life-cycle.ts';
import type { ActionReason } from './meetings/action-reasons.ts';
import type { DecisionReason } from './meetings/decision-reasons.ts';
import type { MinutesReason } from './meetings/minutes-reasons.ts';
import type { MeetingReason } from './meetings/meeting-reasons.ts';
import type { MilestoneReason } from './milestone-reasons.ts';
import type { OutreachReason } from './outreach/reasons.ts';
import type { PasswordReason } from './passwords.ts';
import type { PlanReason } from './plan-rules.ts';
import type { SettingsReason } from './project-settings.ts';
import type { QualityPlanReason } from './quality-plan-blocks.ts';
import type { RightsReason } from './rights-reasons.ts';
import type { RiskReason } from './risks/risk-reasons.ts';
import type { SampleReason } from './sample-data.ts';
import type { SignInReason } from './sign-in.ts';
import type { SigningReason } from './catalogue/signing-reasons.ts';
import type { StepReason } from './catalogue/step-reasons.ts';
import type { OverlapReason } from './catalogue/overlap-rules.ts';
import type { TargetReason } from './catalogue/targets.ts';

/**
 * Why something is refused, as data; `lib/text/reasons.ts` says it in words with a next step.
 * Each part of the domain adds its own reasons to this union.
 */
export type Reason =
	| AccessReason
	| ActionReason
	| AlgorithmReason
	| AmendmentReason
	| ChainReason
	| CheckInReason
	| CriteriaBlock
	| DateMoveReason
	| DecisionReason
	| DeliverableReason
	| DutyReason
	| EntryReason
	| FileReason
	| GrantReason
	| HealthReason
	| ImportReason
	| IndependenceReason
	| IndicatorReason
	| InstitutionReason
	| InvitationReason
	| MeetingReason
	| MilestoneReason
	| MinutesReason
	| OutreachReason
	| OverlapReason
	| PasswordReason
	| PlanReason
	| QualityPlanReason
	| RightsReason
	| RiskReason
	| SampleReason
	| SettingsReason
	| SignInReason
	| SigningReason
	| StateReason
	| StepReason
	| TargetReason;

/** A rule of the domain says no. Holds every reason at once. */
export class Refusal extends Error {
	readonly reasons: readonly Reason[];

	constructor(reasons: readonly Reason[]) {
		super(reasons.map((reason) => reason.code).join(', '));
		this.name = 'Refusal';
		this.reasons = reasons;
	}
}

/** Somebody changed the record after it was read: `theirs` is what stands now, by field. */
export class Conflict extends Error {
	readonly theirs: Readonly<Record<string, string>>;

	constructor(theirs: Readonly<Record<string, string>> = {}) {
		super('changed meanwhile');
		this.name = 'Conflict';
		this.theirs = theirs;
	}
}

/** Missing, or not for this actor: the two are never told apart. */
export class NotFound extends Error {
	constructor() {
		super('not found');
		this.name = 'NotFound';
	}
}

export function assertNone(reasons: readonly Reason[]): void {
	if (reasons.length > 0) throw new Refusal(reasons);
}
