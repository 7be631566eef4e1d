const PEOPLE = ['leader', 'coordinator', 'qaLead', 'verifier', 'second'] as const;
export type Person = (typeof PEOPLE)[number];
type Verdict = 'sufficient' | 'insufficient';

export type Step =
	| { do: 'claim' | 'return' | 'verify' | 'declare' | 'reopen' | 'end'; by: Person }
	| { do: 'assign'; by: Person; whom: Person }
	| { do: 'judge'; by: Person; verdict: Verdict };

/** Every step that anybody could try. */
export const ALL_STEPS: readonly Step[] = PEOPLE.flatMap((by): Step[] => [
	...(['claim', 'return', 'verify', 'declare', 'reopen', 'end'] as const).map((act) => ({ do: act, by })),
	...PEOPLE.map((whom) => ({ do: 'assign', by, whom }) as const),
	...(['sufficient', 'insufficient'] as const).map((verdict) => ({ do: 'judge', by, verdict }) as const)
]);

/** A milestone with one means of verification, as its rules in words describe it; kept apart from the tested code. */
export interface Model {
	state: string;
	claimant: Person | null;
	assigned: Set<Person>;
	verdicts: Map<Person, Verdict>;
	signed: Set<Person>;
	needed: number;
}

export function aModel(needed: number): Model {
	return {
		state: 'planned',
		claimant: null,
		assigned: new Set(),
		verdicts: new Map(),
		signed: new Set(),
		needed
	};
}

export function isAllowed(model: Model, step: Step): boolean {
	const { state, assigned, verdicts, signed } = model;
	const { by } = step;
	const isUnclaimed = ['planned', 'returned', 'reopened'].includes(state);
	const isVerifier = state === 'verifying' && assigned.has(by);
	switch (step.do) {
		case 'claim':
			return isUnclaimed && (by === 'leader' || by === 'coordinator');
		case 'assign':
			return (
				by === 'qaLead' &&
				['claimed', 'verifying'].includes(state) &&
				['qaLead', 'verifier', 'second'].includes(step.whom) &&
				!assigned.has(step.whom)
			);
		case 'judge':
			return isVerifier && !signed.has(by);
		case 'return':
			return isVerifier && verdicts.get(by) === 'insufficient';
		case 'verify':
			return isVerifier && verdicts.get(by) === 'sufficient' && !signed.has(by);
		case 'declare':
			return state === 'verified' && by === 'coordinator' && model.claimant !== by;
		case 'reopen':
			return ['verified', 'declared'].includes(state) && (by === 'coordinator' || by === 'qaLead');
		case 'end':
			return (isUnclaimed || state === 'claimed') && by === 'coordinator';
	}
}

/** Takes an allowed step. */
export function take(model: Model, step: Step): void {
	const { by } = step;
	switch (step.do) {
		case 'claim':
			Object.assign(model, aModel(model.needed), { state: 'claimed', claimant: by });
			break;
		case 'assign':
			model.state = 'verifying';
			model.assigned.add(step.whom);
			break;
		case 'judge':
			model.verdicts.set(by, step.verdict);
			break;
		case 'verify':
			model.signed.add(by);
			if (model.signed.size >= model.needed) model.state = 'verified';
			break;
		default:
			model.state = AFTER[step.do];
	}
}

const AFTER = { return: 'returned', declare: 'declared', reopen: 'reopened', end: 'not-achieved' } as const;
