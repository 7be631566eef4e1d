import { expect, test } from 'vitest';
import {
	DELIVERABLE_LIFE,
	DELIVERABLE_STATES,
	isDeliverableState,
	toDeliverableState,
	type DeliverableEvent,
	type DeliverableState
} from '#lib/domain/deliverable-states.ts';

const EVENTS = Object.keys(DELIVERABLE_LIFE).filter(
	(name): name is DeliverableEvent => name in DELIVERABLE_LIFE
);

function reachable(from: DeliverableState, without: readonly DeliverableEvent[] = []): Set<DeliverableState> {
	const found = new Set<DeliverableState>([from]);
	for (const state of found)
		for (const event of EVENTS.filter((name) => !without.includes(name))) {
			const sources: readonly DeliverableState[] = DELIVERABLE_LIFE[event].from;
			if (sources.includes(state)) found.add(DELIVERABLE_LIFE[event].to);
		}
	return found;
}

test('every state can be reached from planned', () => {
	expect([...reachable('planned')].sort()).toEqual([...DELIVERABLE_STATES].sort());
});

test('without a quorum or a broken glass nothing is ever approved', () => {
	const states = reachable('planned', ['reach-quorum', 'break-glass']);
	expect(states.has('approved')).toBe(false);
	expect(states.has('submitted')).toBe(false);
	expect(states.has('accepted')).toBe(false);
});

test.each(['accepted', 'withdrawn', 'merged'] as const)('%s is the end', (state) => {
	expect([...reachable(state)]).toEqual([state]);
});

test('what was submitted can no longer be withdrawn', () => {
	expect(reachable('submitted', ['ask-revision']).has('withdrawn')).toBe(false);
});

test('an unknown state is damage, not a default', () => {
	expect(isDeliverableState('in_review')).toBe(false);
	expect(() => toDeliverableState('in_review')).toThrow('in_review');
});
