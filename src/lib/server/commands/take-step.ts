import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { STEP_PERMISSIONS } from '#lib/domain/catalogue/entry-acts.ts';
import { actorBlocks, recordBlocks, stepBlocks } from '#lib/domain/catalogue/step-blocks.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TakeStep } from '#lib/schemas/catalogue/steps.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { moveEntry } from './move-entry.ts';
import { takeEntry } from './take-entry.ts';

type Input = TakeStep & { itemId: string };

/** The step of an author, of who publishes, or of who records a recognition; the rest is moved by signatures. */
export function takeStep(db: Db, actor: Actor, input: Input, now: Date): Promise<{ title: string }> {
	return db.transaction().execute(async (db) => {
		const { item, subject, algorithm, stepFacts } = await takeEntry(db, actor, input.itemId, now);
		const step = algorithm.steps.find((one) => one.state === input.state);
		if (!step) throw new NotFound();
		const permission = STEP_PERMISSIONS[step.actor];
		if (permission === undefined) assertNone(actorBlocks(step, 'author', 'publisher', 'recogniser'));
		else assertCan(actor, permission, subject);
		assertNone([...stepBlocks(algorithm, stepFacts, step), ...recordBlocks(step, input.record)]);

		const asked = step.record.flatMap(({ name }) => {
			const text = input.record[name] ?? '';
			return text === '' ? [] : [[name, text] as const];
		});
		const record = Object.fromEntries(asked);
		const { note } = input;
		await moveEntry(db, actor, item, { state: step.state, how: 'step', note, record }, now);
		const details = { from: item.state, to: step.state, note, record };
		await recordAudit(db, actor, permission ?? 'entry:take-step', auditedItem(item), now, details);
		return { title: step.title };
	});
}
