import { mayEver } from '#lib/domain/can.ts';
import { RecordDecisionSchema } from '#lib/schemas/meetings/decisions.ts';
import { recordDecision } from '#lib/server/commands/record-decision.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { listMeetingOptions } from '#lib/server/queries/list-meeting-options.ts';

export const load = page('decision:read', async ({ db, actor, project, url }) => {
	const may = mayEver(actor, 'decision:record');
	return {
		may,
		supersedes: url.searchParams.get('supersedes') ?? '',
		meeting: url.searchParams.get('meeting') ?? '',
		decisions: may ? await listDecisionOptions(db, project.id) : [],
		meetings: may ? await listMeetingOptions(db, project.id) : []
	};
});

export const actions = {
	default: action('decision:record', RecordDecisionSchema, async ({ db, actor, project, now }, input) => {
		const { code } = await recordDecision(db, actor, input, now);
		return { flash: 'decision-recorded', label: code, to: `/${project.slug}/decisions/${code}` };
	})
};
