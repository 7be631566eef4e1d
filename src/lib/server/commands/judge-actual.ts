import type { Updateable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { IndicatorActual } from '#db/schema/indicators.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { ActualStep } from '#lib/domain/indicators/actuals.ts';
import { acceptBlocks, returnBlocks, verifyBlocks } from '#lib/domain/indicators/guards.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import { assertNone, Conflict, NotFound, type Reason } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { JudgeActual } from '#lib/schemas/indicators.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { tellOfActual } from '#lib/server/mail/tell-of-indicator.ts';
import { findActualFacts } from '#lib/server/queries/find-actual-facts.ts';
import { insertActualStep } from './insert-actual-step.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findActualFacts>>>;
type Judged = Promise<{ code: string }>;

/** The country stands behind the number. */
export function acceptActual(db: Db, actor: Actor, input: JudgeActual, now: Date): Judged {
	const change = { state: 'accepted', acceptedBy: actor.personId, acceptedAt: now.toISOString() } as const;
	const blocks = ({ facts }: Found) => acceptBlocks(facts, actor);
	return judge(db, actor, { ...input, kind: 'accept', permission: 'indicator:accept', blocks, change }, now);
}

/** It goes back with a reason, and counts for nothing until it is reported again. */
export function returnActual(db: Db, actor: Actor, input: JudgeActual, now: Date): Judged {
	const blocks = ({ facts }: Found) => returnBlocks(facts);
	const change = { state: 'returned' } as const;
	return judge(db, actor, { ...input, kind: 'return', permission: 'indicator:accept', blocks, change }, now);
}

/** Somebody independent has compared the number with its source. */
export function verifyActual(db: Db, actor: Actor, input: JudgeActual, now: Date): Judged {
	const change = { state: 'verified', verifiedBy: actor.personId, verifiedAt: now.toISOString() } as const;
	const blocks = ({ facts }: Found) => verifyBlocks(facts, actor);
	return judge(db, actor, { ...input, kind: 'verify', permission: 'indicator:verify', blocks, change }, now);
}

interface Judgement extends JudgeActual {
	kind: Exclude<ActualStep, 'report'>;
	permission: Permission;
	blocks: (found: Found) => Reason[];
	change: Updateable<IndicatorActual>;
}

function judge(db: Db, actor: Actor, judgement: Judgement, now: Date): Judged {
	const { actualId, version, note, kind, permission, blocks, change } = judgement;
	return db.transaction().execute(async (db) => {
		await db
			.updateTable('indicatorActual')
			.set((eb) => ({ version: eb.ref('version') }))
			.where('id', '=', actualId)
			.where('projectId', '=', actor.projectId)
			.execute();
		const actual = await findActualFacts(db, actor.projectId, actualId);
		if (!actual) throw new NotFound();
		assertCan(actor, permission, actual.subject);
		assertNone(blocks(actual));
		const { numUpdatedRows } = await db
			.updateTable('indicatorActual')
			.set({ ...change, version: version + 1 })
			.where('id', '=', actual.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict();
		await insertActualStep(db, actor, { actualId: actual.id, kind, note }, now);
		const audited = { type: 'indicator', id: actual.indicatorId, label: actual.code };
		const { organisation, asOfOn, value } = actual;
		await recordAudit(db, actor, `indicator:${kind}`, audited, now, { organisation, asOfOn, value, note });
		await tellOfActual(db, actor, actual, kind, note, now);
		return { code: actual.code };
	});
}
