import type { OutreachState } from './states.ts';

export type OutreachReason =
	| { code: 'outreach-not-begun'; day: string }
	| { code: 'outreach-day-missing' }
	| { code: 'outreach-cancelled'; record: string }
	| { code: 'outreach-not-public'; record: string }
	| { code: 'organiser-stays'; record: string }
	| { code: 'heads-not-yet'; record: string; state: OutreachState }
	| { code: 'heads-twice'; role: string; kind: string; organisation: string }
	| { code: 'heads-list-unknown' }
	| { code: 'doi-shape'; doi: string }
	| { code: 'links-none' }
	| { code: 'links-just-checked' }
	| { code: 'outreach-unchanged'; record: string };
