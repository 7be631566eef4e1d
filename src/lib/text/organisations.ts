import type { OrganisationRole, OrganisationStatus } from '#lib/domain/organisations.ts';

export const ORGANISATION_ROLE_TEXT = {
	coordinator: 'coordinator',
	'national-coordinator': 'national coordinator',
	partner: 'partner',
	ministry: 'ministry',
	external: 'external'
} as const satisfies Record<OrganisationRole, string>;

export const ORGANISATION_STATUS_TEXT = {
	beneficiary: 'beneficiary',
	affiliated: 'affiliated entity',
	associated: 'associated partner',
	unknown: 'not published'
} as const satisfies Record<OrganisationStatus, string>;
