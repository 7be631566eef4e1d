import type { Day } from '#lib/domain/days.ts';
import type { MeetingState, MinutesState } from './meetings.ts';

export type MinutesAct = 'circulate' | 'withdraw' | 'object' | 'approve' | 'sign' | 'correct';

export type SigningPart = 'chair' | 'secretary';

/** Why minutes cannot be written, circulated, objected to, approved, signed or corrected. */
export type MinutesReason =
	| { code: 'minutes-state'; act: MinutesAct; state: MinutesState }
	| { code: 'minutes-text-fixed'; state: Exclude<MinutesState, 'draft'>; untilOn: Day | null }
	| { code: 'meeting-not-held'; state: MeetingState }
	| { code: 'agenda-empty' }
	| { code: 'points-without-text'; points: readonly string[] }
	| { code: 'attendance-missing'; names: readonly string[] }
	| { code: 'nobody-invited' }
	| { code: 'officer-missing'; part: SigningPart }
	| { code: 'officers-same'; person: string }
	| { code: 'window-open'; untilOn: Day }
	| { code: 'window-over'; untilOn: Day }
	| { code: 'objections-stand'; organisations: readonly string[] }
	| { code: 'quorum-not-held'; present: number; members: number; needed: number }
	| { code: 'organisation-not-invited'; organisation: string }
	| { code: 'organisation-no-vote'; organisation: string }
	| { code: 'objection-open'; organisation: string; point: string | null }
	| { code: 'objection-settled'; settled: 'withdrawn' | 'accepted' }
	| { code: 'objection-of-other'; organisation: string }
	| { code: 'not-the-officer'; part: SigningPart; person: string | null }
	| { code: 'part-signed'; part: SigningPart; person: string }
	| { code: 'signs-other-part'; part: SigningPart }
	| { code: 'minutes-not-seen'; number: number }
	| { code: 'point-not-on-agenda'; point: string };
