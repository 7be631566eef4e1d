import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORTS_PROOFS } from './proofs/reports.ts';
import { RESULTS_PROOFS } from './proofs/results.ts';
import { RISKS_PROOFS } from './proofs/risks.ts';
import { VERDICTS_PROOFS } from './proofs/verdicts.ts';

/** Everything that adds up, counts or judges, beside the tiles, with one of its facts lost. */
const PROOFS = { ...REPORTS_PROOFS, ...VERDICTS_PROOFS, ...RESULTS_PROOFS, ...RISKS_PROOFS };

describe('silence never makes a total or a verdict look better:', () => {
	test.each(Object.entries(PROOFS))('%s', (_, prove) => prove());
});

/** Where a success may be shown or a total told: the proof of it, or that it is what somebody said of one record. */
const PROVED: Record<keyof typeof PROOFS | 'tiles' | 'said', readonly string[]> = {
	matrix: [
		'lib/components/progress/ReportMatrix.svelte',
		'lib/text/check-ins/words.ts',
		'lib/text/progress.ts',
		'lib/text/values.ts',
		'lib/text/completion-draft.ts',
		'lib/text/reports/period-sections.ts',
		'lib/text/reports/visit-sections.ts',
		'routes/[project]/check-in/[period]/all/+page.svelte',
		'routes/[project]/progress/+page.svelte'
	],
	waiting: ['lib/components/progress/WaitingFor.svelte'],
	payment: [
		'lib/components/home/Packages.svelte',
		'lib/text/payment.ts',
		'routes/[project]/progress/payment/[period]/+page.svelte',
		'routes/[project]/progress/payment/[period]/WhatIf.svelte'
	],
	readiness: [
		'lib/text/readiness.ts',
		'routes/[project]/work-packages/+page.svelte',
		'routes/[project]/work-packages/[number]/+page.svelte',
		'lib/components/Readiness.svelte'
	],
	health: ['lib/text/health.ts'],
	reviewers: ['lib/components/home/Reviewers.svelte', 'lib/text/reviewers-ahead.ts'],
	indicators: [
		'lib/components/indicators/TotalLine.svelte',
		'lib/text/indicators.ts',
		'lib/text/measures.ts'
	],
	heads: [
		'lib/components/outreach/CountTable.svelte',
		'lib/components/outreach/Reach.svelte',
		'lib/components/outreach/HeadTable.svelte',
		'lib/text/outreach/counts.ts'
	],
	target: ['lib/text/catalogue/targets.ts', 'routes/[project]/catalogue/targets/TargetBurnUp.svelte'],
	quorum: [
		'lib/components/meetings/QuorumLine.svelte',
		'lib/components/meetings/MeetingPeople.svelte',
		'routes/[project]/meetings/[meeting]/minutes/Attendance.svelte'
	],
	answers: ['lib/text/meetings/people.ts', 'routes/[project]/meetings/[meeting]/people/+page.svelte'],
	institutions: ['routes/[project]/catalogue/institutions/[code]/Question.svelte'],
	gaps: [
		'routes/[project]/catalogue/[code]/edit/FieldNeeds.svelte',
		'routes/[project]/dissemination/+page.svelte'
	],
	risks: ['lib/components/risks/RegisterTable.svelte'],
	assessments: ['lib/text/risks.ts'],
	tiles: [
		'lib/components/Tile.svelte',
		'lib/text/tiles/outreach-tiles.ts',
		'lib/text/tiles/tile.ts',
		'routes/[project]/dissemination/mobility/+page.svelte'
	],
	said: [
		'lib/charts/chart.ts',
		'lib/components/RoleList.svelte',
		'lib/components/Signature.svelte',
		'lib/components/meetings/LiveClock.svelte',
		'lib/components/meetings/OverTime.svelte',
		'lib/components/review/ReviewComment.svelte',
		'lib/components/review/Reviewers.svelte',
		'lib/components/review/Rounds.svelte',
		'lib/components/tones.ts',
		'lib/text/baselines.ts',
		'lib/text/catalogue/entry-states.ts',
		'lib/text/catalogue/overlaps.ts',
		'lib/text/deliverable-states.ts',
		'lib/text/deliverable-words.ts',
		'lib/text/deputies.ts',
		'lib/text/mail/states.ts',
		'lib/text/meetings/actions.ts',
		'lib/text/meetings/decisions.ts',
		'lib/text/meetings/minutes.ts',
		'lib/text/meetings/words.ts',
		'lib/text/milestone-states.ts',
		'lib/text/outreach/words.ts',
		'routes/[project]/actions/[code]/DateForms.svelte',
		'routes/[project]/catalogue/[code]/Signed.svelte',
		'routes/[project]/catalogue/[code]/review/Approvals.svelte',
		'routes/[project]/catalogue/criteria/[profile]/+page.svelte',
		'routes/[project]/catalogue/criteria/[profile]/Versions.svelte',
		'routes/[project]/catalogue/officers/+page.svelte',
		'routes/[project]/deliverables/[code]/Contributors.svelte',
		'routes/[project]/deliverables/[code]/NextSteps.svelte',
		'routes/[project]/evidence/[id]/+page.svelte',
		'routes/[project]/meetings/[meeting]/minutes/Objections.svelte',
		'routes/[project]/meetings/[meeting]/minutes/Procedure.svelte',
		'routes/[project]/milestones/[number]/MeansCard.svelte',
		'lib/components/review/Queue.svelte',
		'routes/[project]/timeline/trends/BurnUpFigure.svelte',
		'routes/[project]/timeline/trends/TrendFigure.svelte',
		'routes/installation/+page.svelte',
		'lib/components/InstallationHealth.svelte'
	]
};

const TELLS =
	/'good'|"good"|\b(?:coverage|total|headTotal|reach|answers|quorum|waiting|readiness|payment|timeliness|reported)Text\(/;

test('every place that shows success or tells a total is proved here, or says what somebody said of one record', () => {
	const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((path) => /^(?:lib\/(?:components|charts|text)|routes)\/.*(?:\.svelte|\.ts)$/.test(path))
		.filter((path) => TELLS.test(readFileSync(join('src', path), 'utf8')));
	const listed = Object.values(PROVED).flat();
	expect(found.filter((path) => !listed.includes(path))).toEqual([]);
	expect(listed.filter((path) => !found.includes(path))).toEqual([]);
});
