import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { answerChecklistBlocks, signatureBlocks } from '#lib/domain/sign-off-guards.ts';
import type { SignOff } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { candidateOf } from '#lib/domain/candidates.ts';
import { insertComment } from './insert-comment.ts';
import { insertSignature } from './insert-signature.ts';
import { moveItem } from './move-item.ts';
import { saveAnswers } from './save-answers.ts';
import { settleRound } from './settle-round.ts';
import { takeReviewed } from './take-reviewed.ts';

type Signed = Pick<SignOff, 'itemId' | 'coversSha256' | 'answers'> &
	Partial<Pick<SignOff, 'commentKey' | 'text' | 'blocking'>> & { authenticatedAt: string };

/** A reviewer's positive signature on exactly what the round froze. Says whether it completed the quorum. */
export function signOff(db: Db, actor: Actor, input: Signed, now: Date): Promise<{ isReviewed: boolean }> {
	return db.transaction().execute(async (db) => {
		const found = await takeReviewed(db, actor, input.itemId, now);
		const { kind, item, facts, subject, present } = found;
		const grant = assertCan(actor, `${kind}:sign-off`, subject);
		const person = candidateOf(actor);
		const round = openRound(facts);
		const mayAnswer = round !== undefined && answerChecklistBlocks(facts, person).length === 0;
		const answers = mayAnswer ? await saveAnswers(db, actor, round.id, input.answers, now) : [];
		const seen = { seenSha256: input.coversSha256, presentSha256: sha256(present), answers };
		const { text = '', blocking = false, commentKey = newId() } = input;
		const says = text !== '';
		const contradicts = says && blocking ? [{ code: 'own-blocking-comment', count: 1 } as const] : [];
		assertNone([...found.signBlocks, ...signatureBlocks(facts, person, seen), ...contradicts]);
		if (!round) return { isReviewed: false };

		const tell = await watchHolder(db, actor, item, now);
		const version = facts.versions.find((one) => one.id === round.versionId)?.number ?? 0;
		await insertSignature(
			db,
			actor,
			{
				itemId: item.id,
				roundId: round.id,
				versionId: round.versionId,
				meaning: found.meaning,
				grant,
				statement: found.statement,
				covers: present,
				coversSha256: round.coversSha256,
				authenticatedAt: input.authenticatedAt
			},
			now
		);
		const comment = { itemId: item.id, roundId: round.id, commentKey, text, blocking, checklistItemId: '' };
		if (says) await insertComment(db, actor, comment, now);
		await moveItem(db, item, item.state, now);
		const details = { round: round.number, version, coversSha256: round.coversSha256 };
		await recordAudit(db, actor, `${kind}:sign-off`, auditedItem(item), now, details);
		const isReviewed = await settleRound(db, actor, item.id, now);
		await tell();
		return { isReviewed };
	});
}
