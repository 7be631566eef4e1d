import type { Day } from '#lib/domain/days.ts';
import type { Logged } from '#lib/domain/outreach/measures.ts';
import type { Actual } from './actuals.ts';
import type { IndicatorReason } from './indicator-reasons.ts';

/**
 * What was claimed beside what the logs say. `unclaimed`: the log has it and nobody reported it; `claimed-more` and
 * `logged-more` by how many; `open`: records whose heads nobody has counted may make up the difference.
 */
export type LogDifference =
	{ kind: 'nothing' | 'same' | 'unclaimed' | 'open' } | { kind: 'claimed-more' | 'logged-more'; by: number };

/** A nil return, and what does not apply, claim nothing. */
export function logDifference(logged: Logged, claimed: Pick<Actual, 'value'> | undefined): LogDifference {
	if (claimed === undefined) return { kind: isEmpty(logged) ? 'nothing' : 'unclaimed' };
	const by = (claimed.value ?? 0) - (logged.sum ?? 0);
	if (by < 0) return { kind: 'logged-more', by: -by };
	if (!logged.isWhole) return { kind: 'open' };
	return by === 0 ? { kind: 'same' } : { kind: 'claimed-more', by };
}

function isEmpty({ counted, nil, missing }: Logged): boolean {
	return counted + nil + missing === 0;
}

interface Asked {
	organisation: string;
	on: Day;
}

/** Why the number of the logs cannot be taken over: none is there, heads are not counted yet, or it is claimed already. */
export function fromLogBlocks(
	logged: Logged,
	sameDay: Pick<Actual, 'value' | 'state'> | undefined,
	{ organisation, on }: Asked
): IndicatorReason[] {
	const isClaimed =
		sameDay !== undefined && sameDay.state !== 'returned' && (sameDay.value ?? 0) === logged.sum;
	return [
		...(isEmpty(logged) ? [{ code: 'log-empty', organisation, on } as const] : []),
		...(logged.isWhole ? [] : [{ code: 'log-not-counted', records: logged.uncounted } as const]),
		...(isClaimed ? [{ code: 'log-claimed', organisation, on } as const] : [])
	];
}

/** Days on which claim and logs are compared: of every target until then, and today. */
export function comparedDays(targets: readonly { dueOn: Day }[], today: Day): Day[] {
	const past = targets.map(({ dueOn }) => dueOn).filter((day) => day < today);
	return [...new Set([...past, today])].sort();
}
