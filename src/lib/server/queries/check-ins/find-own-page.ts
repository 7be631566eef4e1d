import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { takeBackBlocks } from '#lib/domain/check-ins/acceptance.ts';
import { currentPeriod, isWritable } from '#lib/domain/check-ins/current.ts';
import { takesEvidence } from '#lib/domain/check-ins/lines.ts';
import { checkInSubject } from '#lib/domain/check-ins/rights.ts';
import type { Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import { findFrame, type Frame } from '#lib/server/queries/find-frame.ts';
import { listBrought, listLines, listOwnTexts } from './find-check-in.ts';
import { listOwnPeriods, type OwnPeriod } from './list-own-periods.ts';
import { listRecords } from './list-records.ts';
import { readCheckIn } from './read-check-in.ts';

interface Context {
	today: Day;
	timeZone: string;
}

/** How many periods stand in the strip. */
const STRIP = 12;

/** The check-in of the actor's own organisation: a form while it can be written, else what was sent. */
export async function findOwnCheckInPage(
	db: Db,
	actor: Actor,
	startsOn: string | null,
	{ today, timeZone }: Context
) {
	const { projectId, organisationId } = actor;
	const frame = await findFrame(db, projectId);
	const { plan } = frame;
	const periods = await listOwnPeriods(db, projectId, organisationId, { plan, today, timeZone });
	const period =
		startsOn === null ? currentPeriod(periods) : periods.find((one) => one.startsOn === startsOn);
	if (!period) return startsOn === null ? { period: null } : undefined;

	const may = can(actor, 'check-in:write', checkInSubject({ id: organisationId, country: actor.country }));
	const mayWrite = may.ok && isWritable(period);
	return {
		period: periodOf(period),
		periods: periods.slice(-STRIP).map(periodOf),
		returned: period.state === 'returned' ? returnOf(period) : null,
		reasons: plan.slipReasons,
		form: mayWrite ? await findForm(db, actor, period, { plan, today, frame }) : null,
		/** Until when what was sent can still be taken back. */
		correctUntilOn: may.ok && takeBackBlocks(period.state, period, today).length === 0 ? period.dueOn : null,
		sent: mayWrite || period.checkIn === null ? null : await readCheckIn(db, period.checkIn)
	};
}

function periodOf({ startsOn, endsOn, opensOn, dueOn, lockedAt, standing, daysLate }: OwnPeriod) {
	return { startsOn, endsOn, opensOn, dueOn, lockedAt, standing, daysLate };
}

/** Why it came back, and from whom. */
function returnOf({ checkIn }: OwnPeriod) {
	const { backReason, backAt, backBy, backFrom } = checkIn ?? {};
	return { reason: backReason ?? '', enteredAt: backAt ?? '', name: backBy ?? null, acronym: backFrom ?? '' };
}

async function findForm(
	db: Db,
	actor: Actor,
	{ checkIn }: OwnPeriod,
	context: { plan: QualityPlan; today: Day; frame: Frame }
) {
	const { projectId, organisationId } = actor;
	const id = checkIn?.id ?? null;
	const records = await listRecords(db, actor, context);
	const lines = id === null ? [] : await listLines(db, id);
	const brought = id === null ? [] : await listBrought(db, id);
	const texts = await listOwnTexts(db, projectId, organisationId, id);
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'acronym'])
		.where('projectId', '=', projectId)
		.where('id', '!=', organisationId)
		.orderBy('position')
		.orderBy('code')
		.execute();
	const lineOf = new Map(lines.map((line) => [line.recordId, line]));
	return {
		key: newId(),
		version: checkIn?.version ?? 0,
		organisations,
		records: records.map((record) => {
			const line = lineOf.get(record.recordId);
			return {
				...record,
				takesEvidence: takesEvidence(record.kind),
				line: {
					version: line?.version ?? 0,
					answer: line?.answer ?? null,
					note: line?.note ?? '',
					forecastOn: line?.forecastOn ?? '',
					reasonCode: line?.reasonCode ?? '',
					blockedById: line?.blockedById ?? '',
					blockedByName: line?.blockedByName ?? '',
					measures: line?.measures ?? ''
				},
				evidence: brought
					.filter(({ lineId }) => line && lineId === line.id)
					.map(({ id, evidenceId, name, useId }) => ({ id, evidenceId, name, isSent: useId !== null }))
			};
		}),
		texts: texts.map(({ text, version, ...one }) => ({ ...one, text: text ?? '', version: version ?? 0 }))
	};
}
