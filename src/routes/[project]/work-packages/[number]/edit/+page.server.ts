import { can } from '#lib/domain/can.ts';
import { AddTaskSchema, EditTaskSchema, EditWorkPackageSchema } from '#lib/schemas/work-packages.ts';
import { addTask } from '#lib/server/commands/add-task.ts';
import { editTask } from '#lib/server/commands/edit-task.ts';
import { editWorkPackage } from '#lib/server/commands/edit-work-package.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';
import { listOrganisationOptions } from '#lib/server/queries/list-organisation-options.ts';
import { listTasks } from '#lib/server/queries/list-tasks.ts';

export const load = page('work-package:edit', async ({ db, actor, project, param }) => {
	const facts = await findWorkPackageFacts(db, project.id, { number: Number(param('number')) });
	if (!facts || !can(actor, 'work-package:edit', facts.subject).ok) return undefined;
	const { id, number, title, objectives, version } = facts.workPackage;
	const tasks = await listTasks(db, project.id);
	return {
		slug: project.slug,
		months: project.durationMonths,
		workPackage: { id, number, title, objectives, version },
		tasks: tasks.filter(({ workPackageId }) => workPackageId === id),
		organisations: await listOrganisationOptions(db, project.id)
	};
});

export const actions = {
	objectives: action('work-package:edit', EditWorkPackageSchema, async ({ db, actor, now }, input) =>
		editWorkPackage(db, actor, input, now)
	),
	task: action('work-package:edit', EditTaskSchema, async ({ db, actor, now }, input) => {
		const { number } = await editTask(db, actor, input, now);
		return { flash: 'saved', label: number };
	}),
	add: action('work-package:edit', AddTaskSchema, async ({ db, actor, now }, input) => {
		const { number } = await addTask(db, actor, input, now);
		return { flash: 'saved', label: number };
	})
};
