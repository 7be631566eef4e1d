export interface SheetInvitee {
	organisation: string;
	name: string;
	isOrganisation: boolean;
}

/** Lines for those whom nobody expected. */
const SPARE_LINES = 6;

/** One row for each person; an organisation that named nobody has one to fill in. */
export function sheetRows(invitees: readonly SheetInvitee[]): { organisation: string; name: string }[] {
	const named = new Set(invitees.filter((one) => !one.isOrganisation).map((one) => one.organisation));
	const rows = invitees
		.filter((one) => !one.isOrganisation || !named.has(one.organisation))
		.map(({ organisation, name }) => ({ organisation, name }));
	return [...rows, ...Array.from({ length: SPARE_LINES }, () => ({ organisation: '', name: '' }))];
}
