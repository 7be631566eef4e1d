import type { Day } from '#lib/domain/days.ts';

export type DecisionReason =
	| { code: 'decision-in-future'; today: Day }
	| { code: 'effective-before-decided'; decidedOn: Day }
	| { code: 'votes-needed' }
	| { code: 'votes-without-vote' }
	| { code: 'votes-exceed-members'; votes: number; members: number }
	| { code: 'votes-not-carried'; votesFor: number; votesAgainst: number }
	| { code: 'written-outside-meeting' }
	| { code: 'decision-superseded'; decision: string; by: string }
	| { code: 'minutes-fixed' }
	| { code: 'decision-in-force'; decision: string }
	| { code: 'decision-unknown'; decision: string };
