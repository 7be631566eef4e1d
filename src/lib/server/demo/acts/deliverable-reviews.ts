import { isOpenBlocker, openRound } from '#lib/domain/deliverables.ts';
import { addComment } from '#lib/server/commands/add-comment.ts';
import { answerComment } from '#lib/server/commands/answer-comment.ts';
import { requestChanges } from '#lib/server/commands/request-changes.ts';
import { signOff } from '#lib/server/commands/sign-off.ts';
import { newId } from '#lib/server/ids.ts';
import { listChecklistItems } from '#lib/server/queries/find-checklist.ts';
import type { Act } from '#lib/server/demo/step.ts';
import { deliverable } from './find.ts';

/** A comment of a reviewer; `block` must be answered. */
export const comment =
	(code: string, text: string, weight: 'block' | 'advise'): Act =>
	({ db, actor, now, item }) => {
		const written = { commentKey: newId(), text, blocking: weight === 'block', checklistItemId: '' };
		return addComment(db, actor, { itemId: item(code), ...written }, now);
	};

/** The lead answers the oldest comment that is open. */
export const answer =
	(code: string, text: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { item, facts } = await deliverable(stage, code);
		const open = facts.comments.find(isOpenBlocker);
		if (!open) throw new Error(`${code} has no open comment`);
		await answerComment(db, actor, { itemId: item.id, commentId: open.id, answer: text }, now);
	};

/** The reviewer answers no to one question of the checklist, and says what has to change. */
export const changes =
	(code: string, text: string, question: number): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { item, facts, records } = await deliverable(stage, code);
		const round = openRound(facts);
		const pinned = records.rounds.find(({ id }) => id === round?.id)?.checklistVersionId;
		const answers = (await listChecklistItems(db, pinned ?? '')).map(({ id, position }) => ({
			checklistItemId: id,
			answer: position === question ? ('no' as const) : ('yes' as const),
			note: position === question ? text : ''
		}));
		await requestChanges(db, actor, { itemId: item.id, commentKey: newId(), text, answers }, now);
	};

/** The reviewer answers the whole checklist and signs what the round froze. */
export const sign =
	(code: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { item, facts, records } = await deliverable(stage, code);
		const round = openRound(facts);
		const pinned = records.rounds.find(({ id }) => id === round?.id)?.checklistVersionId;
		const items = await listChecklistItems(db, pinned ?? '');
		const answers = items.map(({ id, mandatory }) => ({
			checklistItemId: id,
			answer: mandatory === 1 ? ('yes' as const) : ('not-applicable' as const),
			note: ''
		}));
		const seen = { itemId: item.id, coversSha256: round?.coversSha256 ?? '', answers };
		await signOff(db, actor, { ...seen, authenticatedAt: now.toISOString() }, now);
	};
