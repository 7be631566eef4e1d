import type { PlanEffects } from '#lib/domain/plan-effects.ts';
import { coverText } from './reviewers-ahead.ts';
import type { Sentence } from './sentence.ts';

/** What a version of the quality plan would do to the reviews that lie ahead, before it is published. */
export function planEffectSentences(effects: PlanEffects, needed: number): Sentence[] {
	const { impossible, toAssign, possible } = effects;
	const codes = (some: readonly { code: string }[]) => some.map(({ code }) => code).join(', ');
	const told: Sentence[] = [
		...impossible.map((review) => ({
			text: `${review.code} could not be reviewed any more. ${coverText(review, needed).label}.`,
			next: 'Keep the number, or recruit before it is due.'
		})),
		...(toAssign.length > 0
			? [
					{
						text: `More reviewers would have to be assigned: ${codes(toAssign)}.`,
						next: 'The QA lead finds enough who may sign.'
					}
				]
			: []),
		...(possible.length > 0
			? [{ text: `Enough people could sign who now are too few: ${codes(possible)}.`, next: null }]
			: [])
	];
	const none = 'Every review that lies ahead keeps the reviewers it has or can have.';
	return told.length > 0 ? told : [{ text: none, next: null }];
}
