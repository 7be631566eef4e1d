import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { indicatorTotal, standingActual, totalsOverTime } from '#lib/domain/indicators/actuals.ts';
import { targetStanding } from '#lib/domain/indicators/targets.ts';
import { loggedFor, type Contribution } from '#lib/domain/outreach/measures.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listActualSteps } from './list-actual-steps.ts';
import { listContributions } from './list-contributions.ts';
import { listDimensionParts } from './list-dimension-parts.ts';
import { listActuals, listIndicatorReporters, listIndicatorTargets } from './list-indicator-parts.ts';
import { numbersOf, selectIndicators } from './list-indicators.ts';
import { listRecordEvidence, readableOf, type RecordEvidenceRow } from './list-record-evidence.ts';
import { listTargetProposals } from './list-target-proposals.ts';

/** One indicator with all that its page shows; undefined: none, or none for this actor. Ten queries at most. */
export async function findIndicatorPage(db: Db, actor: Actor, code: string, today: Day) {
	const { projectId } = actor;
	const seesAll = mayAlways(actor, 'indicator:read');
	const row = await selectIndicators(db, projectId, seesAll)
		.where('indicator.code', '=', code)
		.executeTakeFirst();
	if (!row) return undefined;
	const { packages, packageIds, goals, measure, proposed: _, ...indicator } = row;
	const of = <T extends { indicatorId: string }>(all: readonly T[]) =>
		all.filter(({ indicatorId }) => indicatorId === row.id);
	const targets = of(await listIndicatorTargets(db, projectId));
	const reporters = of(await listIndicatorReporters(db, projectId));
	const actuals = (await listActuals(db, projectId, row.id)).filter(
		({ state }) => seesAll || state === 'accepted' || state === 'verified'
	);
	const asked = reporters.map(({ id }) => id);
	const totalOn = (day: Day) => indicatorTotal(asked, actuals, day);
	const base = {
		indicator: { ...indicator, workPackages: numbersOf(packages), goals: numbersOf(goals) },
		total: totalOn(today),
		points: totalsOverTime(asked, actuals, today),
		targets: targets.map((target) => ({ ...target, standing: targetStanding(target, totalOn, today) }))
	};
	if (!seesAll) return { ...base, inside: null };

	const { dimensions, parts } = await listDimensionParts(db, row.id);
	const steps = await listActualSteps(db, row.id);
	const ids = actuals.map(({ id }) => id);
	const evidence = await listRecordEvidence(db, projectId, 'actual', ids);
	const contributions = measure && (await listContributions(db, projectId, measure));
	const standing = reporters.map(({ id }) => standingActual(actuals, id, today));
	return {
		...base,
		inside: {
			measure,
			contributions,
			workPackageIds: packageIds?.split(',') ?? [],
			proposals: await listTargetProposals(db, row.id),
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
					.map((actual) => {
						const proofs = evidence.filter(({ recordId }) => recordId === actual.id);
						const subject = { organisationIds: [reporter.id], countries: [reporter.country] };
						return {
							...actual,
							parts: parts.filter(({ actualId }) => actualId === actual.id),
							steps: steps.filter(({ actualId }) => actualId === actual.id),
							evidence: readableOf(actor, 'actual', subject, proofs),
							proofHolders: [...holdersOf(proofs), ...ownersOf(actual, contributions ?? [])]
						};
					})
			}))
		}
	};
}

function holdersOf(proofs: readonly RecordEvidenceRow[]): string[] {
	return proofs
		.filter(({ withdrawnAt }) => withdrawnAt === null)
		.flatMap((one) => [one.organisationId, one.linkerOrganisationId])
		.filter((id) => id !== null);
}

/** Of a number read from the logs: who answers for the records behind it. */
function ownersOf(
	{ measure, organisationId, asOfOn }: { measure: string | null; organisationId: string; asOfOn: Day },
	contributions: readonly Contribution[]
): string[] {
	return measure === null ? [] : loggedFor(contributions, organisationId, asOfOn).ownerIds;
}
