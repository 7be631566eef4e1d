import type { Db } from '#db/schema.ts';
import { can, mayAlways } from '#lib/domain/can.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import { heldDays, isHeldBy, type Holder } from '#lib/domain/holder.ts';
import { lateness, untoldDates } from '#lib/domain/lateness.ts';
import { isClaimCurrent, verifierBlocks } from '#lib/domain/milestone-blocks.ts';
import { milestoneHolder } from '#lib/domain/milestone-holder.ts';
import { milestoneSteps } from '#lib/domain/milestone-steps.ts';
import { MILESTONE_LIFE_CYCLE, verifiersNeeded } from '#lib/domain/milestones.ts';
import { QA_ROLES, type Actor } from '#lib/domain/roles.ts';
import { findMilestoneFacts, type MilestoneRecord } from './find-milestone-facts.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { listSealedProofs, sealed } from './sealed-evidence.ts';
import { listReviewCandidates } from './list-review-candidates.ts';

interface Where {
	project: { timeZone: string };
	today: Day;
}

/** A milestone with everything its page shows to this actor; undefined when it is not for them. */
export async function findMilestonePage(db: Db, actor: Actor, code: string, where: Where) {
	const found = await findMilestoneFacts(db, actor.projectId, { code });
	if (!found || !can(actor, 'milestone:read', found.subject).ok) return undefined;
	const { plan } = await findQualityPlan(db, actor.projectId);
	const header = headerOf(found, plan, where.today);
	if (!mayAlways(actor, 'milestone:read')) {
		const { item, milestone } = found;
		const untold = untoldDates({ ...item, achievedOn: milestone.achievedOn });
		return { ...header, agreedOn: null, agreedBy: null, forecastOn: null, lateness: untold, inside: null };
	}

	const { facts, subject, milestone } = found;
	const mayAssign =
		MILESTONE_LIFE_CYCLE['assign-verifier'].from.some((state) => state === facts.state) &&
		can(actor, 'milestone:assign', subject).ok;
	const candidates = mayAssign ? await listReviewCandidates(db, actor.projectId, where.today) : null;
	const holder = milestoneHolder({ ...facts, workPackageLeads: ownLead(found) });
	const inside = {
		itemId: found.item.id,
		subject,
		holder: holder && {
			...holder,
			people: found.assignments
				.filter(({ personId }) => holder.personIds.includes(personId))
				.map(({ name, acronym }) => `${name} (${acronym})`),
			organisation: organisationOf(found, holder),
			mine: isHeldBy(holder, actor, subject),
			days: heldDays(
				{ since: dayIn(where.project.timeZone, new Date(holder.since)) },
				{ state: facts.state, due: found.item.agreedOn ?? found.item.contractualOn },
				where.today
			)
		},
		needed: verifiersNeeded(
			{ paymentRelevant: milestone.paymentRelevant === 1, goNoGo: milestone.goNoGo === 1 },
			plan
		),
		steps: milestoneSteps(facts, subject, actor, candidates, where.today),
		evidence: found.means.map(({ id, evidence }) => ({
			meansId: id,
			evidence: evidence.map((one) => sealed(actor, subject, one))
		})),
		sealedProofs: await listSealedProofs(db, actor, subject, found.item.id),
		claims: found.claims,
		isCurrent: isClaimCurrent(facts),
		assignments: found.assignments.map(({ id, personId, name, acronym, external }) => ({
			id,
			personId,
			name,
			acronym,
			external
		})),
		candidates: candidatesOf(found, candidates ?? []),
		successor:
			milestone.successorCode === null || milestone.successorTitle === null
				? null
				: { code: milestone.successorCode, title: milestone.successorTitle },
		restsOn: found.dependencies.restsOn,
		dependants: found.dependencies.dependants
	};
	return { ...header, inside };
}

export type MilestonePage = NonNullable<Awaited<ReturnType<typeof findMilestonePage>>>;
export type InsideMilestone = NonNullable<MilestonePage['inside']>;

/** The organisation that leads the milestone's own work package: the ball is theirs before a claim. */
function ownLead({ item, workPackages }: MilestoneRecord) {
	const own = workPackages.find(({ id }) => id === item.workPackageId);
	return own?.leadId ? [{ organisationId: own.leadId }] : [];
}

/** What everybody sees who may see the milestone at all: the outcome. */
function headerOf(found: MilestoneRecord, plan: { atRiskDays: number }, today: Day) {
	const { item, milestone } = found;
	const { code, title, description, origin, contractualOn, agreedOn, forecastOn } = item;
	return {
		code,
		title,
		description,
		origin,
		state: found.facts.state,
		contractualOn,
		agreedOn,
		agreedBy: item.agreedReference,
		forecastOn,
		lateness: lateness({ ...item, achievedOn: milestone.achievedOn }, today, plan.atRiskDays),
		lead: item.leadAcronym,
		country: item.leadCountry,
		paymentRelevant: milestone.paymentRelevant === 1,
		goNoGo: milestone.goNoGo === 1,
		achievedOn: milestone.achievedOn,
		verifiedOn: milestone.verifiedOn,
		declaredOn: milestone.declaredOn,
		notAchieved: {
			reason: milestone.notAchievedReason,
			consequence: milestone.notAchievedConsequence,
			reference: milestone.notAchievedReference
		},
		endedReference: milestone.endedReference,
		deferredToOn: milestone.deferredToOn,
		workPackages: found.workPackages.map(({ number, title }) => ({ number, title })),
		means: found.means.map(({ id, position, text }) => ({ id, position, text }))
	};
}

/** QA people with why they may not, and the external evaluator where none of them may. */
function candidatesOf({ facts }: MilestoneRecord, people: Awaited<ReturnType<typeof listReviewCandidates>>) {
	const judged = people.map((person) => ({
		personId: person.personId,
		name: person.name,
		acronym: person.acronym,
		isReviewer: QA_ROLES.some((role) => person.roles.includes(role)),
		isAssigned: facts.assignments.some(({ personId }) => personId === person.personId),
		because: verifierBlocks(facts, person)
	}));
	const reviewers = judged.filter(({ isReviewer }) => isReviewer);
	return reviewers.some(({ because }) => because.length === 0) ? reviewers : judged;
}

function organisationOf({ facts, item }: MilestoneRecord, holder: Holder): string | null {
	if (holder.kind !== 'organisation') return null;
	const lead = facts.workPackageLeads.find(({ organisationId }) => organisationId === holder.organisationId);
	return lead?.acronym ?? item.leadAcronym;
}
