export const ORGANISATION_ROLES = [
	'coordinator',
	'national-coordinator',
	'partner',
	'ministry',
	'external'
] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** Standing in the grant agreement. */
export const ORGANISATION_STATUSES = ['beneficiary', 'affiliated', 'associated', 'unknown'] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATUSES)[number];
