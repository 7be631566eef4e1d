import type { RoundOutcome } from './reviews.ts';

/** A review of a deliverable or of an entry, and what it found. */
export interface ReviewedRound {
	number: number;
	closedAt: string | null;
	outcome: RoundOutcome | null;
	/** Blocking comments that stand. */
	blocking: number;
	/** Questions of its checklist, and those that anybody answered. */
	questions: number;
	answered: number;
	/** Questions that anybody answered with no. */
	failed: readonly string[];
}

/** From so many reviews on, a number says something. */
export const ENOUGH_REVIEWS = 3;

export interface Findings {
	/** Reviews that are over. Of an item that left the plan in the middle nothing was found. */
	over: number;
	/** Reviews that run: what they find is not known yet. */
	running: number;
	first: { over: number; running: number; unchanged: number };
	blocking: number;
	/** Nothing is known of those that nobody answered, nor of those of reviews that run. */
	questions: { answered: number; unknown: number; failed: number };
	/** What failed most often first. */
	failed: { text: string; rounds: number }[];
}

const isRunning = (round: Pick<ReviewedRound, 'closedAt'>) => round.closedAt === null;

const isOver = ({ closedAt, outcome }: Pick<ReviewedRound, 'closedAt' | 'outcome'>) =>
	closedAt !== null && outcome !== 'ended';

/** Signed as it was, in the first round. */
function isUnchanged(round: ReviewedRound): boolean {
	return isOver(round) && round.number === 1 && round.outcome === 'quorum' && round.blocking === 0;
}

/** What reviews find, counted over those that are over. */
export function findingsOf(rounds: readonly ReviewedRound[]): Findings {
	const over = rounds.filter(isOver);
	const running = rounds.filter(isRunning);
	const isFirst = ({ number }: ReviewedRound) => number === 1;
	const sum = (of: (round: ReviewedRound) => number) => over.reduce((all, round) => all + of(round), 0);
	const failed = Map.groupBy(
		over.flatMap((round) => round.failed),
		(text) => text
	);
	return {
		over: over.length,
		running: running.length,
		first: {
			over: over.filter(isFirst).length,
			running: running.filter(isFirst).length,
			unchanged: over.filter(isUnchanged).length
		},
		blocking: sum((round) => round.blocking),
		questions: {
			answered: sum((round) => round.answered),
			unknown:
				sum((round) => round.questions - round.answered) +
				running.reduce((all, round) => all + round.questions, 0),
			failed: sum((round) => round.failed.length)
		},
		failed: [...failed]
			.map(([text, times]) => ({ text, rounds: times.length }))
			.sort((a, b) => b.rounds - a.rounds || a.text.localeCompare(b.text, 'en'))
	};
}

/** What the list of reviews is narrowed to; the first shows the reviews that are over. */
export const FINDING_FILTERS = ['over', 'first', 'unchanged', 'blocking', 'failed', 'running'] as const;
export type FindingFilter = (typeof FINDING_FILTERS)[number];

const SHOWN: Record<FindingFilter, (round: ReviewedRound) => boolean> = {
	over: isOver,
	first: (round) => isOver(round) && round.number === 1,
	unchanged: isUnchanged,
	blocking: (round) => isOver(round) && round.blocking > 0,
	failed: (round) => isOver(round) && round.failed.length > 0,
	running: isRunning
};

/** The reviews behind a number, or behind one question that failed. */
export function filterRounds<Round extends ReviewedRound>(
	rounds: readonly Round[],
	filter: FindingFilter,
	question: string | null
): Round[] {
	return rounds.filter(
		(round) => SHOWN[filter](round) && (question === null || round.failed.includes(question))
	);
}
