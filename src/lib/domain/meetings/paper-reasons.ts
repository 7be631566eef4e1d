import type { MeetingState } from './meetings.ts';

export type PaperReason = { code: 'meeting-papers-closed'; state: MeetingState };
