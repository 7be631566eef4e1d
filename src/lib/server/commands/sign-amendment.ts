import type { Db } from '#db/schema.ts';
import { additionBlocks, dueBlocks, signingBlocks } from '#lib/domain/amendments.ts';
import { assertCan } from '#lib/domain/can.ts';
import { planChoiceBlocks } from '#lib/domain/deliverable-edits.ts';
import { monthBlocks } from '#lib/domain/plan-rules.ts';
import { assertNone, Conflict, NotFound, type Reason } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { SignAmendment } from '#lib/schemas/amendments.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findAmendablePlan } from '#lib/server/queries/find-amendable-plan.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { addPlannedItem } from './add-planned-item.ts';
import { amendItem } from './amend-item.ts';
import { amendWorkPackage } from './amend-work-package.ts';
import { changesOf, type ItemChange, type PlanChanges } from './amendment-changes.ts';
import { insertBaseline } from './insert-baseline.ts';
import { linkDecision } from './link-decision.ts';
import { lockProject } from './lock-project.ts';

/** Records a signed amendment: the plan changes, the ledger says why, and a new baseline keeps it for ever. */
export function signAmendment(
	db: Db,
	actor: Actor,
	input: SignAmendment,
	now: Date
): Promise<{ number: number }> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'baseline:sign', {});
		await lockProject(db, actor.projectId);
		const plan = await findAmendablePlan(db, actor.projectId);
		const changes = changesOf(plan, input);
		if (!changes) throw new NotFound();
		if (changes.stale.length > 0) throw new Conflict({ records: changes.stale.join(', ') });
		const today = await findToday(db, actor.projectId, now);
		const { plan: rules } = await findQualityPlan(db, actor.projectId);
		const isEmpty = changes.items.length + changes.packages.length + changes.additions.length === 0;
		assertNone([
			...signingBlocks(input.signedOn, today, plan.lastBaseline),
			...(isEmpty && plan.lastBaseline ? [{ code: 'amendment-empty' } as const] : []),
			...changes.items.flatMap((change) => itemBlocks(change, plan.project)),
			...changes.packages.flatMap(({ span }) => (span ? monthBlocks(span, plan.project.durationMonths) : [])),
			...newBlocks(changes, plan),
			...changes.additions.flatMap((addition) => planChoiceBlocks(addition, rules))
		]);

		const { reference, signedOn, note } = input;
		for (const change of changes.items) await amendItem(db, actor, change, reference, now);
		for (const change of changes.packages) await amendWorkPackage(db, actor, change, reference, now);
		for (const addition of changes.additions) await addPlannedItem(db, actor, addition, reference, now);
		const number = (plan.lastBaseline?.number ?? -1) + 1;
		const { projectId, personId: createdBy } = actor;
		const baseline = { projectId, number, reference, note, signedOn, createdBy, origin: 'entered' } as const;
		const id = await insertBaseline(db, baseline, now);
		const label = `Baseline ${number}`;
		const effect = { kind: 'baseline', recordId: id, itemId: null, label } as const;
		await linkDecision(db, actor, `${reference} ${note}`, effect, now);
		const record = { type: 'baseline', id, label };
		await recordAudit(db, actor, 'baseline:sign', record, now, {
			reference,
			signedOn,
			changed: [...changes.packages, ...changes.items].map(({ code }) => code),
			added: changes.additions.map(({ code }) => code)
		});
		return { number };
	});
}

function itemBlocks(
	{ item, due, leaves }: ItemChange,
	project: { startOn: string; durationMonths: number }
): Reason[] {
	return leaves ? [] : dueBlocks(item, due, project);
}

function newBlocks(changes: PlanChanges, { items, project }: Awaited<ReturnType<typeof findAmendablePlan>>) {
	const taken = items.map(({ code }) => code);
	return changes.additions.flatMap((addition, index) => {
		const earlier = changes.additions.slice(0, index).map(({ code }) => code);
		return additionBlocks(addition, [...taken, ...earlier], project);
	});
}
