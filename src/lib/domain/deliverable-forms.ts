import type { StepName } from './deliverable-steps.ts';
import { isOpenForm } from './open-form.ts';

/** Forms that offer something to choose from, which is read for one of them at a time. */
const FORMS = {
	review: ['sign', 'request-changes', 'checklist'],
	reviewers: ['assign', 'propose', 'appoint', 'conflict', 'end-assignment'],
	organisations: ['contributor', 'approve', 'break-glass'],
	merge: ['merge']
} as const;
export type OpenForm = keyof typeof FORMS;

/** The form that was just sent or asked for with `?form=`; else the one this person is most likely here for. */
export function openForm(
	query: URLSearchParams,
	has: (name: StepName) => boolean,
	isReviewer: boolean
): OpenForm {
	const names: readonly OpenForm[] = ['review', 'reviewers', 'organisations', 'merge'];
	const found = names.find((name) => isOpenForm(query, name, ...FORMS[name]));
	if (found) return found;
	if (isReviewer) return 'review';
	return has('assign') ? 'reviewers' : 'organisations';
}
