import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { indicatorTotal, standingActual, totalsOverTime } from '#lib/domain/indicators/actuals.ts';
import { targetStanding } from '#lib/domain/indicators/targets.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listDimensions } from './find-indicator-facts.ts';
import { listActuals, listIndicatorReporters, listIndicatorTargets } from './list-indicator-parts.ts';
import { numbersOf, selectIndicators } from './list-indicators.ts';
import { listRecordEvidence, readableOf } from './list-record-evidence.ts';

/** One indicator with all that its page shows; undefined: none, or none for this actor. Eight queries. */
export async function findIndicatorPage(db: Db, actor: Actor, code: string, today: Day) {
	const { projectId } = actor;
	const seesAll = mayAlways(actor, 'indicator:read');
	const row = await selectIndicators(db, projectId, seesAll)
		.where('indicator.code', '=', code)
		.executeTakeFirst();
	if (!row) return undefined;
	const { packages, goals, ...indicator } = row;
	const of = <T extends { indicatorId: string }>(all: readonly T[]) =>
		all.filter(({ indicatorId }) => indicatorId === row.id);
	const targets = of(await listIndicatorTargets(db, projectId));
	const reporters = of(await listIndicatorReporters(db, projectId));
	const actuals = (await listActuals(db, projectId, row.id)).filter(
		({ state }) => seesAll || state === 'accepted' || state === 'verified'
	);
	const asked = reporters.map(({ id }) => id);
	const totalOn = (day: Day) => indicatorTotal(asked, actuals, day);
	const total = totalOn(today);
	const base = {
		indicator: { ...indicator, workPackages: numbersOf(packages), goals: numbersOf(goals) },
		total,
		points: totalsOverTime(asked, actuals, today),
		targets: targets.map((target) => ({ ...target, standing: targetStanding(target, totalOn, today) }))
	};
	if (!seesAll) return { ...base, inside: null };

	const dimensions = await listDimensions(db, row.id);
	const parts = await listParts(db, row.id);
	const steps = await listSteps(db, row.id);
	const evidence = await listRecordEvidence(
		db,
		projectId,
		'actual',
		actuals.map(({ id }) => id)
	);
	const standing = reporters.map(({ id }) => standingActual(actuals, id, today));
	return {
		...base,
		inside: {
			dimensions: dimensions.map((dimension) => ({
				...dimension,
				totals: dimension.categories.map(({ id, label }) => ({
					label,
					sum: parts
						.filter((part) => part.categoryId === id && standing.some((one) => one?.id === part.actualId))
						.reduce((sum, part) => sum + part.value, 0)
				}))
			})),
			reporters: reporters.map((reporter) => ({
				...reporter,
				actuals: actuals
					.filter(({ organisationId }) => organisationId === reporter.id)
					.map((actual) => ({
						...actual,
						parts: parts.filter(({ actualId }) => actualId === actual.id),
						steps: steps.filter(({ actualId }) => actualId === actual.id),
						evidence: readableOf(
							actor,
							'actual',
							{ organisationIds: [reporter.id], countries: [reporter.country] },
							evidence.filter(({ recordId }) => recordId === actual.id)
						),
						proofHolders: evidence
							.filter((one) => one.recordId === actual.id && one.withdrawnAt === null)
							.flatMap((one) => [one.organisationId, one.linkerOrganisationId])
							.filter((id) => id !== null)
					}))
			}))
		}
	};
}

function listParts(db: Db, indicatorId: string) {
	return db
		.selectFrom('indicatorActualPart as part')
		.innerJoin('indicatorActual as actual', 'actual.id', 'part.actualId')
		.innerJoin('indicatorCategory as category', 'category.id', 'part.categoryId')
		.select(['part.actualId', 'part.categoryId', 'part.value', 'category.label'])
		.where('actual.indicatorId', '=', indicatorId)
		.where('actual.replacedAt', 'is', null)
		.orderBy('category.position')
		.orderBy('part.actualId')
		.execute();
}

function listSteps(db: Db, indicatorId: string) {
	return db
		.selectFrom('indicatorActualStep as step')
		.innerJoin('indicatorActual as actual', 'actual.id', 'step.actualId')
		.leftJoin('person', 'person.id', 'step.takenBy')
		.leftJoin('organisation', 'organisation.id', 'step.organisationId')
		.select([
			'step.actualId',
			'step.kind',
			'step.note',
			'step.enteredAt',
			'person.name',
			'organisation.acronym'
		])
		.where('actual.indicatorId', '=', indicatorId)
		.where('actual.replacedAt', 'is', null)
		.orderBy('step.number')
		.orderBy('step.actualId')
		.execute();
}
