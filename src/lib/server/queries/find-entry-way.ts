import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { isSideState, nextStep, type AlgorithmStep } from '#lib/domain/catalogue/algorithm.ts';
import {
	endBlocks,
	holdBlocks,
	resumeBlocks,
	returnBlocks,
	STEP_PERMISSIONS
} from '#lib/domain/catalogue/entry-acts.ts';
import { entryHolder } from '#lib/domain/catalogue/entry-holder.ts';
import { lapsedApprovals } from '#lib/domain/catalogue/entry-approval.ts';
import { owesNothing } from '#lib/domain/catalogue/gaps.ts';
import { requirementBlocks } from '#lib/domain/catalogue/step-blocks.ts';
import { wayOf } from '#lib/domain/catalogue/way.ts';
import { dayIn, daysBetween, type Day } from '#lib/domain/days.ts';
import { isHeldBy, type Holder } from '#lib/domain/holder.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { AccessReason } from '#lib/domain/access-reason.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { FoundAlgorithm } from './find-algorithm.ts';
import type { FoundEntry } from './find-entry-facts.ts';
import type { ListedSignature } from './list-signatures.ts';
import { withSteps, type FoundEntrySteps } from './find-entry-steps.ts';

interface Shown {
	today: Day;
	timeZone: string;
	/** Where the page has read them already. */
	version: Pick<FoundAlgorithm, 'number' | 'algorithm'>;
	signatures?: ListedSignature[] | undefined;
}

/** The path of an entry as its page shows it: where it stands, who holds it, what blocks the next step. */
export async function findEntryWay(
	db: Db,
	actor: Actor,
	entry: FoundEntry,
	{ today, timeZone, version, signatures }: Shown
) {
	const found = await withSteps(db, entry, today, { version, signatures });
	const { item, algorithm, stepFacts, history, proofs, related } = found;
	const place = isSideState(item.state) ? (entry.entry.heldFrom ?? item.state) : item.state;
	const next = nextStep(algorithm, item.state);
	const holder = entryHolder(algorithm, stepFacts);
	return {
		/** Codes of entries with which an overlap is undecided. */
		overlaps: stepFacts.overlaps,
		returnTo: algorithm.returnTo,
		beside: isSideState(item.state)
			? {
					state: item.state,
					reason: entry.entry.heldReason ?? entry.entry.endedReason ?? '',
					untilOn: entry.entry.heldUntilOn
				}
			: null,
		relatives: { into: related.into, absorbed: related.absorbed },
		way: wayOf(algorithm, place, history, { today, timeZone }),
		holder: holder && {
			...nameOf(holder, found),
			mine: isHeldBy(holder, actor, found.subject),
			days: daysIn(holder, today, timeZone)
		},
		/** At the end of the way no next step says it. */
		lapsed: next
			? []
			: lapsedApprovals(algorithm, stepFacts).map(({ acronym, lapsedOn }) => ({ acronym, lapsedOn })),
		next: next && nextOf(next, actor, found),
		proofs,
		/** How it stands against every profile in force that is asked of it; nothing is asked of what left. */
		profiles: owesNothing(item.state) ? [] : stepFacts.profiles,
		/** Evidence that some step asks for, with the step; what was asked earlier can still be read. */
		needs: algorithm.steps.flatMap((step) =>
			step.requires.flatMap((one) =>
				one.kind === 'evidence' ? [{ code: one.requirement, label: one.label, title: step.title }] : []
			)
		),
		may: mayOf(actor, found)
	};
}

/** Who takes a step, by name where it is known; empty where nobody is named yet. */
function handsOf(
	step: AlgorithmStep,
	{ stepFacts, assignments, publisher, item }: FoundEntrySteps
): string[] {
	switch (step.actor) {
		case 'reviewer':
			return assignments.filter((one) => one.kind === 'signing').map((one) => `${one.name} (${one.acronym})`);
		case 'officer':
			return stepFacts.approvals
				.filter((one) => !one.approved)
				.flatMap((one) => one.officers.map(({ name }) => `${name} (${one.acronym})`));
		case 'publisher':
			return publisher ? [publisher.acronym] : [];
		case 'author':
		case 'recogniser':
			return item.leadAcronym === null ? [] : [item.leadAcronym];
		case 'system':
			return [];
	}
}

function nextOf(step: AlgorithmStep, actor: Actor, found: FoundEntrySteps) {
	const { algorithm, stepFacts, subject } = found;
	const permission = STEP_PERMISSIONS[step.actor];
	const because: AccessReason | null = permission ? denial(actor, permission, subject) : null;
	return {
		step,
		blocks: requirementBlocks(algorithm, stepFacts, step),
		because,
		by: handsOf(step, found)
	};
}

function denial(actor: Actor, permission: Permission, subject: FoundEntrySteps['subject']) {
	const answer = can(actor, permission, subject);
	return answer.ok ? null : answer.because;
}

function mayOf(actor: Actor, { algorithm, stepFacts, subject, item }: FoundEntrySteps) {
	const tomorrow = '9999-12-31';
	const isEnded = isSideState(item.state) && item.state !== 'on-hold';
	const allowed = (permission: Permission) => can(actor, permission, subject).ok;
	return {
		return: allowed('entry:return') && returnBlocks(algorithm, stepFacts).length === 0,
		hold: allowed('entry:hold') && holdBlocks(stepFacts, tomorrow).length === 0,
		resume: allowed(isEnded ? 'entry:end' : 'entry:hold') && resumeBlocks(stepFacts).length === 0,
		end: allowed('entry:end') && endBlocks(stepFacts).length === 0,
		prove: allowed('entry:edit') && !isSideState(item.state)
	};
}

function nameOf(holder: Holder, { item, assignments, stepFacts, publisher }: FoundEntrySteps) {
	const officers = stepFacts.approvals.flatMap((one) =>
		one.officers.map(({ personId, name }) => ({ personId, name, acronym: one.acronym }))
	);
	const organisations = new Map([
		...stepFacts.approvals.map((one) => [one.organisationId, one.acronym] as const),
		[publisher?.organisationId ?? '', publisher?.acronym ?? null],
		[item.leadOrganisationId ?? '', item.leadAcronym]
	]);
	return {
		holder,
		people: [...assignments, ...officers]
			.filter((one) => holder.personIds.includes(one.personId))
			.map((one) => `${one.name} (${one.acronym})`),
		organisation: organisations.get(holder.organisationId ?? '') ?? null
	};
}

function daysIn({ since }: Holder, today: Day, timeZone: string): number {
	return Math.max(0, daysBetween(dayIn(timeZone, new Date(since)), today));
}
