import { can } from '#lib/domain/can.ts';
import { page } from '#lib/server/http/page.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findItemFacts } from '#lib/server/queries/find-item-facts.ts';
import { listEntrySteps } from '#lib/server/queries/list-entry-steps.ts';
import { entryStateText } from '#lib/text/catalogue/entry-states.ts';
import { recordLines, stepHowText } from '#lib/text/catalogue/step-history.ts';

export const load = page('catalogue:read', async ({ db, actor, project, param }) => {
	const found = await findItemFacts(db, project.id, { code: param('code') });
	if (found?.item.kind !== 'entry' || !can(actor, 'entry:read', found.subject).ok) return undefined;
	const { algorithm } = await findAlgorithm(db, project.id);
	const steps = await listEntrySteps(db, found.item.id);
	return {
		code: found.item.code,
		title: found.item.title,
		timeZone: project.timeZone,
		steps: steps.toReversed().map((one) => ({
			id: one.id,
			state: entryStateText(algorithm, one.state),
			how: stepHowText(algorithm, one),
			note: one.note,
			record: recordLines(algorithm, one),
			by: one.takenBy,
			acronym: one.acronym,
			enteredAt: one.enteredAt,
			leftAt: one.leftAt
		}))
	};
});
