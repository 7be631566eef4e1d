import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { isAfterApproval } from '#lib/domain/catalogue/entry-approval.ts';
import type { Day } from '#lib/domain/days.ts';
import { START_DAYS } from '#lib/domain/holder.ts';
import { ballOf, type HomeSection } from '#lib/domain/home.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import type { ListedAction } from '#lib/domain/meetings/listed-action.ts';
import type { Actor } from '#lib/domain/roles.ts';
import {
	acceptanceLines,
	ownCheckInLines,
	waitingCount,
	type WaitingLine
} from '#lib/domain/waiting/lines.ts';
import { recordLines, type WaitingRecord } from '#lib/domain/waiting/records.ts';
import type { Frame } from './find-frame.ts';
import type { ListContext } from './list-items.ts';
import { isToSign, listAskedReviews, type OwnReviews } from './find-own-reviews.ts';
import { listWaitingRecords } from './list-waiting-records.ts';
import type { ReportMatrix } from './progress/find-report-matrix.ts';

interface Known {
	sections: readonly HomeSection[];
	items: readonly ListedItem[];
	contributions: NonNullable<ListContext['contributions']>;
	/** Shown as a queue of its own. */
	own: OwnReviews | null;
	frame: Frame;
	reports: ReportMatrix | null;
	actions: readonly ListedAction[];
	today: Day;
}

/**
 * Everything that this person can act on now: items of the plan, and lines of everything else, each one click away.
 * Two queries at most.
 */
export async function findHomeWaiting(db: Db, actor: Actor, known: Known) {
	const { sections, items, contributions, own, frame, reports, actions, today } = known;
	if (!sections.includes('ball'))
		return { items: [], lines: [], lapsed: [], meetingDays: [], listed: 0, count: 0 };
	const toSign = own?.waiting ?? (await listToSign(db, actor, contributions));
	const { algorithm } = frame;
	const seesLapsed = sections.includes('lapsed');
	const records = await listWaitingRecords(db, actor, { today, algorithm, seesLapsed });
	const held = ballOf(items, today, START_DAYS, new Set(toSign.map(({ id }) => id)));
	const lines: WaitingLine[] = [
		...(reports ? ownCheckInLines(reports, actor) : []),
		...(reports ? acceptanceLines(reports.periods, reports.askedIn, actor) : []),
		...toSign.flatMap(({ kind, code, title }): WaitingLine[] =>
			kind === 'entry' ? [{ kind: 'review', code, title, count: 1 }] : []
		),
		...actions.flatMap(({ code, title, holder, mine }): WaitingLine[] =>
			mine && holder ? [{ kind: 'action', code, title, holder, count: 1 }] : []
		),
		...recordLines(records, actor, today),
		...(frame.proposedTargets > 0 && can(actor, 'indicator:target', {}).ok
			? [{ kind: 'targets' as const, count: frame.proposedTargets }]
			: [])
	];
	const queued = new Set(own?.waiting.map(({ id }) => id));
	const besides = {
		items: held.filter(({ id }) => !queued.has(id)),
		lines: own ? lines.filter(({ kind }) => kind !== 'review') : lines
	};
	return {
		...besides,
		lapsed: lapsedOf(records, algorithm),
		meetingDays: records.filter(({ kind }) => kind === 'meeting-day'),
		/** What is listed there, and with one's queue of reviews. */
		listed: waitingCount(besides.items, besides.lines),
		count: waitingCount(held, lines)
	};
}

async function listToSign(db: Db, actor: Actor, contributions: Known['contributions']) {
	if (!mayEver(actor, 'review:comment')) return [];
	return (await listAskedReviews(db, actor, contributions)).filter(isToSign);
}

/** Approvals that have lapsed, as far as this actor is shown them. */
function lapsedOf(records: readonly WaitingRecord[], algorithm: Algorithm) {
	return records.flatMap(({ kind, code, title, origin, organisation, organisationId, at, state }) =>
		kind === 'lapsed' &&
		isAfterApproval(algorithm, state ?? '') &&
		organisation !== null &&
		organisationId !== null &&
		at !== null
			? [{ code, title, origin: origin ?? '', acronym: organisation, debtor: organisationId, lapsedOn: at }]
			: []
	);
}
