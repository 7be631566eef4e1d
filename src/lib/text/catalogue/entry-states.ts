import {
	hasReached,
	isSideState,
	stepIndex,
	type Algorithm,
	type StepActor
} from '#lib/domain/catalogue/algorithm.ts';

const SIDE = {
	'on-hold': { label: 'On hold', tone: 'warn', shape: 'square' },
	merged: { label: 'Merged', tone: 'neutral', shape: 'broken' },
	retired: { label: 'Retired', tone: 'neutral', shape: 'cross' }
} as const;

/** In whose hands the next step lies, where nobody can be named. */
export const NEXT_HANDS: Readonly<Record<StepActor, string>> = {
	author: 'the owner',
	reviewer: 'independent reviewers',
	officer: 'officers of the awarding bodies',
	system: 'by itself, once complete',
	publisher: 'leader of the catalogue',
	recogniser: 'the owner or a ministry'
};

/** The state of an entry as a word, a tone and a shape: the further on its way, the fuller the shape. */
export function entryStateText(algorithm: Algorithm, state: string) {
	if (isSideState(state)) return SIDE[state];
	const at = stepIndex(algorithm, state);
	const step = algorithm.steps[at];
	if (!step) return { label: state, tone: 'bad', shape: 'cross' } as const;
	const label = step.title;
	if (hasReached(algorithm, state, algorithm.implementedFrom))
		return { label, tone: 'good', shape: 'check' } as const;
	if (hasReached(algorithm, state, algorithm.inCatalogueFrom))
		return { label, tone: 'good', shape: 'disc' } as const;
	if (at === 0) return { label, tone: 'neutral', shape: 'circle' } as const;
	const ready = stepIndex(algorithm, algorithm.inCatalogueFrom);
	const share = at / Math.max(1, ready);
	const shape = share < 0.4 ? 'quarter' : share < 0.8 ? 'half' : 'three-quarters';
	return { label, tone: 'waiting', shape } as const;
}
