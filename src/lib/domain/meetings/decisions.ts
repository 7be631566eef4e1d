/** `unknown`: of a public record that does not tell. */
export const DECISION_WAYS = ['consensus', 'vote', 'written', 'unknown'] as const;
export type DecisionWay = (typeof DECISION_WAYS)[number];

/** What a decision may have changed. */
export const EFFECT_KINDS = [
	'date-move',
	'quality-plan',
	'target',
	'baseline',
	'criteria',
	'algorithm',
	'item'
] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** `recorded`: taken, and not yet in force. */
export const DECISION_STANDINGS = ['recorded', 'in-force', 'superseded'] as const;
export type DecisionStanding = (typeof DECISION_STANDINGS)[number];

/** DEC-007; more digits when they are needed. */
export function decisionCode(number: number): string {
	return `DEC-${String(number).padStart(3, '0')}`;
}

/** The code of the decision that a reference names, alone or at its beginning: “DEC-007”, “dec-7, point 3”. */
export function namedDecision(reference: string | null): string | null {
	const number = /^\s*dec-(\d{1,6})(?![\w-])/i.exec(reference ?? '')?.[1];
	return number === undefined ? null : decisionCode(Number(number));
}
