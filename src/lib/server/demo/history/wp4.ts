import { accept, approve, submit } from '#lib/server/demo/acts/deliverable-portal.ts';
import { answer, changes, sign } from '#lib/server/demo/acts/deliverable-reviews.ts';
import { assign, confirm, draft, request, start } from '#lib/server/demo/acts/deliverable-work.ts';
import { agree, forecast } from '#lib/server/demo/acts/dates.ts';
import { claim, prove } from '#lib/server/demo/acts/milestones.ts';
import { step, type Step } from '#lib/server/demo/step.ts';
import { reviewed } from '#lib/server/demo/stories.ts';

const CRITERIA: Step[] = [
	step('2024-06-03T08:10', 'kz', start('D4.1')),
	step(
		'2025-01-13T08:40',
		'kz',
		draft('D4.1', { note: 'First complete draft', annex: 'Comparison of national rules' })
	),
	step('2025-01-13T09:05', 'kz', confirm('D4.1')),
	step('2025-01-15T07:50', 'qa.lead', assign('D4.1', 'qa.lead', 'qa1')),
	step('2025-01-15T09:20', 'kz', request('D4.1')),
	step(
		'2025-01-24T11:00',
		'qa.lead',
		changes('D4.1', 'Criterion 4 cannot be checked: say which evidence shows it.', 4)
	),
	step('2025-02-03T09:30', 'kz', answer('D4.1', 'Each criterion now names the evidence that shows it.')),
	step('2025-02-04T08:40', 'kz', draft('D4.1', { note: 'Evidence named for every criterion' })),
	step('2025-02-05T09:20', 'kz', request('D4.1')),
	step('2025-02-12T10:15', 'qa.lead', sign('D4.1')),
	step('2025-02-14T11:15', 'qa1', sign('D4.1')),
	step('2025-02-17T13:30', 'coordinator', approve('D4.1')),
	step('2025-02-27T14:10', 'coordinator', submit('D4.1')),
	step('2025-04-24T15:00', 'coordinator', accept('D4.1'))
];

/** The live story begins here: a draft lies there, and nobody has been asked to review it. */
const ALGORITHM: Step[] = [
	step('2026-02-16T08:10', 'partner.koksu', start('D4.2')),
	step(
		'2026-06-08T08:40',
		'partner.koksu',
		draft('D4.2', { note: 'First complete draft', annex: 'Diagram of the steps and gates' })
	)
];

/** Approved after its due day, and still to be submitted. */
const CATALOGUE: Step[] = [
	...reviewed({
		code: 'D4.3',
		author: 'colleague.upv',
		reviewers: ['qa.lead', 'qa1'],
		annex: 'List of the entries',
		start: '2025-10-06',
		draft: '2026-05-04',
		open: '2026-05-06',
		signed: ['2026-06-02', '2026-06-05'],
		approved: '2026-06-11'
	}),
	step(
		'2026-04-13T09:00',
		'colleague.upv',
		forecast('D4.3', '2026-06-12', 'input-late', 'Entries of two universities are still missing.')
	),
	step(
		'2026-06-01T09:00',
		'colleague.upv',
		forecast('D4.3', '2026-06-19', 'quality', 'The reviewers asked for two more days.')
	)
];

const TEMPLATES: Step[] = [
	step('2026-01-12T08:10', 'colleague.binrm', start('D4.4')),
	step(
		'2026-04-20T08:40',
		'colleague.binrm',
		draft('D4.4', { note: 'Certificate only; the supplement is missing' })
	),
	step(
		'2026-04-21T09:00',
		'colleague.binrm',
		forecast('D4.4', '2026-05-29', 'rules', 'The rules for supplements are being changed.')
	),
	step(
		'2026-05-26T09:00',
		'colleague.binrm',
		forecast('D4.4', '2026-07-03', 'rules', 'The new rules are announced for the end of June.')
	)
];

const PILOT_REPORT: Step[] = [
	step('2026-05-04T08:10', 'colleague.tiiame', start('D4.5')),
	step(
		'2026-05-12T10:00',
		'coordinator',
		agree('D4.5', '2026-09-15', 'DEC-003', 'The second pilot ends in the first week of September.')
	)
];

/** Claimed and waiting for a verifier: the live story goes on from here. */
const CRITERIA_AGREED: Step[] = [
	step('2026-06-09T08:20', 'wp4', prove('MS3')),
	step('2026-06-10T09:10', 'wp4', claim('MS3', '2026-06-05', 'All nine awarding universities have answered.'))
];

export const WP4: readonly Step[] = [
	...CRITERIA,
	...ALGORITHM,
	...CATALOGUE,
	...TEMPLATES,
	...PILOT_REPORT,
	...CRITERIA_AGREED
];
