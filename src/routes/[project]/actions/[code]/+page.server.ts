import { can, mayAlways } from '#lib/domain/can.ts';
import { answerUntil } from '#lib/domain/meetings/action-facts.ts';
import { isOpenAction } from '#lib/domain/meetings/action-filter.ts';
import { actionSteps } from '#lib/domain/meetings/action-steps.ts';
import { page } from '#lib/server/http/page.ts';
import { findActionPage } from '#lib/server/queries/find-action-page.ts';
import { listActionOwners } from '#lib/server/queries/list-action-owners.ts';
import { listDateMoves } from '#lib/server/queries/list-date-moves.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { actionActions } from './actions.server.ts';

export const load = page('action:read', async ({ db, actor, project, today, url, param }) => {
	const found = await findActionPage(db, actor, param('code'), { today, timeZone: project.timeZone });
	if (!found) return undefined;
	const { item, facts, counting, subject, ownerSubject } = found.found;
	const maySteer = can(actor, 'action:steer', subject).ok;
	const mayUpdate = can(actor, 'action:update', ownerSubject).ok;
	const isOpen = isOpenAction({ state: counting });
	const pending = found.proposals.find(({ verdict }) => verdict === null);
	const mayAddEvidence = mayUpdate && isOpen;
	const wantsReuse = mayAddEvidence && url.searchParams.has('reuse');
	const isEvidenceOpen = mayAlways(actor, 'evidence:read');
	return {
		item: { id: item.id, code: item.code, version: item.version },
		action: found.listed,
		about: found.about,
		history: found.steps,
		proposals: found.proposals,
		evidence: found.evidence.filter(() => isEvidenceOpen),
		answerUntil:
			counting === 'open'
				? answerUntil(facts.stateSinceAt.slice(0, 10), facts.leadCountry, found.plan)
				: null,
		steps: actionSteps(facts, counting, { steering: subject, owner: ownerSubject }, actor).map((step) => ({
			event: step.event,
			because: step.because && sentenceOf(step.because),
			blocks: step.blocks.map(sentenceOf)
		})),
		mayEdit: maySteer && isOpen,
		mayPropose: mayUpdate && isOpen && pending === undefined,
		mayAddEvidence,
		linkable: wantsReuse ? await listLinkableEvidence(db, actor) : null,
		pending: maySteer && isOpen && facts.ownerId !== actor.personId ? (pending ?? null) : null,
		owners: isOpen && (maySteer || mayUpdate) ? await listActionOwners(db, project.id, today) : [],
		decisions: pending && maySteer ? await listDecisionOptions(db, project.id) : [],
		reasons: found.plan.slipReasons,
		moves: await listDateMoves(db, project.id, item.id, project.timeZone),
		startOn: project.startOn,
		timeZone: project.timeZone,
		today
	};
});

export const actions = actionActions;
