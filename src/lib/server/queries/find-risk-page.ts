import type { Db } from '#db/schema.ts';
import { dayIn, monthEnd, type Day } from '#lib/domain/days.ts';
import { periodOn } from '#lib/domain/risks/period.ts';
import { riskLevel, riskScore } from '#lib/domain/risks/scale.ts';
import { needsStatement } from '#lib/domain/risks/statements.ts';
import { riskTrend } from '#lib/domain/risks/trend.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { findRiskFacts } from './find-risk-facts.ts';
import { listRecordEvidence, readableOf } from './list-record-evidence.ts';
import { listReportingPeriods } from './list-reporting-periods.ts';

/** One risk with all that its page shows; undefined: none. Eight queries. */
export async function findRiskPage(
	db: Db,
	actor: Actor,
	number: number,
	when: { startOn: Day; today: Day; timeZone: string }
) {
	const found = await findRiskFacts(db, actor.projectId, { number });
	if (!found) return undefined;
	const { plan } = await findQualityPlan(db, actor.projectId);
	const periods = await listReportingPeriods(db, actor.projectId);
	const { current, since } = periodOn(periods, when.startOn, when.today);
	const events = await listEvents(db, found.id);
	const evidence = await listRecordEvidence(db, actor.projectId, 'risk', [found.id]);
	const changes = events
		.filter(({ kind }) => kind === 'assess' || kind === 'reassess')
		.map(({ enteredAt, fromLikelihood: likelihood, fromSeverity: severity }) => ({
			on: dayIn(when.timeZone, new Date(enteredAt)),
			from: { likelihood, severity }
		}))
		.reverse();
	const openedOn = found.openedAt === null ? null : dayIn(when.timeZone, new Date(found.openedAt));
	return {
		found,
		score: riskScore(found),
		level: riskLevel(found, plan),
		trend: riskTrend(found, changes, { since, openedOn }),
		plan,
		since,
		current,
		periods: periods.map((period) => ({
			...period,
			isAsked: needsStatement(
				{ state: found.state, openedOn },
				{ endOn: monthEnd(when.startOn, period.endMonth) }
			)
		})),
		events,
		measures: await listMeasures(db, found.id),
		statements: await listStatements(db, found.id),
		actions: await listActionsAgainst(db, found.id),
		evidence: readableOf(actor, 'risk', found.subject, evidence)
	};
}

function listEvents(db: Db, riskId: string) {
	return db
		.selectFrom('riskEvent')
		.leftJoin('person', 'person.id', 'riskEvent.takenBy')
		.leftJoin('organisation', 'organisation.id', 'riskEvent.organisationId')
		.select([
			'riskEvent.number',
			'riskEvent.kind',
			'riskEvent.state',
			'riskEvent.note',
			'riskEvent.enteredAt'
		])
		.select(['riskEvent.fromLikelihood', 'riskEvent.fromSeverity', 'riskEvent.happenedOn'])
		.select(['riskEvent.likelihood', 'riskEvent.severity', 'person.name', 'organisation.acronym'])
		.where('riskEvent.riskId', '=', riskId)
		.orderBy('riskEvent.number', 'desc')
		.execute();
}

function listMeasures(db: Db, riskId: string) {
	return db
		.selectFrom('riskMitigation as measure')
		.leftJoin('person', 'person.id', 'measure.ownerId')
		.leftJoin('organisation', 'organisation.id', 'measure.organisationId')
		.select(['measure.id', 'measure.number', 'measure.text', 'measure.dueOn', 'measure.state'])
		.select(['measure.endedText', 'measure.endedAt', 'measure.version', 'measure.ownerId', 'measure.origin'])
		.select(['person.name', 'organisation.acronym'])
		.where('measure.riskId', '=', riskId)
		.orderBy('measure.number')
		.execute();
}

/** The state of play of each period, and how often it was rewritten. */
function listStatements(db: Db, riskId: string) {
	return db
		.selectFrom('riskStatement as said')
		.leftJoin('person', 'person.id', 'said.writtenBy')
		.leftJoin('organisation', 'organisation.id', 'said.organisationId')
		.select(['said.reportingPeriodId', 'said.measures', 'said.materialised', 'said.text', 'said.writtenAt'])
		.select(['said.likelihood', 'said.severity', 'said.replacedAt', 'person.name', 'organisation.acronym'])
		.where('said.riskId', '=', riskId)
		.orderBy('said.writtenAt', 'desc')
		.orderBy('said.id', 'desc')
		.execute();
}

function listActionsAgainst(db: Db, riskId: string) {
	return db
		.selectFrom('action')
		.innerJoin('item', 'item.id', 'action.itemId')
		.select(['item.code', 'item.title', 'item.state', 'item.agreedOn as dueOn'])
		.where('action.riskId', '=', riskId)
		.orderBy('item.position')
		.execute();
}
