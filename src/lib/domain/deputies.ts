import type { Day } from './days.ts';
import type { RightsReason } from './rights-reasons.ts';
import type { Role } from './roles.ts';

/** Roles whose working duties a deputy does; QA, evaluation, observation and administration cannot be lent. */
export const LENDABLE_ROLES: readonly Role[] = [
	'coordinator',
	'national-coordinator',
	'wp-leader',
	'partner'
];

interface Member {
	personId: string;
	name: string;
	organisationId: string;
	organisation: string;
}

export interface DeputyDates {
	fromOn: Day;
	toOn: Day;
}

export type DeputyState = 'proposed' | 'upcoming' | 'active' | 'over' | 'ended';

/** Where it stands on a day: it counts from the day on which both are true, agreed and begun. */
export function deputyState(
	row: DeputyDates & { confirmedAt: string | null; endedAt: string | null },
	today: Day
): DeputyState {
	if (row.endedAt !== null) return 'ended';
	if (row.toOn < today) return 'over';
	if (row.confirmedAt === null) return 'proposed';
	return row.fromOn > today ? 'upcoming' : 'active';
}

/** Why somebody cannot be named: a deputy is a colleague, so that independence by organisation is the same for both. */
export function deputyBlocks(
	person: Member,
	deputy: Member,
	dates: DeputyDates,
	open: readonly DeputyDates[],
	today: Day
): RightsReason[] {
	const reasons: RightsReason[] = [];
	if (person.personId === deputy.personId) reasons.push({ code: 'deputy-oneself' });
	if (person.organisationId !== deputy.organisationId)
		reasons.push({
			code: 'deputy-elsewhere',
			deputy: deputy.name,
			person: person.name,
			organisation: person.organisation
		});
	if (dates.toOn < dates.fromOn) reasons.push({ code: 'deputy-dates', ...dates });
	else if (dates.toOn < today) reasons.push({ code: 'deputy-over', toOn: dates.toOn });
	if (open.some((one) => one.fromOn <= dates.toOn && dates.fromOn <= one.toOn))
		reasons.push({ code: 'deputy-overlaps', deputy: deputy.name, person: person.name });
	return reasons;
}
