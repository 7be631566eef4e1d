import { findDeliverableFacts } from '#lib/server/queries/find-deliverable-facts.ts';
import { readMilestone } from '#lib/server/queries/find-milestone-facts.ts';
import type { Stage } from '#lib/server/demo/step.ts';

export async function deliverable({ db, actor }: Stage, code: string) {
	const found = await findDeliverableFacts(db, actor.projectId, { code });
	if (!found) throw new Error(`the sample plan has no ${code}`);
	return found;
}

export function milestone({ db, actor, item }: Stage, code: string) {
	return readMilestone(db, actor.projectId, item(code));
}
