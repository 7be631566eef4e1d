import type { Db } from '#db/schema.ts';

/** Who was invited to a meeting, with names, and whether they came; organisations in the order of the consortium. */
export async function listAttendance(db: Db, meetingId: string) {
	const rows = await db
		.selectFrom('meetingInvitee')
		.leftJoin('organisation', 'organisation.id', 'meetingInvitee.organisationId')
		.leftJoin('person', 'person.id', 'meetingInvitee.personId')
		.leftJoin('organisation as representative', 'representative.id', 'meetingInvitee.representedById')
		.select([
			'meetingInvitee.id',
			'meetingInvitee.organisationId',
			'meetingInvitee.personId',
			'meetingInvitee.guestName',
			'meetingInvitee.guestOrganisation',
			'meetingInvitee.attendance',
			'meetingInvitee.representedById',
			'organisation.acronym',
			'organisation.position',
			'organisation.role',
			'organisation.status',
			'person.name',
			'representative.acronym as representedBy'
		])
		.where('meetingInvitee.meetingId', '=', meetingId)
		.where('meetingInvitee.removedAt', 'is', null)
		.orderBy('meetingInvitee.id')
		.execute();
	const last = Number.MAX_SAFE_INTEGER;
	return rows.sort((a, b) => (a.position ?? last) - (b.position ?? last) || (a.id < b.id ? -1 : 1));
}

export type AttendanceRow = Awaited<ReturnType<typeof listAttendance>>[number];

/** Organisations of whom no line says whether anybody came, and guests likewise. */
export function missingAttendance(rows: readonly AttendanceRow[]): string[] {
	const told = new Set(rows.filter((one) => one.attendance !== null).map((one) => one.organisationId));
	const missing = rows.filter((one) =>
		one.organisationId === null ? one.attendance === null : !told.has(one.organisationId)
	);
	return [...new Set(missing.map((one) => one.acronym ?? (one.guestName || one.guestOrganisation)))];
}
