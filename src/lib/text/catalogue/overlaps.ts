import type { Alikeness, OverlapDecision, OverlapReason } from '#lib/domain/catalogue/overlap-rules.ts';
import type { Sentence } from '#lib/text/sentence.ts';

export const OVERLAP_DECISION_TEXT = {
	merge: {
		label: 'Merge',
		about: 'One entry goes on with both, the other ends and points to it.',
		done: 'To be merged',
		tone: 'info',
		shape: 'half'
	},
	joint: {
		label: 'Award jointly',
		about:
			'The owner of the other entry becomes an awarding body of the one that stays, and approves it too.',
		done: 'Awarded jointly',
		tone: 'good',
		shape: 'check'
	},
	keep: {
		label: 'Keep both',
		about: 'They differ in a way that words do not show: say how.',
		done: 'Both stay',
		tone: 'neutral',
		shape: 'disc'
	}
} as const satisfies Record<
	OverlapDecision,
	{ label: string; about: string; done: string; tone: string; shape: string }
>;

/** The list of overlaps, narrowed or widened. */
export function overlapsHref(
	slug: string,
	filter: { show: 'open' | 'decided'; entry: string | null; all: boolean; page?: number }
): string {
	const query = new URLSearchParams();
	if (filter.show === 'decided') query.set('show', 'decided');
	if (filter.entry !== null) query.set('entry', filter.entry);
	if (filter.all) query.set('part', 'all');
	if (filter.page !== undefined) query.set('page', String(filter.page));
	return `/${slug}/catalogue/overlaps${query.size === 0 ? '' : `?${query.toString()}`}`;
}

/** 62 % alike. */
export function similarityText(score: number): string {
	return `${Math.round(score * 100)} % alike`;
}

/** What is alike: same title, 3 of 5 outcomes alike. */
export function alikeText({ isSameTitle, outcomes }: Alikeness): string {
	return [
		...(isSameTitle ? ['same title'] : []),
		...(outcomes && outcomes.alike > 0 ? [`${outcomes.alike} of ${outcomes.of} outcomes alike`] : [])
	].join(', ');
}

export function overlapSentence(reason: OverlapReason): Sentence {
	switch (reason.code) {
		case 'overlap-over':
			return {
				text: `${reason.entries.join(' and ')} no longer overlap.`,
				next: 'Nothing is left to decide: a text changed, or one of them was merged or retired.'
			};
		case 'overlap-same-owner':
			return {
				text: `Both entries belong to ${reason.organisation}, so there is nobody to award them jointly with.`,
				next: 'Merge them, or keep both with a reason.'
			};
		case 'overlap-into-missing':
			return { text: 'It is not said which of the two stays.', next: 'Choose the entry that stays.' };
	}
}
