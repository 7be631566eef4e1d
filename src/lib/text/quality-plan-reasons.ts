import type { QualityPlanReason } from '#lib/domain/quality-plan-blocks.ts';
import type { Sentence } from './sentence.ts';

export function qualityPlanSentence(reason: QualityPlanReason): Sentence {
	switch (reason.code) {
		case 'plan-unchanged':
			return {
				text: 'Nothing was changed, so there is no new version to publish.',
				next: 'Change a rule, or leave the page.'
			};
		case 'more-abroad-than-quorum':
			return {
				text: `${reason.abroad} reviewers from abroad cannot be part of ${reason.quorum} signatures.`,
				next: 'Ask for more signatures, or for fewer from abroad.'
			};
		case 'critical-needs-fewer':
			return {
				text: `A critical milestone would need ${reason.critical} verifiers, fewer than the ${reason.normal} of any other.`,
				next: 'Ask for at least as many.'
			};
		case 'lead-times-out-of-order':
			return {
				text: `The draft (${reason.draft} days before), the review (${reason.review}) and the final text (${reason.final}) are out of order.`,
				next: 'The draft comes first, then the review, then the final text.'
			};
		case 'risk-levels-out-of-order':
			return {
				text: `A risk would count as high from ${reason.high}, before it counts as medium from ${reason.medium}.`,
				next: 'Let high begin at the larger number.'
			};
		case 'no-format-accepted':
			return { text: 'No file format would be accepted.', next: 'Name at least one, such as pdf.' };
		case 'code-twice':
			return { text: `The code ${reason.value} stands there twice.`, next: 'Keep one of the two lines.' };
		case 'checklist-unchanged':
			return {
				text: 'Nothing was changed, so there is no new version to publish.',
				next: 'Change a question, or leave the page.'
			};
		case 'checklist-empty':
			return { text: 'The checklist has no question.', next: 'Add at least one.' };
		case 'question-twice':
			return { text: `This question stands there twice: ${reason.text}`, next: 'Remove one of the two.' };
	}
}
