import type { Reason } from '#lib/domain/reasons.ts';
import { amendmentSentence } from './amendment-reasons.ts';
import { criteriaSentence, isCriteriaBlock } from './catalogue/criteria-reasons.ts';
import { dutySentence, isDutyReason } from './catalogue/duty-reasons.ts';
import { entrySentence, isEntryReason } from './catalogue/entry-reasons.ts';
import { importSentence, isImportReason } from './catalogue/import-reasons.ts';
import { indicatorSentence, isIndicatorReason } from './indicator-reasons.ts';
import { institutionSentence, isInstitutionReason } from './catalogue/institutions.ts';
import { dateSentence } from './date-reasons.ts';
import { healthSentence } from './health.ts';
import { planSentence } from './plan-reasons.ts';
import { chainText } from './chain.ts';
import { checkInSentence, isCheckInReason } from './check-ins/reasons.ts';
import { fileSentence } from './file-reasons.ts';
import { actionSentence, isActionReason } from './meetings/action-reasons.ts';
import { decisionSentence, isDecisionReason } from './meetings/decision-reasons.ts';
import { invitationSentence, isInvitationReason } from './meetings/invitation-reasons.ts';
import { isMeetingReason, meetingSentence } from './meetings/reasons.ts';
import { milestoneSentence } from './milestone-reasons.ts';
import { deliverableSentence, isDeliverableReason } from './deliverable-reasons.ts';
import { grantSentence, isGrantReason } from './grant-reasons.ts';
import { identitySentence, isIdentityReason } from './identity-reasons.ts';
import { isMinutesReason, minutesSentence } from './meetings/minutes-reasons.ts';
import { isOutreachReason, outreachSentence } from './outreach/reasons.ts';
import { PERMISSION_TEXT } from './permissions.ts';
import { qualityPlanSentence } from './quality-plan-reasons.ts';
import { isRightsReason, rightsSentence } from './rights-reasons.ts';
import { isRiskReason, riskSentence } from './risk-reasons.ts';
import { ROLE_TEXT } from './roles.ts';
import { sampleSentence } from './sample-data.ts';
import { settingsSentence } from './settings-reasons.ts';
import type { Sentence } from './sentence.ts';
import { isSigningReason, signingSentence } from './catalogue/signing-reasons.ts';
import { algorithmSentence, isAlgorithmReason } from './catalogue/algorithm.ts';
import { isStepReason, stepSentence } from './catalogue/step-reasons.ts';
import { overlapSentence } from './catalogue/overlaps.ts';
import { targetSentence } from './catalogue/target-sentences.ts';

