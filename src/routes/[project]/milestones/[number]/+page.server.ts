import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';
import { listOtherMilestones } from '#lib/server/queries/list-other-milestones.ts';
import { opinionsOf } from '#lib/server/pages/opinions.ts';
import { findMilestonePage, type InsideMilestone } from '#lib/server/queries/find-milestone-page.ts';
import { isFresh } from '#lib/server/auth/reauthentication.ts';
import { page } from '#lib/server/http/page.ts';
import { parseClaimCovers } from '#lib/schemas/claim-covers.ts';
import { SEALED_TEXT } from '#lib/text/evidence.ts';
import { shortInstantText } from '#lib/text/dates.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { ROLE_TEXT } from '#lib/text/roles.ts';
import { milestoneActions } from './actions.server.ts';

export const load = page('milestone:read', async (request) => {
	const { db, actor, project, signedIn, now, today, param } = request;
	const found = await findMilestonePage(db, actor, param('number'), { project, today });
	if (!found) return undefined;
	const { inside: all, ...milestone } = found;
	const frame = { milestone, startOn: project.startOn, timeZone: project.timeZone, today };
	if (!all) return { ...frame, inside: null };
	const { sealedProofs, subject, ...inside } = all;

	const may = new Set(inside.steps.filter(({ because }) => because === null).map(({ event }) => event));
	return {
		...frame,
		inside: {
			...inside,
			steps: inside.steps.map((step) => ({
				event: step.event,
				because: step.because && sentenceOf(step.because),
				blocks: step.blocks.map(sentenceOf)
			})),
			candidates: inside.candidates.map((one) => ({ ...one, because: one.because.map(sentenceOf) })),
			claims: inside.claims.map((claim) => claimView(claim, sealedProofs, project.timeZone)),
			linkable: may.has('link-evidence') ? await listLinkableEvidence(db, actor) : [],
			successors: may.has('replace') ? await listOtherMilestones(db, project.id, inside.itemId) : [],
			opinions: await opinionsOf(request, inside.itemId, subject),
			me: actor.personId,
			isFresh: isFresh(signedIn, now)
		}
	};
});

function claimView(
	claim: InsideMilestone['claims'][number],
	sealedProofs: readonly string[],
	timeZone: string
) {
	const { covers, verifiers, countersignatures, ...rest } = claim;
	const signatures = [...verifiers, ...countersignatures].map((signature) => ({
		person: signature.name,
		personId: signature.personId,
		organisation: signature.organisation,
		role: ROLE_TEXT[signature.role],
		meaning: verifiers.includes(signature) ? 'Verified' : 'Countersigned',
		statement: signature.statement,
		at: signature.signedAt,
		when: shortInstantText(signature.signedAt, timeZone),
		sha256: signature.coversSha256
	}));
	const covered = parseClaimCovers(covers).means.map(({ evidence, ...means }) => ({
		...means,
		evidence: evidence.map((one) =>
			sealedProofs.includes(one.proof) ? { name: SEALED_TEXT, proof: '' } : one
		)
	}));
	return { ...rest, signatures, covered };
}

export const actions = milestoneActions;
