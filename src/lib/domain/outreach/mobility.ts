import type { OutreachState } from './states.ts';

export const MOBILITY_KINDS = ['visit', 'staff-exchange', 'workshop', 'training'] as const;
export type MobilityKind = (typeof MOBILITY_KINDS)[number];

export const MOBILITY_MODES = ['on-site', 'online', 'hybrid'] as const;
export type MobilityMode = (typeof MOBILITY_MODES)[number];

export const MOBILITY_GAPS = ['participants', 'trainers', 'evidence', 'topics', 'results'] as const;
export type MobilityGap = (typeof MOBILITY_GAPS)[number];

interface Told {
	kind: MobilityKind;
	state: OutreachState;
	topics: string;
	results: string;
	hasParticipants: boolean;
	hasTrainers: boolean;
	evidence: number;
}

/** What is missing of an activity that took place; only trainings and workshops have trainers. */
export function mobilityGaps(of: Told): MobilityGap[] {
	if (of.state !== 'done') return [];
	const isTaught = of.kind === 'training' || of.kind === 'workshop';
	const owed: readonly (readonly [MobilityGap, boolean])[] = [
		['participants', !of.hasParticipants],
		['trainers', isTaught && !of.hasTrainers],
		['evidence', of.evidence === 0],
		['topics', of.topics === ''],
		['results', of.results === '']
	];
	return owed.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}
