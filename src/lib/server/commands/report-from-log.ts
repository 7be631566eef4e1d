import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { fromLogBlocks } from '#lib/domain/indicators/log-values.ts';
import { loggedFor } from '#lib/domain/outreach/measures.ts';
import { assertNone, NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReportFromLog } from '#lib/schemas/indicators.ts';
import { findIndicatorFacts } from '#lib/server/queries/find-indicator-facts.ts';
import { listActuals } from '#lib/server/queries/list-indicator-parts.ts';
import { listContributions } from '#lib/server/queries/list-contributions.ts';
import { lockProject } from './lock-project.ts';
import { findReporter, reportActualWithin } from './report-actual.ts';

/** Takes what the logs say of an organisation until a day as its number; the records behind it are the source. */
export function reportFromLog(
	db: Db,
	actor: Actor,
	input: ReportFromLog,
	now: Date
): Promise<{ id: string; code: string }> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		await lockProject(db, projectId);
		const indicator = await findIndicatorFacts(db, projectId, { id: input.indicatorId });
		const organisation = await findReporter(db, projectId, input);
		if (!indicator || !organisation) throw new NotFound();
		const { measure, code, workPackageIds } = indicator;
		const { organisationId, asOfOn } = input;
		assertCan(actor, 'indicator:report', { organisationIds: [organisationId], workPackageIds });
		if (measure === null) throw new Refusal([{ code: 'indicator-not-measured', indicator: code }]);
		const logged = loggedFor(await listContributions(db, projectId, measure), organisationId, asOfOn);
		const actuals = await listActuals(db, projectId, indicator.id);
		const sameDay = actuals.find((one) => one.organisationId === organisationId && one.asOfOn === asOfOn);
		assertNone(fromLogBlocks(logged, sameDay, { organisation: organisation.acronym, on: asOfOn }));

		const { sum, counted, records } = logged;
		const said =
			counted > 0
				? ({ standing: 'value', value: sum } as const)
				: ({ standing: 'nil', value: null } as const);
		const source = records.join(', ');
		return reportActualWithin(db, actor, { ...input, ...said, reason: '', source, parts: [], measure }, now);
	});
}
