import type { ChecklistKind } from '#lib/domain/checklists.ts';

/** After "for". */
export const CHECKLIST_KIND_TEXT: Readonly<Record<ChecklistKind, string>> = {
	deliverable: 'deliverables',
	entry: 'entries of the catalogue',
	institution: 'the readiness of institutions'
};

/** What a checklist that is in force does. */
export const CHECKLIST_USE_TEXT: Readonly<Record<ChecklistKind, string>> = {
	deliverable: 'Reviews that begin now use it.',
	entry: 'Quality checks that begin now use it.',
	institution: 'Institutions answer its questions.'
};
