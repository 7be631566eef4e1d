import type { BackwardStep } from '#lib/domain/backward-plan.ts';

export const BACKWARD_STEP_TEXT = {
	draft: 'Draft ready, review begins',
	review: 'Review has ended',
	final: 'Final text ready',
	submission: 'Submitted'
} as const satisfies Record<BackwardStep, string>;
