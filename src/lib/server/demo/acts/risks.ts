import { assessRisk } from '#lib/server/commands/assess-risk.ts';
import { giveRisk } from '#lib/server/commands/edit-risk.ts';
import { endMeasure } from '#lib/server/commands/end-measure.ts';
import { materialiseRisk, moveRisk } from '#lib/server/commands/move-risk.ts';
import { planMeasure } from '#lib/server/commands/plan-measure.ts';
import { proposeRisk } from '#lib/server/commands/propose-risk.ts';
import { writeStatement } from '#lib/server/commands/write-statement.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';
import { findRiskFacts } from '#lib/server/queries/find-risk-facts.ts';

async function seen({ db, actor }: Stage, number: number) {
	const risk = await findRiskFacts(db, actor.projectId, { number });
	if (!risk) throw new Error(`the sample plan has no R${number}`);
	return { riskId: risk.id, version: risk.version };
}

/** Somebody of the demo reports a risk, which is marked as the sample that it is. */
export const reportRisk =
	(description: string, mitigation: string, workPackage: number): Act =>
	async ({ db, actor, now }) => {
		const { projectId } = actor;
		const found = await db
			.selectFrom('workPackage')
			.select('id')
			.where('projectId', '=', projectId)
			.where('number', '=', workPackage)
			.executeTakeFirstOrThrow();
		const input = { description, mitigation, workPackageIds: [found.id] };
		const { number } = await proposeRisk(db, actor, input, now);
		await db
			.updateTable('risk')
			.set({ origin: 'sample' })
			.where('projectId', '=', projectId)
			.where('number', '=', number)
			.execute();
	};

export const watched =
	(number: number, by: string): Act =>
	async (stage) => {
		const { db, actor, now, person } = stage;
		await giveRisk(db, actor, { ...(await seen(stage, number)), ownerId: person(by) }, now);
	};

export const assess =
	(number: number, likelihood: number, severity: number, note: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await assessRisk(db, actor, { ...(await seen(stage, number)), likelihood, severity, note }, now);
	};

export const against =
	(number: number, text: string, owner: string, dueOn: string): Act =>
	async (stage) => {
		const { db, actor, now, person } = stage;
		const { riskId } = await seen(stage, number);
		await planMeasure(db, actor, { riskId, text, ownerId: person(owner), dueOn }, now);
		await db.updateTable('riskMitigation').set({ origin: 'sample' }).where('riskId', '=', riskId).execute();
	};

/** The oldest measure that is still open. */
export const measureDone =
	(number: number, text: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { riskId } = await seen(stage, number);
		const { id, version } = await db
			.selectFrom('riskMitigation')
			.select(['id', 'version'])
			.where('riskId', '=', riskId)
			.where('state', '=', 'open')
			.orderBy('number')
			.executeTakeFirstOrThrow();
		await endMeasure(db, actor, { measureId: id, version, outcome: 'done', text }, now);
	};

export const riskStep =
	(number: number, event: 'mitigate' | 'handle' | 'close' | 'reopen', note: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await moveRisk(db, actor, event, { ...(await seen(stage, number)), note }, now);
	};

export const happened =
	(number: number, happenedOn: string, note: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		await materialiseRisk(db, actor, { ...(await seen(stage, number)), happenedOn, note }, now);
	};

export const statePlay =
	(
		number: number,
		period: number,
		measures: 'yes' | 'partly' | 'no',
		text: string,
		materialised = false
	): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { riskId } = await seen(stage, number);
		const { id: periodId } = await db
			.selectFrom('reportingPeriod')
			.select('id')
			.where('projectId', '=', actor.projectId)
			.where('number', '=', period)
			.executeTakeFirstOrThrow();
		await writeStatement(db, actor, { riskId, periodId, measures, materialised, text }, now);
		await db.updateTable('riskStatement').set({ origin: 'sample' }).where('riskId', '=', riskId).execute();
	};
