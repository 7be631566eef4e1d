import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { reportBlocks } from '#lib/domain/indicators/guards.ts';
import type { OutreachMeasure } from '#lib/domain/outreach/measures.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReportActual } from '#lib/schemas/indicators.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfActual } from '#lib/server/mail/tell-of-indicator.ts';
import { findActualFacts } from '#lib/server/queries/find-actual-facts.ts';
import { findIndicatorFacts, listDimensions } from '#lib/server/queries/find-indicator-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { insertActualStep } from './insert-actual-step.ts';
import { lockProject } from './lock-project.ts';

/** What an organisation reached up to a day; another report for the same day corrects it, and is looked at again. */
export function reportActual(
	db: Db,
	actor: Actor,
	input: ReportActual,
	now: Date
): Promise<{ id: string; code: string }> {
	return db.transaction().execute((db) => reportActualWithin(db, actor, input, now));
}

/** The same inside a transaction of the caller; `measure`: it was read from the logs. */
export async function reportActualWithin(
	db: Db,
	actor: Actor,
	{ measure = null, ...input }: ReportActual & { measure?: OutreachMeasure | null },
	now: Date
): Promise<{ id: string; code: string }> {
	const { projectId } = actor;
	await lockProject(db, projectId);
	const indicator = await findIndicatorFacts(db, projectId, { id: input.indicatorId });
	const organisation = await findReporter(db, projectId, input);
	if (!indicator || !organisation) throw new NotFound();
	const { workPackageIds } = indicator;
	assertCan(actor, 'indicator:report', { organisationIds: [organisation.id], workPackageIds });
	const dimensions = await listDimensions(db, indicator.id);
	const known = dimensions.flatMap(({ categories }) => categories.map(({ id }) => id));
	if (input.parts.some(({ categoryId }) => !known.includes(categoryId))) throw new NotFound();
	const isAsked = organisation.indicatorId !== null;
	const asked = { code: indicator.code, isClosed: indicator.closedAt !== null, isAsked, dimensions };
	assertNone(reportBlocks(asked, organisation.acronym, input, await findToday(db, projectId, now)));

	const at = now.toISOString();
	const { asOfOn, standing, value, reason, source, parts } = input;
	const before = await db
		.updateTable('indicatorActual')
		.set({ replacedAt: at })
		.where('indicatorId', '=', indicator.id)
		.where('organisationId', '=', organisation.id)
		.where('asOfOn', '=', asOfOn)
		.where('replacedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	const id = newId();
	// What proved the number proves its correction, until somebody takes it off.
	if (before)
		await db
			.updateTable('recordEvidence')
			.set({ recordId: id })
			.where('recordType', '=', 'actual')
			.where('recordId', '=', before.id)
			.execute();
	await db
		.insertInto('indicatorActual')
		.values({
			id,
			projectId,
			indicatorId: indicator.id,
			organisationId: organisation.id,
			asOfOn,
			standing,
			value,
			reason,
			source,
			measure,
			state: 'reported',
			reportedBy: actor.personId,
			reportedAt: at,
			...NOT_LOOKED_AT,
			origin: 'entered'
		})
		.execute();
	if (parts.length > 0)
		await db
			.insertInto('indicatorActualPart')
			.values(parts.map((part) => ({ actualId: id, ...part })))
			.execute();
	await insertActualStep(db, actor, { actualId: id, kind: 'report', note: '' }, now);
	const audited = { type: 'indicator', id: indicator.id, label: indicator.code };
	const details = { organisation: organisation.acronym, asOfOn, standing, value, measure };
	await recordAudit(db, actor, 'indicator:report', audited, now, details);
	const reported = await findActualFacts(db, projectId, id);
	if (reported) await tellOfActual(db, actor, reported, 'report', '', now);
	return { id, code: indicator.code };
}

const NOT_LOOKED_AT = {
	acceptedBy: null,
	acceptedAt: null,
	verifiedBy: null,
	verifiedAt: null,
	replacedAt: null
};

export function findReporter(
	db: Db,
	projectId: string,
	input: Pick<ReportActual, 'organisationId' | 'indicatorId'>
) {
	return db
		.selectFrom('organisation')
		.leftJoin('indicatorReporter as reporter', (join) =>
			join
				.onRef('reporter.organisationId', '=', 'organisation.id')
				.on('reporter.indicatorId', '=', input.indicatorId)
		)
		.select(['organisation.id', 'organisation.acronym', 'reporter.indicatorId'])
		.where('organisation.id', '=', input.organisationId)
		.where('organisation.projectId', '=', projectId)
		.executeTakeFirst();
}
