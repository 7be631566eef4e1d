import type { SaveHeads } from '#lib/schemas/outreach/heads.ts';

/** Thirty teachers in the audience, twelve of them women, as the form says it the first time. */
export const SOME_HEADS: SaveHeads = {
	headsId: null,
	version: 0,
	role: 'audience',
	kind: 'teachers',
	organisationId: null,
	groupName: '',
	valueState: 'value',
	heads: 30,
	women: 12,
	reason: '',
	listId: null
};
