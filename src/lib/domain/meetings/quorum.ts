import type { OrganisationRole, OrganisationStatus } from '#lib/domain/organisations.ts';
import type { Attendance } from './meetings.ts';

export interface Member {
	id: string;
	acronym: string;
	role: OrganisationRole;
	status: OrganisationStatus;
}

export interface Attendee {
	organisationId: string | null;
	personId: string | null;
	attendance: Attendance | null;
	representedById: string | null;
}

export interface Quorum {
	/** Organisations with a vote. */
	members: number;
	/** How many of them it takes. */
	needed: number;
	/** How many there are: present, or represented by one that is. */
	there: number;
	/** How many are still missing to the quorum. */
	missing: number;
	holds: boolean;
	present: string[];
	represented: { acronym: string; by: string }[];
	/** Said to be represented by one that was not there, so that it does not count. */
	unspoken: { acronym: string; by: string }[];
	absent: string[];
	/** Of whom nothing is recorded: silence is not presence. */
	unrecorded: string[];
}

/**
 * A vote comes with the grant agreement: associated partners have none, affiliated ones act under their beneficiary.
 * Where the standing is unknown because the agreement is not public, an organisation of the consortium counts.
 */
export function isMember({ role, status }: Pick<Member, 'role' | 'status'>): boolean {
	return role !== 'external' && (status === 'beneficiary' || status === 'unknown');
}

/** The quorum by organisation: each member once, however many of its people came. */
export function quorumOf(
	organisations: readonly Member[],
	attendees: readonly Attendee[],
	percent: number
): Quorum {
	const members = organisations.filter(isMember);
	const acronyms = new Map(organisations.map(({ id, acronym }) => [id, acronym]));
	const present = members.filter((one) => isPresent(one.id, attendees));
	const presentIds = new Set(present.map((one) => one.id));
	const others = members.filter((one) => !presentIds.has(one.id));
	const spoken = others.flatMap(({ id, acronym }) => {
		const row = attendees.find((one) => one.organisationId === id && one.attendance === 'represented');
		if (row?.representedById == null) return [];
		const by = acronyms.get(row.representedById) ?? '';
		return [{ id, acronym, by, counts: presentIds.has(row.representedById) }];
	});
	const rest = others.filter((one) => spoken.every(({ id }) => id !== one.id));
	const isAbsent = ({ id }: Member) =>
		attendees.some((one) => one.organisationId === id && one.attendance === 'absent');

	const represented = spoken.filter(({ counts }) => counts);
	const needed = Math.max(1, Math.ceil((members.length * percent) / 100));
	const there = present.length + represented.length;
	return {
		members: members.length,
		needed,
		there,
		missing: Math.max(0, needed - there),
		holds: there >= needed,
		present: present.map(({ acronym }) => acronym),
		represented: represented.map(({ acronym, by }) => ({ acronym, by })),
		unspoken: spoken.filter(({ counts }) => !counts).map(({ acronym, by }) => ({ acronym, by })),
		absent: rest.filter(isAbsent).map(({ acronym }) => acronym),
		unrecorded: rest.filter((one) => !isAbsent(one)).map(({ acronym }) => acronym)
	};
}

function isPresent(organisationId: string, attendees: readonly Attendee[]): boolean {
	return attendees.some(
		(one) =>
			one.organisationId === organisationId && (one.attendance === 'in-person' || one.attendance === 'remote')
	);
}
