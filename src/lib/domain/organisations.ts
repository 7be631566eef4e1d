export const ORGANISATION_ROLES = [
	'coordinator',
	'national-coordinator',
	'partner',
	'ministry',
	'external'
] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** Roles of organisations that run no micro-credentials: nobody expects entries or their readiness of them. */
export const NO_INSTITUTIONS: readonly OrganisationRole[] = ['ministry', 'external'];

/** Standing in the grant agreement. */
export const ORGANISATION_STATUSES = ['beneficiary', 'affiliated', 'associated', 'unknown'] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATUSES)[number];
