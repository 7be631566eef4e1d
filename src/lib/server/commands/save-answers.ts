import type { Db } from '#db/schema.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AnsweredItem } from '#lib/domain/sign-off-guards.ts';
import type { ChecklistAnswers } from '#lib/schemas/deliverable-reviews.ts';
import { listChecklistAnswers, listChecklistItems } from '#lib/server/queries/find-checklist.ts';

/** Saves answers to the checklist that the round pinned, and returns every point of it as it is answered now. */
export async function saveAnswers(
	db: Db,
	actor: Actor,
	roundId: string,
	answers: ChecklistAnswers,
	now: Date
): Promise<AnsweredItem[]> {
	const round = await db
		.selectFrom('reviewRound')
		.select('checklistVersionId')
		.where('id', '=', roundId)
		.executeTakeFirst();
	const items = await listChecklistItems(db, round?.checklistVersionId ?? '');
	const isForeign = answers.some((answer) => !items.some((item) => item.id === answer.checklistItemId));
	if (isForeign) throw new Refusal([{ code: 'checklist-item-foreign' }]);
	if (answers.length > 0) {
		const at = { answeredAt: now.toISOString() };
		await db
			.insertInto('checklistAnswer')
			.values(answers.map((answer) => ({ roundId, personId: actor.personId, ...answer, ...at })))
			.onConflict((conflict) =>
				conflict.columns(['roundId', 'personId', 'checklistItemId']).doUpdateSet((eb) => ({
					answer: eb.ref('excluded.answer'),
					note: eb.ref('excluded.note'),
					answeredAt: eb.ref('excluded.answeredAt')
				}))
			)
			.execute();
	}
	const saved = await listChecklistAnswers(db, roundId, actor.personId);
	return items.map((item) => {
		const answer = saved.find((one) => one.checklistItemId === item.id);
		return {
			text: item.text,
			mandatory: item.mandatory === 1,
			answer: answer?.answer ?? null,
			note: answer?.note ?? ''
		};
	});
}
