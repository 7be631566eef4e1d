const PEOPLE = ['owner', 'chair', 'qaLead', 'other'] as const;
export type Person = (typeof PEOPLE)[number];

export const ACTS = [
	'accept',
	'decline',
	'start',
	'block',
	'unblock',
	'claim',
	'verify',
	'reopen',
	'hand-over',
	'cancel',
	'supersede'
] as const;
export type Act = (typeof ACTS)[number];

export interface Step {
	act: Act;
	by: Person;
	/** Of a handover, and of what the owner proposes when declining. */
	whom: Person;
}

/** Every step that anybody could try. */
export const ALL_STEPS: readonly Step[] = ACTS.flatMap((act) =>
	PEOPLE.flatMap((by) => PEOPLE.map((whom) => ({ act, by, whom })))
);

/** An action as its rules in words describe it; kept apart from the tested code. */
export interface Model {
	state: string;
	owner: Person;
	doneBy: Person | null;
	/** The chair of its meeting, who never changes. */
	chair: Person;
}

export function aModel(): Model {
	return { state: 'open', owner: 'owner', doneBy: null, chair: 'chair' };
}

const UNDONE: readonly string[] = ['open', 'accepted', 'in-progress', 'blocked'];

export function isAllowed(model: Model, { act, by, whom }: Step): boolean {
	const { state, owner } = model;
	const isOwner = by === owner;
	// The other is a coordinator, who steers and looks at everything.
	const steers = by === model.chair || by === 'other';
	const looks = (steers || by === 'qaLead') && !isOwner && by !== model.doneBy;
	switch (act) {
		case 'accept':
			return state === 'open' && isOwner;
		case 'decline':
			return state === 'open' && isOwner && whom !== owner;
		case 'start':
			return state === 'accepted' && isOwner;
		case 'block':
			return state === 'in-progress' && isOwner && whom !== owner;
		case 'unblock':
			return state === 'blocked' && isOwner;
		case 'claim':
			return state === 'in-progress' && isOwner;
		case 'verify':
			return state === 'done-claimed' && looks;
		case 'reopen':
			return (state === 'done-claimed' || state === 'verified') && looks;
		case 'hand-over':
			return steers && (state === 'declined' || (UNDONE.includes(state) && whom !== owner));
		case 'cancel':
		case 'supersede':
			return UNDONE.includes(state) && steers;
	}
}

const AFTER: Record<Act, string> = {
	accept: 'accepted',
	decline: 'declined',
	start: 'in-progress',
	block: 'blocked',
	unblock: 'in-progress',
	claim: 'done-claimed',
	verify: 'verified',
	reopen: 'in-progress',
	'hand-over': 'open',
	cancel: 'cancelled',
	supersede: 'superseded'
};

/** Takes an allowed step. */
export function take(model: Model, { act, by, whom }: Step): void {
	model.state = AFTER[act];
	if (act === 'claim') model.doneBy = by;
	if (act === 'reopen') model.doneBy = null;
	if (act === 'hand-over') model.owner = whom;
}
