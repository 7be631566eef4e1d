import { daysBetween, type Day } from '#lib/domain/days.ts';
import type { Holder } from '#lib/domain/holder.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import { addresseesOf, workersOf, type Addressee } from './addressees.ts';
import type { MailBecause, MailKind } from './kinds.ts';

/** So many days before its day something comes near; a review, whose days are few, later. */
const SOON_DAYS = 7;
const REVIEW_SOON_DAYS = 2;
/** What broke earlier than this is old news: it stands on home pages, and an installation that begins floods nobody. */
const NEWS_DAYS = 3;

interface About {
	id: string;
	kind: ItemKind | 'risk' | 'meeting';
	code: string;
	title: string;
	/** Of the page inside the project where it is done. */
	path: string;
}

/** What is expected of who holds no item, but a duty for one, a measure against a risk, or the risk itself. */
export type OwnAwaits = 'complete-fields' | 'take-measure' | 'watch-risk';

/** Anything of which something is expected: an item, such a duty, minutes. */
export interface OpenItem extends About {
	dueOn: Day | null;
	holder: Holder;
	/** Since which day an action counts as accepted because nobody answered. */
	silentSince?: Day | null;
	/** Who chaired the meeting an action came from. */
	chairId?: string | null;
}

/** A review that somebody has not signed. */
export interface OpenReview extends About {
	personId: string;
	roundId: string;
	dueOn: Day;
}

/** A check-in that an organisation has not sent. */
export interface OpenCheckIn {
	organisationId: string;
	startsOn: Day;
	endsOn: Day;
	opensOn: Day;
	dueOn: Day;
}

/** Something that happens by the passing of days alone. `key` names it: each person is told of it once. */
export type Occasion =
	| ItemOccasion
	| {
			kind: 'check-in-opened' | 'check-in-late';
			key: string;
			to: string[];
			because: MailBecause;
			dueOn: Day;
			checkIn: OpenCheckIn;
	  };

export interface ItemOccasion {
	kind: Extract<MailKind, 'due-broken' | 'due-soon' | 'review-late' | 'action-unanswered'>;
	key: string;
	to: string[];
	because: MailBecause;
	dueOn: Day;
	item: About;
}

/** What is to be told today about open items, by their due day and their holder. */
export function itemOccasions(
	items: readonly OpenItem[],
	people: readonly Addressee[],
	today: Day
): Occasion[] {
	return items.flatMap((item): Occasion[] => {
		const { dueOn, holder, silentSince } = item;
		const to = addresseesOf(holder, people);
		const because: MailBecause = holder.kind === 'organisation' ? 'lead' : 'holder';
		const dated =
			dueOn === null
				? null
				: isBroken(dueOn, today)
					? 'due-broken'
					: isNear(dueOn, today, SOON_DAYS)
						? 'due-soon'
						: null;
		return [
			...(dueOn === null || dated === null
				? []
				: [{ kind: dated, key: `${dated}:${item.id}:${dueOn}`, to, because, dueOn, item } as const]),
			...(silentSince && isBroken(silentSince, today) ? [unanswered(item, silentSince, to)] : [])
		];
	});
}

/** Once, to its owner and to who chaired the meeting it came from. */
function unanswered(item: OpenItem, since: Day, to: readonly string[]): Occasion {
	const key = `action-unanswered:${item.id}:${since}`;
	const chair = item.chairId ? [item.chairId] : [];
	return { kind: 'action-unanswered', key, to: [...to, ...chair], because: 'holder', dueOn: since, item };
}

/** Reviews that come near their day or have missed it, each to who has not signed. */
export function reviewOccasions(reviews: readonly OpenReview[], today: Day): Occasion[] {
	return reviews.flatMap((item): Occasion[] => {
		const { dueOn, roundId, personId } = item;
		const kind = isBroken(dueOn, today)
			? 'review-late'
			: isNear(dueOn, today, REVIEW_SOON_DAYS)
				? 'due-soon'
				: null;
		if (kind === null) return [];
		return [{ kind, key: `${kind}:${roundId}:${dueOn}`, to: [personId], because: 'reviewer', dueOn, item }];
	});
}

/** Check-ins that have opened or have missed their day, each to who works in the organisation. */
export function checkInOccasions(
	checkIns: readonly OpenCheckIn[],
	people: readonly Addressee[],
	today: Day
): Occasion[] {
	return checkIns.flatMap((checkIn): Occasion[] => {
		const { organisationId, startsOn, opensOn, dueOn } = checkIn;
		const hasOpened = opensOn <= today && daysBetween(opensOn, today) <= NEWS_DAYS;
		const kind = isBroken(dueOn, today) ? 'check-in-late' : hasOpened ? 'check-in-opened' : null;
		if (kind === null) return [];
		const to = workersOf(organisationId, people);
		return [{ kind, key: `${kind}:${startsOn}:${organisationId}`, to, because: 'member', dueOn, checkIn }];
	});
}

function isBroken(dueOn: Day, today: Day): boolean {
	return dueOn < today && daysBetween(dueOn, today) <= NEWS_DAYS;
}

function isNear(dueOn: Day, today: Day, days: number): boolean {
	return dueOn >= today && daysBetween(today, dueOn) <= days;
}

/** The Monday of a day's week: once a week the head of the audit trail goes out. */
export function mondayOf(today: Day): Day {
	const at = Date.parse(`${today}T00:00:00Z`);
	const back = (new Date(at).getUTCDay() + 6) % 7;
	return new Date(at - back * 86_400_000).toISOString().slice(0, 10);
}
