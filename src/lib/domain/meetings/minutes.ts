import { addWorkingDays, type Day } from '#lib/domain/days.ts';
import type { LifeCycle } from '#lib/domain/life-cycle.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import type { MeetingState, MinutesState } from './meetings.ts';
import type { MinutesAct, MinutesReason, SigningPart } from './minutes-reasons.ts';

export type MinutesEvent = 'circulate' | 'withdraw' | 'approve' | 'lock';

/** The silent procedure. Nothing leads out of `locked`: what is wrong there is corrected beside the text. */
export const MINUTES_CYCLE: LifeCycle<MinutesState, MinutesEvent> = {
	circulate: { from: ['draft'], to: 'circulated' },
	withdraw: { from: ['circulated'], to: 'draft' },
	approve: { from: ['circulated'], to: 'approved' },
	lock: { from: ['approved'], to: 'locked' }
};

const POSSIBLE_IN: Readonly<Record<MinutesAct, readonly MinutesState[]>> = {
	circulate: MINUTES_CYCLE.circulate.from,
	withdraw: MINUTES_CYCLE.withdraw.from,
	object: ['circulated'],
	approve: MINUTES_CYCLE.approve.from,
	sign: MINUTES_CYCLE.lock.from,
	correct: ['locked']
};

export const SIGNING_PARTS = ['chair', 'secretary'] as const;

export interface MinutesFacts {
	meetingState: MeetingState;
	state: MinutesState;
	chair: Officer | null;
	secretary: Officer | null;
	/** Planned agenda items in their order, with what is written under each. */
	points: readonly { id: string; title: string; text: string }[];
	invited: number;
	/** Organisations and guests of whom nobody has recorded whether they came. */
	attendanceMissing: readonly string[];
	/** The circulation that runs, or that was approved. */
	circulation: Circulation | null;
	objections: readonly Objection[];
	signatures: readonly { part: SigningPart; personId: string; personName: string; coversSha256: string }[];
}

export interface Officer {
	id: string;
	name: string;
}

export interface Circulation {
	number: number;
	sha256: string;
	objectionsUntilOn: Day;
	/** Of the frozen content: what is recorded later changes nothing in it. */
	quorum: Quorum;
}

/** Counted by organisation. */
export interface Quorum {
	members: number;
	present: number;
	needed: number;
}

export interface Objection {
	id: string;
	organisationId: string;
	organisation: string;
	pointId: string | null;
	settled: 'withdrawn' | 'accepted' | null;
}

/** The last day on which an organisation may object: working days that are no holiday in any country of the project. */
export function objectionsUntil(
	circulatedOn: Day,
	plan: Pick<QualityPlan, 'minutesWorkingDays' | 'holidays'>
): Day {
	const holidays = new Set(Object.values(plan.holidays).flat());
	return addWorkingDays(circulatedOn, plan.minutesWorkingDays, holidays);
}

export function isQuorate({ present, needed }: Quorum): boolean {
	return present >= needed;
}

/** An answer settles nothing: only who objected takes it back, or the chair gives way. */
export function standingObjections(facts: Pick<MinutesFacts, 'objections'>): Objection[] {
	return facts.objections.filter(({ settled }) => settled === null);
}

export function minutesStateBlocks({ state }: Pick<MinutesFacts, 'state'>, act: MinutesAct): MinutesReason[] {
	return POSSIBLE_IN[act].includes(state) ? [] : [{ code: 'minutes-state', act, state }];
}

/** Texts and outcomes change only while the minutes are a draft. */
export function writeBlocks(facts: Pick<MinutesFacts, 'state' | 'circulation'>): MinutesReason[] {
	if (facts.state === 'draft') return [];
	const untilOn = facts.circulation?.objectionsUntilOn ?? null;
	return [{ code: 'minutes-text-fixed', state: facts.state, untilOn }];
}

export function circulateBlocks(facts: MinutesFacts): MinutesReason[] {
	const untold = facts.points.filter(({ text }) => text.trim() === '').map(({ title }) => title);
	return [
		...minutesStateBlocks(facts, 'circulate'),
		...when(facts.meetingState !== 'held', { code: 'meeting-not-held', state: facts.meetingState }),
		...when(facts.points.length === 0, { code: 'agenda-empty' }),
		...when(untold.length > 0, { code: 'points-without-text', points: untold }),
		...when(facts.invited === 0, { code: 'nobody-invited' }),
		...when(facts.attendanceMissing.length > 0, {
			code: 'attendance-missing',
			names: facts.attendanceMissing
		}),
		...officerBlocks(facts)
	];
}

export function approveBlocks(facts: MinutesFacts, today: Day): MinutesReason[] {
	const { circulation } = facts;
	const stateBlocks = minutesStateBlocks(facts, 'approve');
	if (stateBlocks.length > 0 || !circulation) return stateBlocks;
	const organisations = [...new Set(standingObjections(facts).map((one) => one.organisation))];
	const { objectionsUntilOn: untilOn, quorum } = circulation;
	return [
		...when(today <= untilOn, { code: 'window-open', untilOn }),
		...when(organisations.length > 0, { code: 'objections-stand', organisations }),
		...when(!isQuorate(quorum), { code: 'quorum-not-held', ...quorum })
	];
}

/** Chair and secretary are two people, and each signs exactly the text that was circulated and approved. */
export function signBlocks(
	facts: MinutesFacts,
	part: SigningPart,
	signer: { personId: string; seenSha256: string }
): MinutesReason[] {
	const { circulation } = facts;
	const stateBlocks = minutesStateBlocks(facts, 'sign');
	if (stateBlocks.length > 0 || !circulation) return stateBlocks;
	const officer = facts[part];
	const given = facts.signatures.find((one) => one.part === part);
	const other = facts.signatures.find((one) => one.part !== part && one.personId === signer.personId);
	return [
		...when(officer?.id !== signer.personId, {
			code: 'not-the-officer',
			part,
			person: officer?.name ?? null
		}),
		...(given ? [{ code: 'part-signed', part, person: given.personName } as const] : []),
		...(other ? [{ code: 'signs-other-part', part: other.part } as const] : []),
		...when(signer.seenSha256 !== circulation.sha256, {
			code: 'minutes-not-seen',
			number: circulation.number
		})
	];
}

/** Both parts, by two people, over the circulated text. */
export function isSigned(facts: Pick<MinutesFacts, 'signatures' | 'circulation'>): boolean {
	const covering = facts.signatures.filter((one) => one.coversSha256 === facts.circulation?.sha256);
	const people = new Set(covering.map(({ personId }) => personId));
	return people.size > 1 && SIGNING_PARTS.every((part) => covering.some((one) => one.part === part));
}

function officerBlocks({ chair, secretary }: MinutesFacts): MinutesReason[] {
	return [
		...when(chair === null, { code: 'officer-missing', part: 'chair' }),
		...when(secretary === null, { code: 'officer-missing', part: 'secretary' }),
		...(chair && chair.id === secretary?.id ? [{ code: 'officers-same', person: chair.name } as const] : [])
	];
}

function when(holds: boolean, reason: MinutesReason): MinutesReason[] {
	return holds ? [reason] : [];
}
