import { expect, test } from 'vitest';
import { filterRounds, findingsOf, type ReviewedRound } from '#lib/domain/review-findings.ts';
import { begunBefore } from '#lib/domain/rule-versions.ts';

const round = (given: Partial<ReviewedRound> = {}): ReviewedRound => ({
	number: 1,
	closedAt: '2026-06-01T10:00:00.000Z',
	outcome: 'quorum',
	blocking: 0,
	questions: 10,
	answered: 10,
	failed: [],
	...given
});
const running = round({ closedAt: null, outcome: null, answered: 4 });
const ended = round({ outcome: 'ended', blocking: 3, failed: ['Complete'] });

test('only a first review that reached its quorum without a blocking comment was signed unchanged', () => {
	const rounds = [
		round(),
		round({ number: 2 }),
		round({ blocking: 1 }),
		round({ outcome: 'changes-requested' }),
		round({ outcome: 'superseded' }),
		round({ outcome: 'break-glass' }),
		running,
		ended
	];
	expect(findingsOf(rounds).first).toEqual({ over: 5, running: 1, unchanged: 1 });
	expect(filterRounds(rounds, 'unchanged', null)).toEqual([rounds[0]]);
});

test('what nobody answered is not known, nor what runs, and what left the plan in the middle counts for nothing', () => {
	const found = findingsOf([
		round({ answered: 0, outcome: 'changes-requested', blocking: 2 }),
		round({ failed: ['Complete', 'Clear'] }),
		round({ failed: ['Clear'] }),
		running,
		ended
	]);
	expect(found).toMatchObject({ over: 3, running: 1, blocking: 2 });
	expect(found.questions).toEqual({ answered: 20, unknown: 20, failed: 3 });
	expect(found.failed).toEqual([
		{ text: 'Clear', rounds: 2 },
		{ text: 'Complete', rounds: 1 }
	]);
});

test('every number leads to the reviews it counts', () => {
	const rounds = [
		round({ failed: ['Clear'] }),
		round({ blocking: 1, failed: ['Complete'] }),
		round(),
		running,
		ended
	];
	const { over, running: open, failed } = findingsOf(rounds);
	expect(filterRounds(rounds, 'over', null)).toHaveLength(over);
	expect(filterRounds(rounds, 'running', null)).toHaveLength(open);
	expect(filterRounds(rounds, 'blocking', null)).toEqual([rounds[1]]);
	for (const { text, rounds: times } of failed)
		expect(filterRounds(rounds, 'failed', text)).toHaveLength(times);
});

test('a review that runs is behind when it was begun with an earlier version of the same rule', () => {
	const review = {
		...{ checklist: 'QA-E', checklistNumber: 1 },
		criteria: [{ code: 'eu-core', version: 2 }]
	};
	const behind = (kind: 'checklist' | 'criteria' | 'quality-plan', code: string, number: number) =>
		begunBefore({ kind, code, number }, [review]);
	expect(behind('checklist', 'QA-E', 2)).toBe(1);
	expect(behind('checklist', 'QA-E', 1)).toBe(0);
	expect(behind('checklist', 'QA-D', 2)).toBe(0);
	expect(behind('criteria', 'eu-core', 3)).toBe(1);
	expect(behind('criteria', 'eu-core', 2)).toBe(0);
	expect(behind('quality-plan', '', 2)).toBe(0);
});
