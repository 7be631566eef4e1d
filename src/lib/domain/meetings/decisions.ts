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

/** The first decision that a reference or a note names, anywhere in it: “DEC-007”, “as dec-7 has it”. */
export function namedDecision(reference: string | null): string | null {
	const number = /(?<![\w-])dec-(\d{1,6})(?![\w-])/i.exec(reference ?? '')?.[1];
	return number === undefined ? null : decisionCode(Number(number));
}

/** A note that names the decision chosen beside it, if it does not already. */
export function withDecision(note: string, decision: string): string {
	const code = namedDecision(decision);
	if (code === null || namedDecision(note) === code) return note;
	return note === '' ? code : `${code}: ${note}`;
}

/** A text with the part in it that names a decision; null: it names none. */
export function aroundDecision(
	text: string
): { before: string; named: string; code: string; after: string } | null {
	const code = namedDecision(text);
	const found = /(?<![\w-])dec-\d{1,6}(?![\w-])/i.exec(text);
	if (code === null || !found) return null;
	const end = found.index + found[0].length;
	return { before: text.slice(0, found.index), named: found[0], code, after: text.slice(end) };
}
