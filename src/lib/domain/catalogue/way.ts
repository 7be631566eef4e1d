import { dayIn, daysBetween, type Day } from '#lib/domain/days.ts';
import { isSideState, stepIndex, type Algorithm, type AlgorithmStep } from './algorithm.ts';

/** A state an entry entered, from its history. */
export interface EnteredState {
	state: string;
	how: 'created' | 'step' | 'returned' | 'reset' | 'held' | 'resumed' | 'merged' | 'retired' | 'imported';
	enteredAt: string;
}

export interface WayStep {
	step: AlgorithmStep;
	standing: 'done' | 'current' | 'next' | 'future';
	enteredOn: Day | null;
	/** From entering the step before to entering this one, or to today for the next one. */
	days: number | null;
	/** Took, or already takes, longer than usual. */
	isSlow: boolean;
}

interface Clock {
	timeZone: string;
	today: Day;
}

/**
 * The path of an entry: what it has reached and when, and how long it took. Being sent back undoes what came after;
 * being on hold and taken up again does not. `state` is the place on the way, also of an entry beside it.
 */
export function wayOf(
	algorithm: Algorithm,
	state: string,
	history: readonly EnteredState[],
	clock: Clock
): WayStep[] {
	const entered = daysEntered(algorithm, history, clock.timeZone);
	const at = stepIndex(algorithm, state);
	return algorithm.steps.map((step, index) => {
		const enteredOn = index <= at ? (entered.get(step.state) ?? null) : null;
		const before = entered.get(algorithm.steps[index - 1]?.state ?? '') ?? null;
		const until = index === at + 1 ? clock.today : enteredOn;
		const days = before === null || until === null ? null : Math.max(0, daysBetween(before, until));
		return {
			step,
			standing: index < at ? 'done' : index === at ? 'current' : index === at + 1 ? 'next' : 'future',
			enteredOn,
			days,
			isSlow: days !== null && days > step.typicalDays
		};
	});
}

function daysEntered(
	algorithm: Algorithm,
	history: readonly EnteredState[],
	timeZone: string
): Map<string, Day> {
	const entered = new Map<string, Day>();
	for (const { state, how, enteredAt } of history) {
		if (isSideState(state) || (how === 'resumed' && entered.has(state))) continue;
		const at = stepIndex(algorithm, state);
		for (const later of entered.keys()) if (stepIndex(algorithm, later) > at) entered.delete(later);
		entered.set(state, dayIn(timeZone, new Date(enteredAt)));
	}
	return entered;
}
