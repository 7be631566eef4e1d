import type { Element } from '#lib/domain/catalogue/elements.ts';
import type { StepReason } from '#lib/domain/catalogue/step-reasons.ts';
import { ELEMENT_WORDS } from './elements.ts';
import { criteriaReasonText } from './criteria.ts';
import { stepSentence } from './step-reasons.ts';

export interface BlockLine {
	text: string;
	next: string | null;
	/** Where it is put right. */
	links: { href: string; label: string }[];
	/** Why an element is weak, point by point. */
	because: string[];
}

interface Where {
	/** The page of the entry. */
	here: string;
	catalogue: string;
	mayEdit: boolean;
}

/** A reason why the next step is closed, with the way to what opens it. */
export function blockLine(reason: StepReason, code: string, where: Where): BlockLine {
	return {
		...stepSentence(reason),
		links: linksOf(reason, code, where),
		because: reason.code === 'element-weak' ? reason.because.map(criteriaReasonText) : []
	};
}

function linksOf(reason: StepReason, code: string, where: Where): BlockLine['links'] {
	const field = (element: Element) => ({
		href: where.mayEdit
			? `${where.here}/edit?field=${element}#${element}`
			: `${where.here}#element-${element}`,
		label: ELEMENT_WORDS[element].label
	});
	switch (reason.code) {
		case 'element-missing':
		case 'element-weak':
			return [field(reason.element)];
		case 'profile-below':
			return [...reason.missing, ...reason.weak].map(field);
		case 'profile-unknown':
			return [{ href: `${where.catalogue}/criteria`, label: 'Criteria' }];
		case 'proof-missing':
			return [
				{
					href: `${where.here}?proof=${reason.requirement}#proof-${reason.requirement}`,
					label: 'Add evidence'
				}
			];
		case 'overlap-undecided':
			return [{ href: `${where.catalogue}/overlaps?entry=${code}`, label: 'Overlaps' }];
		case 'prerequisite-cycle':
			return [field('prerequisites')];
		case 'homepage-unchecked':
		case 'homepage-check-old':
		case 'homepage-check-in-future':
			return [field('homepage')];
		case 'approval-lapsed':
			return [{ href: `${where.here}/review#approvals`, label: 'Approvals' }];
		case 'cohorts-uncounted':
			return [field('cohorts')];
		default:
			return [];
	}
}
