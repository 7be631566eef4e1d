import { can, type Subject } from './can.ts';
import { addDays, daysBetween, type Day } from './days.ts';
import type { Permission } from './permissions.ts';
import { hasRole, WORKING_ROLES, type Actor, type Role } from './roles.ts';

/** Who holds the ball: exactly one of persons, an organisation, a role, or the funder; never stored, always computed. */
export interface Holder {
	kind: 'people' | 'organisation' | 'role' | 'funder';
	personIds: readonly string[];
	organisationId: string | null;
	role: Role | null;
	/** Instant since which it lies there. */
	since: string;
	/** What the holder has to do, as a code for `lib/text`. */
	awaits: string;
}

/** Days before its due day from which a planned item waits for its holder. */
export const START_DAYS = 120;

/**
 * Days it lies in this hand. What is planned is nobody's duty before its start comes near: null until then, and the days
 * count from there.
 */
export function heldDays(
	{ since }: { since: Day },
	item: { state: string; due: Day | null },
	today: Day
): number | null {
	if (item.state !== 'planned') return Math.max(0, daysBetween(since, today));
	if (item.due === null) return null;
	const expected = addDays(item.due, -START_DAYS);
	const from = expected > since ? expected : since;
	return from > today ? null : daysBetween(from, today);
}

/** With which right an organisation does what is awaited of it. */
const ACTS: Readonly<Partial<Record<string, Permission>>> = {
	start: 'deliverable:edit',
	prepare: 'deliverable:edit',
	revise: 'deliverable:edit',
	'revise-for-funder': 'deliverable:edit',
	'answer-comments': 'review:answer',
	claim: 'milestone:evidence',
	'answer-return': 'milestone:evidence',
	'claim-again': 'milestone:evidence',
	'take-step': 'entry:take-step',
	'complete-entry': 'entry:edit',
	'open-review': 'entry:request-review',
	'name-officer': 'officer:name',
	'publish-entry': 'entry:publish',
	'record-recognition': 'entry:recognise',
	resume: 'entry:hold'
};

/**
 * Whether it lies with this actor: in person, through a role held in the project, or through their organisation where
 * they may do what is awaited of it. Who only reviews there does not hold what its authors have to do.
 */
export function isHeldBy(holder: Holder, actor: Actor, subject: Subject): boolean {
	switch (holder.kind) {
		case 'people':
			return holder.personIds.includes(actor.personId);
		case 'organisation':
			return holder.organisationId === actor.organisationId && mayDo(holder.awaits, actor, subject);
		case 'role':
			return holder.role !== null && hasRole(actor, holder.role);
		case 'funder':
			return false;
	}
}

function mayDo(awaits: string, actor: Actor, subject: Subject): boolean {
	const act = ACTS[awaits];
	return act === undefined ? hasRole(actor, ...WORKING_ROLES) : can(actor, act, subject).ok;
}
