import { acceptActual, returnActual, verifyActual } from '#lib/server/commands/judge-actual.ts';
import { reportActual } from '#lib/server/commands/report-actual.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';
import { findIndicatorFacts, listDimensions } from '#lib/server/queries/find-indicator-facts.ts';

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
