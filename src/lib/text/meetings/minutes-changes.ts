import type { MinutesChange, PointPart } from '#lib/domain/meetings/minutes-changes.ts';

export const PART_TEXT: Readonly<Record<PointPart, string>> = {
	title: 'the title',
	presenter: 'the presenter',
	place: 'day, section or time',
	text: 'the text',
	outcomes: 'what came of it'
};

const DONE = { added: 'was added', removed: 'was removed', changed: 'was changed' } as const;
const WHOLE = {
	head: 'The days, the place or the officers of the meeting were changed.',
	order: 'The points stand in another order.',
	quorum: 'The quorum is counted otherwise.'
} as const;

/** One change of circulated minutes as a sentence. */
export function changeText(change: MinutesChange): string {
	if (change.about === 'point') {
		const parts = 'parts' in change ? ` (${change.parts.map(({ part }) => PART_TEXT[part]).join(', ')})` : '';
		return `“${change.title}” ${DONE[change.kind]}${parts}.`;
	}
	if (change.about === 'attendance') return `The attendance of ${change.title} ${DONE[change.kind]}.`;
	return WHOLE[change.about];
}
