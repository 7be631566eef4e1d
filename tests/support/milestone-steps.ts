import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { assignVerifier } from '#lib/server/commands/assign-verifier.ts';
import { claimMilestone } from '#lib/server/commands/claim-milestone.ts';
import { declareMilestone } from '#lib/server/commands/declare-milestone.ts';
import { judgeMeans } from '#lib/server/commands/judge-means.ts';
import { returnMilestone } from '#lib/server/commands/return-milestone.ts';
import { verifyMilestone } from '#lib/server/commands/verify-milestone.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import { NOW, TODAY } from './builders/a-project.ts';

const AUTHENTICATED = NOW.toISOString();

/** The steps of one milestone as people take them, with what they would see on their page. */
export function stepsOf(db: Db, itemId: string) {
	const read = async (actor: Actor) => {
		const { facts } = await readMilestone(db, actor.projectId, itemId);
		return { claimId: facts.claim?.id ?? '', coversSha256: facts.claim?.coversSha256 ?? '', facts };
	};
	return {
		read,
		claim: (actor: Actor, achievedOn = TODAY) =>
			claimMilestone(db, actor, { itemId, achievedOn, note: '', today: TODAY }, NOW),
		assign: (actor: Actor, verifier: Actor) =>
			assignVerifier(db, actor, { itemId, personId: verifier.personId, today: TODAY }, NOW),
		async judge(actor: Actor, verdict: 'sufficient' | 'insufficient' = 'sufficient', only?: string) {
			const { claimId, facts } = await read(actor);
			for (const { id: meansId } of facts.means)
				if (only === undefined || only === meansId)
					await judgeMeans(db, actor, { itemId, claimId, meansId, verdict, note: 'As seen' }, NOW);
		},
		async return(actor: Actor) {
			const { claimId } = await read(actor);
			await returnMilestone(db, actor, { itemId, claimId, reason: 'The list is not signed' }, NOW);
		},
		async verify(actor: Actor) {
			const { claimId, coversSha256 } = await read(actor);
			const seen = { claimId, coversSha256, authenticatedAt: AUTHENTICATED };
			await verifyMilestone(db, actor, { itemId, ...seen, today: TODAY }, NOW);
		},
		async declare(actor: Actor, portalOn = TODAY) {
			const { claimId, coversSha256 } = await read(actor);
			const seen = { claimId, coversSha256, authenticatedAt: AUTHENTICATED };
			const entry = { portalOn, byName: actor.name, note: '' };
			await declareMilestone(db, actor, { itemId, ...seen, ...entry, today: TODAY }, NOW);
		}
	};
}
