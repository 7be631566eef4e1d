import { can } from '#lib/domain/can.ts';
import { correctionBlocks } from '#lib/domain/meetings/decision-rules.ts';
import { CorrectDecisionSchema } from '#lib/schemas/meetings/decisions.ts';
import { correctDecision } from '#lib/server/commands/correct-decision.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findDecisionPage } from '#lib/server/queries/find-decision-page.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';

const VOTING: readonly string[] = ['coordinator', 'national-coordinator', 'partner'];

export const load = page('decision:read', async ({ db, actor, project, today, param }) => {
	const found = await findDecisionPage(db, actor, param('code'), today);
	if (!found) return undefined;
	const { decision, subject, members, present } = found;
	const { plan } = await findQualityPlan(db, project.id);
	const there = present.filter(({ role }) => VOTING.includes(role)).length;
	const isOpen =
		decision.supersededBy === null &&
		(decision.meetingId === null
			? decision.standing === 'recorded'
			: correctionBlocks(decision.minutesState).length === 0);
	return {
		...found,
		subject: null,
		quorum: { there, members, percent: plan.meetingQuorumPercent },
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
