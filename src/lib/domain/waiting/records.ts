import { can } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { confirmation, type Deciders } from '#lib/domain/grant-confirmation.ts';
import { isHeldBy } from '#lib/domain/holder.ts';
import { acceptBlocks, verifyBlocks, type ActualFacts } from '#lib/domain/indicators/guards.ts';
import { MEETING_STATES, MINUTES_STATES } from '#lib/domain/meetings/meetings.ts';
import { minutesHolder } from '#lib/domain/meetings/minutes-holder.ts';
import { ORIGINS } from '#lib/domain/origin.ts';
import { hasRole, isRole, type Actor, type Role } from '#lib/domain/roles.ts';
import type { ActualStanding, ActualState } from '#lib/domain/indicators/actuals.ts';
import type { WaitingLine } from './lines.ts';

/** Something that waits for a word, or a fact that decides for whose. What a kind does not have is null. */
export interface WaitingRecord {
	kind:
		| 'number'
		| 'number-owed'
		| 'answers'
		| 'answers-owed'
		| 'grant'
		| 'decider'
		| 'objection'
		| 'minutes'
		| 'meeting-day'
		| 'approval'
		| 'office'
		| 'lapsed';
	id: string;
	/** Of the page that it leads to. */
	code: string;
	title: string;
	organisationId: string | null;
	organisation: string | null;
	country: string | null;
	state: string | null;
	standing: string | null;
	source: string | null;
	/** Who reported, proposed or holds it, and who had a word in it before. */
	personId: string | null;
	otherId: string | null;
	/** Ids of organisations that gave the evidence, with commas between them. */
	holders: string | null;
	role: string | null;
	fromOn: Day | null;
	toOn: Day | null;
	/** Since when; of an approval until when it was valid. */
	at: string | null;
	origin: string | null;
	/** Of minutes that go round. */
	approvedAt: string | null;
	signedBy: string | null;
	/** Of a day of a meeting to come, and of the actor's organisation. */
	timeZone: string | null;
	ownZone: string | null;
	/** Minutes of the day. */
	startsAt: number | null;
	endsAt: number | null;
	count: number;
	objections: number;
	/** Somebody of its country decides before those of the whole project. */
	isSteered: boolean;
}

/** Of these records what waits for this actor now. The rule of each act decides, and who is nearer goes first. */
export function recordLines(records: readonly WaitingRecord[], actor: Actor, today: Day): WaitingLine[] {
	const of = (kind: WaitingRecord['kind']) => records.filter((one) => one.kind === kind);
	const deciders = decidersOf(of('decider'));
	const numbers = of('number');
	const qaLeads = of('decider').filter(({ role }) => role === 'qa-lead');
	const toVerify = numbers.filter((one) => verifies(one, actor, qaLeads));
	const grants = of('grant').filter((one) => confirms(one, actor, deciders, today));
	const offices = of('office').map(({ code }) => code);
	return [
		...(grants.length > 0 ? [{ kind: 'grants', count: grants.length } as const] : []),
		...of('minutes').flatMap((one) => minutesLine(one, actor, today)),
		...of('objection').map(({ code, title }): WaitingLine => ({ kind: 'objection', code, title, count: 1 })),
		...of('approval').map(({ code, title }): WaitingLine => ({ kind: 'approval', code, title, count: 1 })),
		...of('lapsed')
			.filter(({ organisationId }) => organisationId !== null && offices.includes(organisationId))
			.map(({ code, title }): WaitingLine => ({ kind: 'renewal', code, title, count: 1 })),
		...grouped(
			numbers.filter((one) => accepts(one, actor)),
			'accept'
		),
		...grouped(toVerify, 'verify'),
		...of('answers').flatMap((one): WaitingLine[] =>
			judges(one, actor) ? [{ kind: 'answers', act: 'judge', ...named(one), count: one.count }] : []
		),
		...of('number-owed').flatMap((one): WaitingLine[] =>
			can(actor, 'indicator:report', { organisationIds: [actor.organisationId] }).ok
				? [{ kind: 'numbers', act: 'report', code: one.code, title: one.title, count: 1 }]
				: []
		),
		...of('answers-owed').flatMap((one): WaitingLine[] =>
			one.count > 0 && can(actor, 'institution:answer', { organisationIds: [actor.organisationId] }).ok
				? [{ kind: 'answers', act: 'give', ...named(one), count: one.count }]
				: []
		)
	];
}

