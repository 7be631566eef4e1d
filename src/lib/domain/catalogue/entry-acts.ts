import type { DeliverableReason } from '#lib/domain/deliverable-reasons.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import { isSideState, stepIndex, type Algorithm, type StepActor } from './algorithm.ts';
import type { EntryStepFacts } from './step-facts.ts';
import type { StepReason } from './step-reasons.ts';

/** With which right a step is taken by hand; signatures and the system take the others. */
export const STEP_PERMISSIONS: Readonly<Partial<Record<StepActor, Permission>>> = {
	author: 'entry:take-step',
	publisher: 'entry:publish',
	recogniser: 'entry:recognise'
};

type Standing = Pick<EntryStepFacts, 'state' | 'heldFrom' | 'heldUntilOn'>;

/** Only what stands on the way can be laid aside, returned or ended. */
function onTheWay({ state, heldUntilOn }: Standing): StepReason[] {
	if (state === 'on-hold') return [{ code: 'entry-on-hold', untilOn: heldUntilOn }];
	return isSideState(state) ? [{ code: 'entry-ended', state }] : [];
}

export function returnBlocks(algorithm: Algorithm, entry: Standing): StepReason[] {
	const aside = onTheWay(entry);
	if (aside.length > 0) return aside;
	const target = stepIndex(algorithm, algorithm.returnTo);
	if (stepIndex(algorithm, entry.state) > target) return [];
	return [{ code: 'nothing-to-return', title: algorithm.steps[target]?.title ?? algorithm.returnTo }];
}

export function holdBlocks(entry: Standing & { today: string }, untilOn: string): StepReason[] {
	return [
		...onTheWay(entry),
		...(untilOn > entry.today ? [] : [{ code: 'hold-until-past', untilOn } as const])
	];
}

/** Also one that was merged or retired can be taken up again, where it is known from where. */
export function resumeBlocks({ state, heldFrom }: Standing): StepReason[] {
	return isSideState(state) && heldFrom !== null ? [] : [{ code: 'entry-not-on-hold' }];
}

/** An entry on hold may be ended; one that was ended stays so. */
export function endBlocks({ state }: Standing): StepReason[] {
	return isSideState(state) && state !== 'on-hold' ? [{ code: 'entry-ended', state }] : [];
}

export function mergeBlocks(
	item: { id: string },
	target: { id: string; code: string; state: string }
): DeliverableReason[] {
	const hasEnded = isSideState(target.state) && target.state !== 'on-hold';
	return [
		...(target.id === item.id ? [{ code: 'merge-into-itself' } as const] : []),
		...(hasEnded ? [{ code: 'merge-target-ended', item: target.code } as const] : [])
	];
}
