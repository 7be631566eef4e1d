/** What an action says of its blocker when it has none. */
export const NOT_BLOCKED = {
	blockedReason: null,
	blockedAt: null,
	blockedByPersonId: null,
	blockedByItemId: null,
	blockedByOrganisationId: null
};
