import { can } from '#lib/domain/can.ts';
import { acceptBlocks } from '#lib/domain/check-ins/acceptance.ts';
import type { MatrixPeriod, MatrixRow } from '#lib/domain/check-ins/matrix.ts';
import { checkInSubject, tierOf } from '#lib/domain/check-ins/rights.ts';
import { isReported, type Standing } from '#lib/domain/check-ins/standing.ts';
import type { Asked } from '#lib/domain/check-ins/waiting.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Holder } from '#lib/domain/holder.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** One line of what waits for somebody beside items of the plan; `count` is what it adds to the number. */
export type WaitingLine = { count: number } & (
	| { kind: 'check-ins' | 'own-check-in'; startsOn: Day; endsOn: Day }
	| { kind: 'numbers'; act: 'accept' | 'verify' | 'report'; code: string; title: string }
	| { kind: 'answers'; act: 'judge' | 'give'; code: string; title: string }
	| { kind: 'grants' | 'targets' }
	| { kind: 'review' | 'approval' | 'renewal' | 'objection'; code: string; title: string }
	| { kind: 'minutes' | 'action'; code: string; title: string; holder: Holder }
);

/** What waits altogether. */
export function waitingCount(items: readonly unknown[], lines: readonly WaitingLine[]): number {
	return lines.reduce((sum, { count }) => sum + count, items.length);
}

type Period = Pick<MatrixPeriod, 'id' | 'startsOn' | 'endsOn' | 'lockedAt'>;

/** Check-ins that this actor can accept now, a line for each period. */
export function acceptanceLines(
	periods: readonly Period[],
	askedIn: (periodId: string | null) => readonly Asked[],
	actor: Actor
): WaitingLine[] {
	const by = { tier: tierOf(actor), organisationId: actor.organisationId };
	return periods.flatMap(({ id, startsOn, endsOn, lockedAt }): WaitingLine[] => {
		if (id === null || lockedAt !== null) return [];
		const consortium = askedIn(id);
		const count = consortium.filter((one) => isAcceptable(one, consortium, actor, by)).length;
		return count > 0 ? [{ kind: 'check-ins', startsOn, endsOn, count }] : [];
	});
}

const UNSENT: readonly Standing[] = ['awaited', 'draft', 'silent', 'returned'];

/** Check-ins that the actor's own organisation has still to send, a line for each. */
export function ownCheckInLines(
	{ periods, matrix }: { periods: readonly Period[]; matrix: readonly MatrixRow[] },
	actor: Actor
): WaitingLine[] {
	const own = matrix.find(({ organisation }) => organisation.id === actor.organisationId);
	if (!own || !can(actor, 'check-in:write', checkInSubject(own.organisation)).ok) return [];
	return periods
		.filter(({ startsOn, lockedAt }) => {
			const cell = own.cells.find((one) => one.startsOn === startsOn);
			return lockedAt === null && cell !== undefined && UNSENT.includes(cell.standing);
		})
		.map(({ startsOn, endsOn }) => ({ kind: 'own-check-in', startsOn, endsOn, count: 1 }));
}

/** Whether this actor can accept what an organisation sent, as the page of the period has it. */
export function isAcceptable(
	one: Asked,
	consortium: readonly Asked[],
	actor: Actor,
	by: Parameters<typeof acceptBlocks>[2] = { tier: tierOf(actor), organisationId: actor.organisationId }
): boolean {
	return (
		isReported(one.state === null ? undefined : { state: one.state }) &&
		can(actor, 'check-in:accept', checkInSubject(one)).ok &&
		acceptBlocks(one, consortium, by, '').length === 0
	);
}