function grouped(numbers: readonly WaitingRecord[], act: 'accept' | 'verify'): WaitingLine[] {
	return [...Map.groupBy(numbers, ({ code }) => code)].map(([code, of]) => ({
		...{ kind: 'numbers', act, code, title: of[0]?.title ?? '', count: of.length }
	}));
}

function named({ code, organisation }: WaitingRecord) {
	return { code, title: organisation ?? '' };
}

/** Those for the whole project step in where nobody is nearer. */
function isTheirs(one: WaitingRecord, scopeType: string): boolean {
	return !one.isSteered || scopeType !== 'project';
}

function accepts(one: WaitingRecord, actor: Actor): boolean {
	const answer = can(actor, 'indicator:accept', subjectOf(one));
	return answer.ok && isTheirs(one, answer.grant.scopeType) && acceptBlocks(factsOf(one), actor).length === 0;
}

/** QA leads who are independent of the number; where none is, reviewers who are. */
function verifies(one: WaitingRecord, actor: Actor, qaLeads: readonly WaitingRecord[]): boolean {
	const facts = factsOf(one);
	const isAble = (person: { personId: string; organisationId: string }) =>
		verifyBlocks(facts, { ...person, name: '', organisationAcronym: '' }).length === 0;
	if (!can(actor, 'indicator:verify', subjectOf(one)).ok || !isAble(actor)) return false;
	if (hasRole(actor, 'qa-lead')) return true;
	return !qaLeads.some(
		({ personId, organisationId }) =>
			personId !== null && organisationId !== null && isAble({ personId, organisationId })
	);
}

function judges(one: WaitingRecord, actor: Actor): boolean {
	const answer = can(actor, 'institution:review', subjectOf(one));
	return answer.ok && isTheirs(one, answer.grant.scopeType) && one.organisationId !== actor.organisationId;
}

function confirms(one: WaitingRecord, actor: Actor, deciders: Deciders, today: Day): boolean {
	if (!can(actor, 'grant:confirm', {}).ok || one.role === null || !isRole(one.role)) return false;
	const { personId, otherId: proposedBy, role, fromOn, toOn, state } = one;
	const facts = {
		...{ personId: personId ?? '', name: '', role, proposedBy, fromOn: fromOn ?? today, toOn },
		...{ proposedAs: state !== null && isRole(state) ? state : null, confirmedAt: null, revokedAt: null }
	};
	return confirmation(actor, facts, deciders, today).as !== null;
}

function decidersOf(records: readonly WaitingRecord[]): Deciders {
	const of = (role: Role) =>
		records.flatMap((one) =>
			one.role === role && one.personId !== null ? [{ personId: one.personId, name: one.title }] : []
		);
	return { coordinators: of('coordinator'), qaLeads: of('qa-lead') };
}

function subjectOf({ organisationId, country }: WaitingRecord) {
	return {
		organisationIds: organisationId === null ? [] : [organisationId],
		countries: country === null ? [] : [country]
	};
}

function minutesLine(one: WaitingRecord, actor: Actor, today: Day): WaitingLine[] {
	const holder = minutesHolder(
		{
			state: MEETING_STATES.find((state) => state === one.state) ?? 'planned',
			minutesState: MINUTES_STATES.find((state) => state === one.standing) ?? 'locked',
			origin: ORIGINS.find((origin) => origin === one.origin) ?? 'entered',
			chairId: one.personId,
			secretaryId: one.otherId,
			lastDay: one.toOn ?? today,
			untold: one.count,
			circulatedAt: one.at,
			objectionsUntilOn: one.fromOn,
			standing: one.objections,
			approvedAt: one.approvedAt,
			signedBy: one.signedBy === null ? [] : [one.signedBy]
		},
		today
	);
	if (holder === null || holder.awaits === 'await-objections' || !isHeldBy(holder, actor, {})) return [];
	return [{ kind: 'minutes', code: one.code, title: one.title, holder, count: 1 }];
}

const STATES: readonly ActualState[] = ['reported', 'returned', 'accepted', 'verified'];
const STANDINGS: readonly ActualStanding[] = ['value', 'nil', 'not-applicable'];

function factsOf(one: WaitingRecord): ActualFacts {
	return {
		state: STATES.find((state) => state === one.state) ?? 'returned',
		standing: STANDINGS.find((standing) => standing === one.standing) ?? 'value',
		source: one.source ?? '',
		organisationId: one.organisationId ?? '',
		organisation: one.organisation ?? '',
		reportedBy: one.personId,
		acceptedBy: one.otherId,
		evidenceOrganisationIds: one.holders?.split(',') ?? []
	};
}