export function sentenceOf(reason: Reason): Sentence {
	if (isActionReason(reason)) return actionSentence(reason);
	if (isCheckInReason(reason)) return checkInSentence(reason);
	if (isCriteriaBlock(reason)) return criteriaSentence(reason);
	if (isDecisionReason(reason)) return decisionSentence(reason);
	if (isDeliverableReason(reason)) return deliverableSentence(reason);
	if (isDutyReason(reason)) return dutySentence(reason);
	if (isEntryReason(reason)) return entrySentence(reason);
	if (isGrantReason(reason)) return grantSentence(reason);
	if (isIdentityReason(reason)) return identitySentence(reason);
	if (isImportReason(reason)) return importSentence(reason);
	if (isIndicatorReason(reason)) return indicatorSentence(reason);
	if (isInstitutionReason(reason)) return institutionSentence(reason);
	if (isMinutesReason(reason)) return minutesSentence(reason);
	if (isInvitationReason(reason)) return invitationSentence(reason);
	if (isMeetingReason(reason)) return meetingSentence(reason);
	if (isOutreachReason(reason)) return outreachSentence(reason);
	if (isRightsReason(reason)) return rightsSentence(reason);
	if (isRiskReason(reason)) return riskSentence(reason);
	if (isSigningReason(reason)) return signingSentence(reason);
	if (isAlgorithmReason(reason)) return algorithmSentence(reason);
	if (isStepReason(reason)) return stepSentence(reason);
	switch (reason.code) {
		case 'role-needed':
			return {
				text: `You cannot ${PERMISSION_TEXT[reason.permission]} with the roles you hold.`,
				next: `It takes: ${reason.roles.map((role) => ROLE_TEXT[role]).join(', ')}. Ask the coordinator.`
			};
		case 'deputy-may-not':
			return {
				text: `You act for ${reason.person}, and cannot ${PERMISSION_TEXT[reason.permission]} as a deputy.`,
				next: 'Act as yourself again; then your own roles count.'
			};
		case 'out-of-scope':
			return {
				text: `As ${ROLE_TEXT[reason.role]} you cannot ${PERMISSION_TEXT[reason.permission]} here.`,
				next: `Your role allows it only ${reason.rules.map((rule) => SCOPE_TEXT[rule]).join(' or ')}.`
			};
		case 'dates-fixed-when-done':
		case 'dates-fixed-when-ended':
		case 'date-unchanged':
		case 'forecast-in-the-past':
		case 'slip-reason-unknown':
		case 'reference-needed':
			return dateSentence(reason);
		case 'amendment-empty':
		case 'signed-in-future':
		case 'signed-before-last':
		case 'code-shape':
		case 'code-taken':
		case 'addition-without-due':
		case 'due-before-start':
			return amendmentSentence(reason);
		case 'override-lapsed':
		case 'override-too-long':
		case 'override-unknown-health':
			return healthSentence(reason);
		case 'months-reversed':
		case 'month-outside-project':
		case 'task-number-shape':
		case 'task-number-taken':
			return planSentence(reason);
		case 'planned-after-end':
		case 'start-without-reference':
			return settingsSentence(reason);
		case 'overlap-over':
		case 'overlap-same-owner':
		case 'overlap-into-missing':
			return overlapSentence(reason);
		case 'target-due-passed':
		case 'target-state-unknown':
		case 'target-scope-unknown':
		case 'target-exists':
		case 'target-unchanged':
		case 'target-entries-whole':
			return targetSentence(reason);
		case 'nothing-invented':
		case 'word-differs':
		case 'no-own-coordinator':
		case 'sample-people-elsewhere':
			return sampleSentence(reason);
		case 'wrong-state':
			return {
				text: `This step is not possible while the item is ${reason.state.replaceAll('-', ' ')}.`,
				next: `It is possible when it is ${reason.from.map((state) => state.replaceAll('-', ' ')).join(' or ')}. Reload the page to see where it stands.`
			};
		case 'means-missing':
		case 'means-without-evidence':
		case 'deliverable-not-approved':
		case 'day-in-future':
		case 'day-not-in-future':
		case 'organisation-leads-work-package':
		case 'already-verifier':
		case 'not-a-candidate':
		case 'not-assigned':
		case 'claim-moved-on':
		case 'evidence-changed-since-claim':
		case 'means-not-judged':
		case 'means-judged-insufficient':
		case 'nothing-insufficient':
		case 'already-verified':
		case 'verifier-not-independent':
		case 'declarer-took-part':
		case 'file-missing':
		case 'evidence-already-linked':
		case 'evidence-withdrawn':
		case 'replaced-by-itself':
			return milestoneSentence(reason);
		case 'plan-unchanged':
		case 'more-abroad-than-quorum':
		case 'critical-needs-fewer':
		case 'lead-times-out-of-order':
		case 'no-format-accepted':
		case 'risk-levels-out-of-order':
		case 'code-twice':
		case 'checklist-unchanged':
		case 'checklist-empty':
		case 'question-twice':
			return qualityPlanSentence(reason);
		case 'organisation-leads':
			return {
				text: `${reason.organisation} leads this item, so nobody from ${reason.organisation} can review it.`,
				next: 'Choose somebody from an organisation that neither leads nor contributed.'
			};
		case 'organisation-contributed':
			return {
				text: `${reason.organisation} ${CONTRIBUTION_TEXT[reason.kind]}${reason.note === '' ? '' : ` (${reason.note})`}, so nobody from ${reason.organisation} can review this item.`,
				next: 'Choose somebody from an organisation that neither leads nor contributed.'
			};
		case 'person-authored':
			return {
				text: `${reason.person} worked on this item${reason.note === '' ? '' : ` (${reason.note})`}.`,
				next: 'Choose somebody who did not.'
			};
		case 'former-organisation':
			return {
				text: `${reason.person} worked for ${reason.organisation}, which leads it or contributed to it.`,
				next: 'Somebody else reviews it; independence counts former organisations too.'
			};
		case 'conflict-declared':
			return {
				text: `A conflict of interest is declared for ${reason.person}: ${reason.reason}`,
				next: 'The QA lead can end the declaration when it no longer holds.'
			};
		case 'chain-broken':
			return {
				text: `The audit trail cannot be believed: ${chainText(reason)}.`,
				next: 'Export it now, keep the last backup, and tell the QA lead and the technical administrator.'
			};
		case 'file-empty':
		case 'file-too-large':
		case 'too-many-files':
		case 'file-type-contradicts':
		case 'store-full':
		case 'store-not-writable':
		case 'link-not-web':
			return fileSentence(reason);
		case 'eligible-people':
			return reason.people.length === 0
				? {
						text: 'Nobody in the project is eligible.',
						next: 'The QA lead may appoint the external evaluator for this item.'
					}
				: { text: `Eligible: ${reason.people.join(', ')}.`, next: null };
	}
}

const CONTRIBUTION_TEXT = {
	lead: 'led it before',
	contributor: 'is recorded as a contributor',
	author: 'wrote a version',
	evidence: 'provided evidence'
} as const;

const SCOPE_TEXT = {
	any: 'in the whole project',
	country: 'for organisations of your country',
	'work-package': 'in your own work package',
	granted: 'for items you were given access to',
	organisation: 'where your organisation leads or contributes',
	lead: 'where your organisation leads',
	assigned: 'where you are assigned in person',
	public: 'for public, final items',
	shown: 'for final items that you were given access to one by one'
} as const;
