import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { verifyBlocks } from '#lib/domain/indicators/guards.ts';
import { decidersOn } from '#lib/domain/mail/deciders.ts';
import { workersOf } from '#lib/domain/mail/addressees.ts';
import { hasRole, type Actor } from '#lib/domain/roles.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import type { findActualFacts } from '#lib/server/queries/find-actual-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listActingMembers } from '#lib/server/queries/list-acting-members.ts';
import { listAddressees } from '#lib/server/queries/list-addressees.ts';
import {
	decidedMail,
	returnedNumberMail,
	targetProposedMail,
	toAcceptMail,
	toVerifyMail
} from '#lib/text/mail/asked.ts';
import { tellAsked, tellDeciders, tellProposer } from './tell-deciders.ts';

type Actual = NonNullable<Awaited<ReturnType<typeof findActualFacts>>>;

/** With whom a number lies next: who accepts it, who verifies it, or again its organisation. */
export async function tellOfActual(
	db: Db,
	actor: Actor,
	actual: Actual,
	step: 'report' | 'accept' | 'return' | 'verify',
	note: string,
	now: Date
): Promise<void> {
	const place = placeOf({ id: actual.indicatorId, code: actual.code });
	switch (step) {
		case 'report': {
			const mail = { ...place, ...toAcceptMail(actual) };
			return tellDeciders(db, actor, { permission: 'indicator:accept', of: actual.subject, ...mail }, now);
		}
		case 'accept': {
			const to = await listVerifiers(db, actor, actual, now);
			return tellAsked(db, actor, to, { ...place, ...toVerifyMail(actual) }, now);
		}
		case 'return': {
			const { projectId, personId: from } = actor;
			const people = await listAddressees(db, projectId, await findToday(db, projectId, now));
			const to = [...workersOf(actual.organisationId, people), actual.reportedBy].filter((id) => id !== null);
			const mail = { kind: 'changes-requested', because: 'member', ...place } as const;
			await queueMail(db, { projectId, from, to, ...mail, ...returnedNumberMail(actual, actor, note) }, now);
			return;
		}
		case 'verify':
			return;
	}
}

/** QA leads who are independent of the number; where none is, reviewers who are. Whether it has a source is theirs to say. */
async function listVerifiers(db: Db, actor: Actor, { facts, subject }: Actual, now: Date): Promise<string[]> {
	const people = await listActingMembers(db, actor.projectId, await findToday(db, actor.projectId, now));
	const accepted = { ...facts, state: 'accepted', acceptedBy: actor.personId } as const;
	const able = decidersOn('indicator:verify', subject, people, actor.personId).filter(
		(one) => verifyBlocks({ ...accepted, source: ' ' }, one).length === 0
	);
	const leads = able.filter((one) => hasRole(one, 'qa-lead'));
	return (leads.length > 0 ? leads : able).map(({ personId }) => personId);
}

interface Target {
	dueOn: Day;
	value: number;
	reason: string;
}

export function tellOfProposedTarget(db: Db, actor: Actor, indicator: Indicator, target: Target, now: Date) {
	const mail = { ...placeOf(indicator), ...targetProposedMail(indicator.code, actor, target) };
	return tellDeciders(db, actor, { permission: 'indicator:target', of: {}, ...mail }, now);
}

export function tellOfDecidedTarget(
	db: Db,
	actor: Actor,
	indicator: Indicator,
	proposedBy: string | null,
	{ isAccepted, note }: { isAccepted: boolean; note: string },
	now: Date
): Promise<void> {
	const mail = {
		...placeOf(indicator),
		...decidedMail(`${indicator.code}: target`, actor, isAccepted, note)
	};
	return tellProposer(db, actor, proposedBy, mail, now);
}

interface Indicator {
	id: string;
	code: string;
}

function placeOf({ id, code }: Indicator) {
	return { about: { type: 'indicator', id, label: code }, path: `indicators/${code}` };
}
