import { WithdrawEvidence } from '#lib/schemas/evidence.ts';
import { withdrawEvidence } from '#lib/server/commands/withdraw-evidence.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findEvidencePage } from '#lib/server/queries/find-evidence-page.ts';

export const load = page('evidence:read', async ({ db, actor, project, param }) => {
	const found = await findEvidencePage(db, actor, param('id'));
	return found && { ...found, timeZone: project.timeZone };
});

export const actions = {
	withdraw: action('evidence:withdraw', WithdrawEvidence, async ({ db, actor, now, param }, input) => {
		await withdrawEvidence(db, actor, { ...input, evidenceId: param('id') }, now);
		return { flash: 'evidence-withdrawn' };
	})
};
