import type { ChecklistQuestion } from '#lib/domain/checklists.ts';

/** What the QA lead starts from where the project has published none for entries. */
export const PROPOSED_ENTRY_CHECKLIST: { title: string; items: readonly ChecklistQuestion[] } = {
	title: 'Quality check of a catalogue entry',
	items: [
		{
			text: 'The learning outcomes can be assessed, and say what a learner is able to do',
			help: 'Each begins with a verb that can be observed; none with know or understand.',
			mandatory: true
		},
		{ text: 'Each learning outcome has an assessment that fits it', help: '', mandatory: true },
		{
			text: 'Workload and credits fit the learning outcomes',
			help: 'Count the hours of a typical learner: contact, own study, assessment.',
			mandatory: true
		},
		{
			text: 'The level is right, and supported by the learning outcomes',
			help: 'Compare with the descriptors of the EQF and of the national framework.',
			mandatory: true
		},
		{
			text: 'The need is real and shown by evidence',
			help: 'Open the files that stand for it.',
			mandatory: true
		},
		{ text: 'The quality assurance is named and is in place', help: '', mandatory: true },
		{ text: 'Prerequisites and stackability are clear for a learner', help: '', mandatory: true },
		{ text: 'The texts are clear and correct in every language they stand in', help: '', mandatory: false },
		{
			text: 'Nobody is shut out without a reason',
			help: 'Access, costs, disability, language.',
			mandatory: true
		}
	]
};
