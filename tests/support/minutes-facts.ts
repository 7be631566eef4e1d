import type { MinutesFacts, Objection } from '#lib/domain/meetings/minutes.ts';
import type { SigningPart } from '#lib/domain/meetings/minutes-reasons.ts';

export const SEAL = 'a'.repeat(64);

/** Minutes of a meeting that was held, ready to go round. */
export const draft: MinutesFacts = {
	meetingState: 'held',
	state: 'draft',
	chair: { id: 'chair', name: 'Ana' },
	secretary: { id: 'secretary', name: 'Bek' },
	points: [
		{ id: 'a', title: 'Budget', text: 'It was agreed.' },
		{ id: 'b', title: 'Next meeting', text: 'In Tashkent.' }
	],
	invited: 14,
	attendanceMissing: [],
	circulation: null,
	objections: [],
	signatures: []
};

/** The same, circulated until the end of 29 June 2026. */
export const circulated = {
	...draft,
	state: 'circulated',
	circulation: {
		number: 1,
		sha256: SEAL,
		objectionsUntilOn: '2026-06-29',
		quorum: { members: 14, present: 10, needed: 10 }
	}
} satisfies MinutesFacts;

export function objection(settled: Objection['settled'] = null): Objection {
	return { id: 'o1', organisationId: 'koksu', organisation: 'KOKSU', pointId: 'a', settled };
}

export function signature(part: SigningPart, personId: string) {
	return { part, personId, personName: personId, coversSha256: SEAL };
}
