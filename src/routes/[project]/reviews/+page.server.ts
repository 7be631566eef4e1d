import { mayEver } from '#lib/domain/can.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { independenceBlocks } from '#lib/domain/independence.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { isStale } from '#lib/domain/catalogue/entry-covers.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import { listEntryFacts } from '#lib/server/queries/list-entry-facts.ts';
import { page } from '#lib/server/http/page.ts';
import { listContributions } from '#lib/server/queries/list-item-people.ts';
import { listOwnSignatures } from '#lib/server/queries/list-own-signatures.ts';
import { listReviewQueue } from '#lib/server/queries/list-review-queue.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { assignmentDesk } from './desk.server.ts';

type Own = Awaited<ReturnType<typeof listOwnSignatures>>[number];

/** A deliverable leaves a signature behind with its next version, an entry as soon as what was signed has changed. */
async function staleOf(db: ProjectRequest['db'], signatures: readonly Own[]) {
	const ids = signatures.filter((one) => one.kind === 'entry').map((one) => one.itemId);
	const entries = await listEntryFacts(db, { ids: [...new Set(ids)] });
	return signatures
		.filter((one) => {
			if (one.kind !== 'entry') return Number(one.newestVersion) > one.signedVersion;
			const entry = entries.find(({ itemId }) => itemId === one.itemId);
			return entry !== undefined && isStale(parseCovers(one.covers), entry);
		})
		.map(({ covers: _, itemId: __, ...one }) => one);
}

export const load = page('review:comment', async (request) => {
	const { db, actor, project, today } = request;
	const queue = await listReviewQueue(db, actor);
	const contributions = await listContributions(db, project.id);
	const person = candidateOf(actor);
	const asked = queue.map(({ leadOrganisationId, conflict, ...one }) => ({
		...one,
		independence: independenceBlocks(
			{
				leadOrganisationId,
				contributions: contributions.get(one.id) ?? [],
				conflicts: conflict === null ? [] : [{ personId: actor.personId, reason: conflict }]
			},
			person
		).map(sentenceOf)
	}));
	const signatures = await listOwnSignatures(db, actor);
	return {
		waiting: asked.filter((one) => one.roundId !== null && one.signedAt === null),
		signed: asked.filter((one) => one.signedAt !== null),
		later: asked.filter((one) => one.roundId === null),
		stale: await staleOf(db, signatures),
		desk: mayEver(actor, 'reviewer:assign') ? await assignmentDesk(request, contributions) : null,
		today,
		startOn: project.startOn,
		timeZone: project.timeZone
	};
});
