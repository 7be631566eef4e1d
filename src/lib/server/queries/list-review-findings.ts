import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { kept, type DataOf } from '#lib/server/kept-answers.ts';

/** Stands between the questions of a round; no text that people write holds it. */
const SEPARATOR = '\u001F';

/** Reviews of deliverables and of entries with what they found, of what is open to this actor, the newest first. One query. */
export async function listReviewFindings(db: Db, actor: Actor, data: DataOf): Promise<Finding[]> {
	const rounds = await listRounds(db, data);
	return rounds.filter(
		({ itemId, workPackageId }) => can(actor, 'findings:read', { itemId, workPackageIds: [workPackageId] }).ok
	);
}

type Finding = Awaited<ReturnType<typeof listRounds>>[number];

const listRounds = kept(async (db: Db, projectId: string) => {
	const rows = await db
		.selectFrom('reviewRound as round')
		.innerJoin('item', 'item.id', 'round.itemId')
		.select([
			'item.id as itemId',
			'item.workPackageId',
			'item.kind',
			'item.code',
			'item.title',
			'item.origin'
		])
		.select(['round.id', 'round.number', 'round.openedAt', 'round.closedAt', 'round.outcome'])
		.select((eb) => [
			eb
				.selectFrom('reviewComment as comment')
				.whereRef('comment.roundId', '=', 'round.id')
				.where('comment.blocking', '=', 1)
				.where('comment.withdrawnAt', 'is', null)
				.select((comments) => comments.fn.countAll<number>().as('count'))
				.as('blocking'),
			eb
				.selectFrom('checklistItem as question')
				.whereRef('question.checklistVersionId', '=', 'round.checklistVersionId')
				.select((questions) => questions.fn.countAll<number>().as('count'))
				.as('questions'),
			eb
				.selectFrom('checklistAnswer as answer')
				.whereRef('answer.roundId', '=', 'round.id')
				.select((answers) => answers.fn.count<number>('answer.checklistItemId').distinct().as('count'))
				.as('answered'),
			eb
				.selectFrom('checklistItem as question')
				.whereRef('question.checklistVersionId', '=', 'round.checklistVersionId')
				.where((question) =>
					question.exists(
						question
							.selectFrom('checklistAnswer as answer')
							.whereRef('answer.roundId', '=', 'round.id')
							.whereRef('answer.checklistItemId', '=', 'question.id')
							.where('answer.answer', '=', 'no')
							.select('answer.personId')
					)
				)
				.select(sql<string>`string_agg(question.text, ${SEPARATOR} order by question.position)`.as('texts'))
				.as('failed')
		])
		.where('round.projectId', '=', projectId)
		.where('item.kind', 'in', ['deliverable', 'entry'])
		.orderBy('round.openedAt', 'desc')
		.orderBy('round.id')
		.execute();
	return rows.map(({ blocking, questions, answered, failed, ...row }) => ({
		...row,
		blocking: Number(blocking ?? 0),
		questions: Number(questions ?? 0),
		answered: Number(answered ?? 0),
		failed: failed === null ? [] : failed.split(SEPARATOR)
	}));
});
