import { describe, expect, test } from 'vitest';
import {
	isLate,
	packageName,
	portalStatus,
	submissionBlocks,
	verdictBlocks
} from '#lib/domain/submission.ts';
import { aVersion, someFacts } from '#tests/support/deliverable-facts.ts';

const [file] = aVersion().files;
const files = (...names: string[]) =>
	file ? names.map((name, index) => ({ ...file, name, main: index === 0 })) : [];

test.each([
	['LESLIE', 'D4.2', ['Final report.PDF'], 'LESLIE_D4.2_v3.pdf'],
	['LESLIE', 'D4.2', ['report.docx', 'annex.csv'], 'LESLIE_D4.2_v3.zip'],
	['Ünï & Co.', 'D4.2', ['r.odt'], 'Uni-Co_D4.2_v3.odt']
])('the package of %s %s with %j is called %s', (acronym, code, names, expected) => {
	const version = aVersion({ number: 3, files: files(...names) });
	expect(packageName(acronym, code, version)).toBe(expected);
});

describe('a submission is recorded', () => {
	const approved = { sha256: 'a'.repeat(64), builtOn: '2026-06-10' };
	const today = '2026-06-15';
	const right = { sha256: approved.sha256, submittedOn: '2026-06-12' };
	const codes = (change: Partial<typeof right>, built: typeof approved | undefined = approved) =>
		submissionBlocks(someFacts({ state: 'approved' }), built, { ...right, ...change }, today).map(
			(reason) => reason.code
		);
	test('of exactly the approved file', () => {
		expect(codes({})).toEqual([]);
		expect(codes({ sha256: 'b'.repeat(64) })).toEqual(['package-differs']);
	});
	test('from the day of the approval to today', () => {
		expect(codes({ submittedOn: '2026-06-10' })).toEqual([]);
		expect(codes({ submittedOn: today })).toEqual([]);
		expect(codes({ submittedOn: '2026-06-09' })).toEqual(['portal-day-before']);
		expect(codes({ submittedOn: '2026-06-16' })).toEqual(['portal-day-in-future']);
	});
	test('not before the approval', () => {
		const blocks = submissionBlocks(someFacts({ state: 'reviewed' }), undefined, right, today);
		expect(blocks.map((reason) => reason.code)).toEqual(['wrong-state', 'package-missing']);
	});
});

test('the officer decides after the submission', () => {
	const facts = someFacts({ state: 'submitted' });
	const codes = (day: string) =>
		verdictBlocks(facts, 'accept', day, '2026-06-12', '2026-06-15').map((reason) => reason.code);
	expect(codes('2026-06-12')).toEqual([]);
	expect(codes('2026-06-11')).toEqual(['portal-day-before']);
	expect(codes('2026-06-16')).toEqual(['portal-day-in-future']);
});

test.each([
	['in-review', false, 'pending'],
	['reviewed', false, 'pending'],
	['approved', false, 'ready'],
	['approved', true, 'draft'],
	['submitted', true, 'submitted'],
	['accepted', true, 'accepted'],
	['revision-by-funder', true, 'pending'],
	['withdrawn', false, 'not-reported']
] as const)('the portal shows a deliverable that is %s (uploaded: %s) as %s', (state, uploaded, expected) => {
	expect(portalStatus(state, uploaded)).toBe(expected);
});

test('late is late for good', () => {
	expect(isLate('2026-06-30', null, '2026-06-30')).toBe(false);
	expect(isLate('2026-06-30', null, '2026-07-01')).toBe(true);
	expect(isLate('2026-06-30', '2026-07-12', '2027-01-01')).toBe(true);
	expect(isLate('2026-06-30', '2026-06-29', '2027-01-01')).toBe(false);
	expect(isLate(null, null, '2027-01-01')).toBe(false);
});
