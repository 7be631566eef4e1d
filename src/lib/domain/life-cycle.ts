/** A state machine as data: event → the states it leaves, and the one it enters. */
export type LifeCycle<State extends string, Event extends string> = Readonly<
	Record<Event, { readonly from: readonly State[]; readonly to: State }>
>;

export type StateReason = { code: 'wrong-state'; event: string; state: string; from: readonly string[] };

/** Reasons why an event is not possible from a state: none, or one. */
export function stateBlocks<State extends string, Event extends string>(
	cycle: LifeCycle<State, Event>,
	state: State,
	event: Event
): StateReason[] {
	const { from } = cycle[event];
	return from.includes(state) ? [] : [{ code: 'wrong-state', event, state, from }];
}

/** Events possible from a state, in the order of the table. */
export function eventsFrom<State extends string, Event extends string>(
	cycle: LifeCycle<State, Event>,
	events: readonly Event[],
	state: State
): Event[] {
	return events.filter((event) => cycle[event].from.includes(state));
}
