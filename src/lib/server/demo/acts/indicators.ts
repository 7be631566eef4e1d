import { decideTarget } from '#lib/server/commands/decide-target.ts';
import { acceptActual, returnActual, verifyActual } from '#lib/server/commands/judge-actual.ts';
import { proposeTarget } from '#lib/server/commands/propose-target.ts';
import { putGoal } from '#lib/server/commands/put-goal.ts';
import { reportActual } from '#lib/server/commands/report-actual.ts';
import { reportFromLog } from '#lib/server/commands/report-from-log.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';
import { findIndicatorFacts, listDimensions } from '#lib/server/queries/find-indicator-facts.ts';
import { listTargetProposals } from '#lib/server/queries/list-target-proposals.ts';

interface Reported {
	value?: number;
	/** In the order of the parts of the indicator. */
	parts?: readonly number[];
	notApplicable?: string;
	source?: string;
}

async function indicator({ db, actor }: Stage, code: string) {
	const found = await findIndicatorFacts(db, actor.projectId, { code });
	if (!found) throw new Error(`the sample plan has no ${code}`);
	return found;
}

function organisationId({ organisations }: Stage, code: string): string {
	const found = organisations.find((one) => one.code === code);
	if (!found) throw new Error(`the sample plan has no ${code}`);
	return found.id;
}

/** A number, nothing to report, or why it does not apply; marked as the sample that it is. */
export const reports =
	(code: string, organisation: string, asOfOn: string, given: Reported = {}): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { id: indicatorId } = await indicator(stage, code);
		const dimensions = await listDimensions(db, indicatorId);
		const categories = dimensions.flatMap((dimension) => dimension.categories);
		const { value = null, parts = [], notApplicable = '', source = '' } = given;
		const standing = value !== null ? 'value' : notApplicable === '' ? 'nil' : 'not-applicable';
		const made = await reportActual(
			db,
			actor,
			{
				indicatorId,
				organisationId: organisationId(stage, organisation),
				asOfOn,
				standing,
				value,
				reason: notApplicable,
				source,
				parts: categories.flatMap(({ id: categoryId }, index) => {
					const part = parts[index];
					return part === undefined ? [] : [{ categoryId, value: part }];
				})
			},
			now
		);
		await db.updateTable('indicatorActual').set({ origin: 'sample' }).where('id', '=', made.id).execute();
	};

/** Takes the number of the logs over, in one click. */
export const readsLog =
	(code: string, organisation: string, asOfOn: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { id: indicatorId } = await indicator(stage, code);
		const asked = { indicatorId, organisationId: organisationId(stage, organisation), asOfOn };
		const made = await reportFromLog(db, actor, asked, now);
		await db.updateTable('indicatorActual').set({ origin: 'sample' }).where('id', '=', made.id).execute();
	};

/** The work package leader asks for a target. */
export const proposes =
	(code: string, dueOn: string, value: number, reason: string): Act =>
	async (stage) => {
		const { id: indicatorId } = await indicator(stage, code);
		await proposeTarget(stage.db, stage.actor, { indicatorId, dueOn, value, reason }, stage.now);
	};

/** Declines the open proposal for an indicator. */
export const declines =
	(code: string, note: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { id } = await indicator(stage, code);
		const open = (await listTargetProposals(db, id)).find(({ verdict }) => verdict === null);
		await decideTarget(db, actor, { proposalId: open?.id ?? '', verdict: 'declined', note }, now);
	};

/** How the results serve a goal, marked as the sample that it is. */
export const serves =
	(number: number, contribution: string): Act =>
	({ db, actor, now }) =>
		putGoal(db, actor, { number, contribution, contributionOrigin: 'sample' }, now);

const JUDGE = { accept: acceptActual, return: returnActual, verify: verifyActual };

/** Looks at the newest number of an organisation. */
export const judges =
	(act: keyof typeof JUDGE, code: string, organisation: string, note = ''): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { id: indicatorId } = await indicator(stage, code);
		const { id: actualId, version } = await db
			.selectFrom('indicatorActual')
			.select(['id', 'version'])
			.where('indicatorId', '=', indicatorId)
			.where('organisationId', '=', organisationId(stage, organisation))
			.where('replacedAt', 'is', null)
			.orderBy('asOfOn', 'desc')
			.limit(1)
			.executeTakeFirstOrThrow();
		await JUDGE[act](db, actor, { actualId, version, note }, now);
	};
