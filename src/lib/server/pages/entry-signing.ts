import { can } from '#lib/domain/can.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { nextStep } from '#lib/domain/catalogue/algorithm.ts';
import { approverBlocks, lapsedApprovals } from '#lib/domain/catalogue/entry-approval.ts';
import { coverChanges, entrySignatureStanding } from '#lib/domain/catalogue/entry-covers.ts';
import { openEntryReviewBlocks } from '#lib/domain/catalogue/entry-review.ts';
import { requirementBlocks, standingRequirements } from '#lib/domain/catalogue/step-blocks.ts';
import { commentBlocks, recordBlocks } from '#lib/domain/deliverable-edits.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { isOpenForm } from '#lib/domain/open-form.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import { changeRequestBlocks, signatureBlocks } from '#lib/domain/sign-off-guards.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import { isFresh } from '#lib/server/auth/reauthentication.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { newId } from '#lib/server/ids.ts';
import { findCatalogueSettings } from '#lib/server/queries/find-catalogue-settings.ts';
import { findEntryApproval } from '#lib/server/queries/find-entry-approval.ts';
import { findEntryReview } from '#lib/server/queries/find-entry-review.ts';
import { withSteps } from '#lib/server/queries/find-entry-steps.ts';
import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';
import { listOfficersInOffice } from '#lib/server/queries/list-officers.ts';
import { listProposals } from '#lib/server/queries/list-proposals.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { opinionsOf } from './opinions.ts';
import { candidatesFor, reviewersOf, reviewForm, roundsOf, signaturesOf } from './review-data.ts';

/** Actions of the forms in which a reviewer is chosen. */
const CHOOSING = ['assign', 'propose', 'appoint'];

/** The review and the approvals of an entry as this person may see and do them. */
export async function entrySigningPage(request: ProjectRequest) {
	const { db, actor, project, today, now, signedIn, param, url } = request;
	const found = await findEntryReview(db, project.id, { code: param('code') });
	if (!found || !can(actor, 'review:read', found.subject).ok) return undefined;
	const { item, subject, facts, review, assignments, records, history } = found;
	const { version, themes, hasChecklist } = await findCatalogueSettings(db, project.id);
	const { algorithm } = version;
	const officers = await listOfficersInOffice(db, project.id, facts.bodies, today);
	const next = nextStep(algorithm, item.state);
	const round = openRound(review);
	const isSigned = round !== undefined || next?.actor === 'reviewer' || next?.actor === 'officer';
	const only = next && isSigned ? standingRequirements(algorithm, next) : [];
	const known = { version, records, officers, only };
	const { stepFacts, history: path } = await withSteps(db, found, today, known);
	const shown = { item, history, assignments, facts: review, records };
	const approval = await findEntryApproval(db, found, { algorithm, history: path, today, officers });
	const person = candidateOf(actor);
	const covers = round?.coversSha256 ?? '';
	const seen = { seenSha256: covers, presentSha256: covers, answers: [] };
	const isAsked = assignments.some((one) => one.personId === actor.personId);
	const mayAssign = recordBlocks(item.state).length === 0;
	const lapsed = lapsedApprovals(algorithm, stepFacts);
	const requirements = next && isSigned ? requirementBlocks(algorithm, stepFacts, next) : [];
	const step = (name: string, isShown: boolean, access: readonly Reason[], blocks: readonly Reason[]) =>
		isShown ? [{ name, blocks: [...access, ...blocks].map(sentenceOf) }] : [];
	const accessTo = (permission: Parameters<typeof can>[1]): Reason[] => {
		const answer = can(actor, permission, subject);
		return answer.ok ? [] : [answer.because];
	};
	const steps = [
		...step(
			'open',
			next?.actor === 'reviewer' && !round,
			accessTo('entry:request-review'),
			next ? [...requirements, ...openEntryReviewBlocks(review, next, hasChecklist)] : []
		),
		...step(
			'sign',
			isAsked && round !== undefined,
			[],
			[...requirements, ...signatureBlocks(review, person, seen)]
		),
		...step('request-changes', isAsked && round !== undefined, [], changeRequestBlocks(review, person, true)),
		...step('assign', mayAssign && can(actor, 'reviewer:assign', subject).ok, [], []),
		...step('propose', mayAssign && can(actor, 'reviewer:propose', subject).ok, [], []),
		...step('approve', next?.actor === 'officer' || lapsed.length > 0, accessTo('entry:approve'), [
			...(lapsed.length > 0 ? [] : requirements),
			...approverBlocks(approval.approval, actor)
		])
	];
	const has = (name: string) => steps.some((one) => one.name === name);
	const mayApprove = steps.some((one) => one.name === 'approve' && one.blocks.length === 0);
	const standing = {
		entry: facts,
		algorithm,
		state: found.entry.heldFrom ?? item.state,
		lastRound: 0
	};
	const lastOf = (wanted: string) =>
		records.rounds.findLast((one) => parseCovers(one.covers).step === wanted)?.number ?? 0;
	const stale = records.signatures.findLast((one) => coverChanges(parseCovers(one.covers), facts).length > 0);
	const isChoosing =
		(has('assign') || has('propose')) && isOpenForm(url.searchParams, 'reviewers', ...CHOOSING);
	const isReusing = isOpenForm(url.searchParams, 'document', 'approve');

	return {
		item: { id: item.id, code: item.code, title: item.title, state: item.state, origin: item.origin },
		next: next ? { title: next.title, actor: next.actor, signatures: next.signatures ?? 1 } : null,
		content: facts.content,
		bodies: facts.bodies,
		themes,
		steps,
		rounds: roundsOf(shown),
		signatures: signaturesOf(shown, (one) => {
			const signed = parseCovers(one.covers);
			const lastRound = lastOf(signed.step);
			const of = records.rounds.find((each) => each.number === signed.round);
			return entrySignatureStanding(signed, of, { ...standing, lastRound });
		}),
		changed: stale
			? {
					person: stale.personName,
					at: stale.signedAt,
					before: parseCovers(stale.covers).content,
					bodiesBefore: parseCovers(stale.covers).bodies.map((one) => one.acronym),
					elements: coverChanges(parseCovers(stale.covers), facts).map((one) => one.element)
				}
			: null,
		reviewers: reviewersOf(shown),
		/** Not while reviewers are chosen, which asks for much else. */
		opinions: isChoosing ? null : await opinionsOf(request, item.id, subject),
		review: has('sign') ? await reviewForm(db, actor, shown, !isChoosing) : null,
		assigning: isChoosing ? await candidatesFor(db, actor, shown, today) : null,
		proposals: isChoosing ? await listProposals(db, project.id, item.id) : [],
		approvals: {
			bodies: facts.bodies.map((body) => ({
				...body,
				officers: approval.approval.officers.filter((one) => one.organisationId === body.organisationId),
				given: approval.approvals.filter((one) => one.organisationId === body.organisationId)
			})),
			coversSha256: approval.coversSha256,
			/** Documents to choose from, once they were asked for. */
			linkable: mayApprove && isReusing ? await listLinkableEvidence(db, actor) : null
		},
		mayAnswer: can(actor, 'review:answer', subject).ok,
		mayComment: can(actor, 'review:comment', subject).ok,
		mayDeclareConflict: can(actor, 'conflict:declare', subject).ok,
		commentsLocked: commentBlocks(item.state).length > 0,
		commentKey: newId(),
		isFresh: isFresh(signedIn, now),
		personId: actor.personId,
		personName: actor.name,
		today,
		timeZone: project.timeZone
	};
}
