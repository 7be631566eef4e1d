import { answerComment } from '#lib/server/commands/answer-comment.ts';
import { giveOpinion } from '#lib/server/commands/give-opinion.ts';
import type { Act } from '#lib/server/demo/step.ts';
import { newId } from '#lib/server/ids.ts';
import { listOpinions } from '#lib/server/queries/list-opinions.ts';

export const opinion =
	(code: string, text: string): Act =>
	({ db, actor, now, item }) =>
		giveOpinion(db, actor, { itemId: item(code), commentKey: newId(), text }, now);

/** The lead answers the oldest opinion without an answer. */
export const answerOpinion =
	(code: string, text: string): Act =>
	async ({ db, actor, now, item }) => {
		const open = (await listOpinions(db, item(code))).find(({ answeredAt }) => answeredAt === null);
		if (!open) throw new Error(`${code} has no opinion to answer`);
		await answerComment(db, actor, { itemId: item(code), commentId: open.id, answer: text }, now);
	};
