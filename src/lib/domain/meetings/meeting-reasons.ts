import type { AgendaReason } from './agenda-edits.ts';
import type { MeetingEditReason } from './meeting-edits.ts';
import type { PaperReason } from './paper-reasons.ts';
import type { MeetingStepReason } from './meeting-life.ts';

/** Why a meeting or its agenda cannot change as asked. */
export type MeetingReason = AgendaReason | MeetingEditReason | MeetingStepReason | PaperReason;
