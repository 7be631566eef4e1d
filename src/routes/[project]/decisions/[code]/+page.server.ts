import { can } from '#lib/domain/can.ts';
import { correctionBlocks } from '#lib/domain/meetings/decision-rules.ts';
import { CorrectDecisionSchema } from '#lib/schemas/meetings/decisions.ts';
import { correctDecision } from '#lib/server/commands/correct-decision.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findDecisionPage } from '#lib/server/queries/find-decision-page.ts';

export const load = page('decision:read', async ({ db, actor, project, today, param }) => {
	const found = await findDecisionPage(db, actor, param('code'), today);
	if (!found) return undefined;
	const { decision, subject, quorum } = found;
	const isOpen =
		decision.supersededBy === null &&
		(decision.meetingId === null
			? decision.standing === 'recorded'
			: correctionBlocks(decision.minutesState).length === 0);
	return {
		...found,
		subject: null,
		quorum: quorum && { there: quorum.there, members: quorum.members, holds: quorum.holds },
		mayCorrect: isOpen && can(actor, 'decision:record', subject).ok,
		maySupersede: decision.supersededBy === null && can(actor, 'decision:record', {}).ok,
		mayGive: can(actor, 'action:create', subject).ok,
		timeZone: project.timeZone
	};
});

export const actions = {
	correct: action('decision:record', CorrectDecisionSchema, async ({ db, actor, now }, input) => {
		const { code } = await correctDecision(db, actor, input, now);
		return { flash: 'decision-corrected', label: code };
	})
};
