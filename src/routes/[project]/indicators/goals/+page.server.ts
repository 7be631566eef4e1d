import { PutGoalSchema, RemoveGoalSchema } from '#lib/schemas/indicators.ts';
import { putGoal, removeGoal } from '#lib/server/commands/put-goal.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listGoals } from '#lib/server/queries/list-goals.ts';

export const load = page('indicator:target', async ({ db, project }) => ({
	goals: await listGoals(db, project.id)
}));

export const actions = {
	put: action('indicator:target', PutGoalSchema, async ({ db, actor, now }, input) => {
		const { label } = await putGoal(db, actor, input, now);
		return { flash: 'goal-saved', label };
	}),
	remove: action('indicator:target', RemoveGoalSchema, async ({ db, actor, now }, input) => {
		const { label } = await removeGoal(db, actor, input, now);
		return { flash: 'goal-removed', label };
	})
};
