import type { Attendance, MinutesState, OutcomeKind } from '#lib/domain/meetings/meetings.ts';
import type { SigningPart } from '#lib/domain/meetings/minutes-reasons.ts';
import type { OutcomeContent } from '#lib/domain/meetings/minutes-content.ts';
import type { Day } from '#lib/domain/days.ts';
import { dayText } from '#lib/text/dates.ts';

/** A state of minutes as a word, with the tone and shape that go with it on every page. */
export const MINUTES_STATE_TEXT = {
	draft: { label: 'Minutes in writing', tone: 'neutral', shape: 'quarter' },
	circulated: { label: 'Minutes circulated', tone: 'waiting', shape: 'half' },
	approved: { label: 'Minutes approved', tone: 'good', shape: 'disc' },
	locked: { label: 'Minutes signed and locked', tone: 'good', shape: 'check' }
} as const satisfies Record<MinutesState, { label: string; tone: string; shape: string }>;

export const SIGNING_PART_TEXT: Readonly<Record<SigningPart, string>> = {
	chair: 'Chair',
	secretary: 'Secretary'
};

export const OUTCOME_KIND_TEXT = {
	information: { label: 'Information', tone: 'info', shape: 'square' },
	decision: { label: 'Decision', tone: 'good', shape: 'diamond' },
	action: { label: 'Action', tone: 'waiting', shape: 'circle' }
} as const satisfies Record<OutcomeKind, { label: string; tone: string; shape: string }>;

export const ATTENDANCE_WORDS: Readonly<Record<Attendance, string>> = {
	'in-person': 'in the room',
	remote: 'remote',
	represented: 'represented',
	absent: 'absent'
};

/** Of a meeting that took place, whose minutes a demonstration sends round. */
export const SAMPLE_PROCEDURE_TEXT =
	'Chair, secretary, circulation, objections, signatures and actions are made up to show the product; attendance, texts and decisions are the public record.';

/** What stands under a point of which there is nothing to tell. */
export const NOTHING_DISCUSSED = 'Nothing was discussed under this point.';

/** When the first of the minutes that go round can be approved. */
export function circulationText(untilOn: Day | null, today: Day): string {
	if (untilOn !== null && untilOn < today)
		return `Days of objection ended on ${dayText(untilOn)}: record the approval, unless an objection stands.`;
	return `Organisations may object until the end of ${dayText(untilOn)}; then you record the approval.`;
}

/** An outcome in one line. */
export function outcomeText(outcome: OutcomeContent): string {
	if (outcome.kind === 'information') return outcome.text;
	if (outcome.kind === 'decision') return `${outcome.code} ${outcome.title}`;
	const { code, title, owner, organisation, dueOn } = outcome;
	return `${code} ${title} (${owner}, ${organisation}, by ${dayText(dueOn === '' ? null : dueOn)})`;
}
