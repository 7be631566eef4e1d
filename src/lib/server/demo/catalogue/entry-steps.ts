import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import { addDays, type Day } from '#lib/domain/days.ts';
import {
	approveFor,
	askReview,
	begin,
	fill,
	go,
	proof,
	sendBack,
	signEntry
} from '#lib/server/demo/acts/entries.ts';
import { assign } from '#lib/server/demo/acts/deliverable-work.ts';
import { step, type Act, type Step } from '#lib/server/demo/step.ts';
import type { SampleEntry } from './sample-entry.ts';
import { say } from './say.ts';

/** What is filled in before each step of the proposed algorithm. */
const BEFORE = {
	'needs-confirmed': ['target-group', 'need', 'sdgs'],
	designed: [
		'title',
		'learning-outcomes',
		'workload',
		'assessment',
		'participation',
		'languages',
		'prerequisites'
	],
	mapped: ['isced-f', 'level', 'skills', 'stackability'],
	'review-asked': ['quality-assurance', 'supervision'],
	'catalogue-ready': ['description', 'contact', 'programmes', 'homepage'],
	published: ['licence', 'grading'],
	piloted: ['cohorts']
} as const satisfies Record<string, readonly StoredElement[]>;

/** The life of a sample entry, as things that its people did. */
export function entrySteps(entry: SampleEntry): Step[] {
	const { code, author, steps = {}, returned, reviewer = 'qa1', officer = author } = entry;
	const said = (on: Day | undefined, elements: readonly StoredElement[]) =>
		on === undefined ? [] : fillIn(entry, addDays(on, -2), elements);
	const then = (on: Day | undefined, by: string, act: Act, hour = '12:00') =>
		on === undefined ? [] : [step(`${on}T${hour}`, by, act)];

	return [
		step(`${entry.started}T08:00`, author, begin(code, entry.title.en, entry.theme)),
		...said(steps['needs-confirmed'], BEFORE['needs-confirmed']),
		...then(steps['needs-confirmed'], author, proof(code, 'need', 'Survey of employers'), '09:00'),
		...then(steps['needs-confirmed'], author, go(code, 'needs-confirmed')),
		...said(steps.designed, BEFORE.designed),
		...then(steps.designed, author, go(code, 'designed')),
		...said(steps.mapped, BEFORE.mapped),
		...then(steps.mapped, author, go(code, 'mapped')),
		...said(steps['review-asked'], BEFORE['review-asked']),
		...then(steps['review-asked'], 'qa.lead', assign(code, reviewer), '09:00'),
		...then(steps['review-asked'], author, askReview(code)),
		...then(steps['internal-qa'], reviewer, signEntry(code)),
		...then(returned?.on, 'wp4', sendBack(code, returned?.reason ?? '')),
		...then(returned?.mapped, author, go(code, 'mapped')),
		...then(returned?.['review-asked'], author, askReview(code)),
		...then(returned?.['internal-qa'], reviewer, signEntry(code)),
		...then(steps.approved, officer, approveFor(code, `Minutes of ${steps.approved ?? ''}, item 4`)),
		...said(steps['catalogue-ready'], BEFORE['catalogue-ready']),
		...said(steps.published, BEFORE.published),
		...then(steps.published, 'wp4', go(code, 'published', { 'published-on': steps.published ?? '' })),
		...said(steps.piloted, BEFORE.piloted),
		...then(steps.piloted, author, proof(code, 'feedback', 'Questions to the learners'), '09:00'),
		...then(steps.piloted, author, go(code, 'piloted')),
		...then(steps.evaluated, author, proof(code, 'evaluation', 'Evaluation of the pilot'), '08:00'),
		...then(steps.evaluated, author, askReview(code), '09:00'),
		...then(steps.evaluated, reviewer, signEntry(code)),
		...then(
			steps['rolled-out'],
			author,
			go(code, 'rolled-out', { 'next-intake-on': '2026-09-01', embedding: 'Elective of two programmes' })
		),
		...then(
			steps.recognised,
			author,
			go(code, 'recognised', {
				'recognised-by': 'National register of micro-qualifications',
				'recognised-on': steps.recognised ?? '',
				reference: 'Entry 2026-118'
			})
		),
		...said(entry.lastTouched, entry.also ?? [])
	];
}

function fillIn(entry: SampleEntry, on: Day, elements: readonly StoredElement[]): Step[] {
	return elements.map((element, index) => {
		const at = `${on}T${element === 'homepage' ? '15' : '10'}:${String(index).padStart(2, '0')}`;
		return step(at, entry.author, fill(entry.code, element, say(entry, element, on)));
	});
}
