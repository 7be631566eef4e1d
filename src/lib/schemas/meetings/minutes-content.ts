import * as v from 'valibot';
import { DECISION_WAYS } from '#lib/domain/meetings/decisions.ts';
import { ATTENDANCES, MEETING_KINDS, MEETING_MODES } from '#lib/domain/meetings/meetings.ts';
import type { MinutesContent } from '#lib/domain/meetings/minutes-content.ts';

const text = v.string();
const number = v.number();

const Outcome = v.variant('kind', [
	v.object({ kind: v.literal('information'), text }),
	v.object({
		kind: v.literal('decision'),
		code: text,
		title: text,
		text,
		how: v.picklist(DECISION_WAYS),
		votes: v.nullable(v.object({ for: number, against: number, abstained: number })),
		effectiveOn: text,
		isUrgent: v.boolean(),
		level: v.picklist(['PU', 'SEN'])
	}),
	v.object({
		kind: v.literal('action'),
		code: text,
		title: text,
		owner: text,
		organisation: text,
		dueOn: text
	})
]);

const Content = v.object({
	meeting: v.object({
		title: text,
		kind: v.picklist(MEETING_KINDS),
		mode: v.picklist(MEETING_MODES),
		place: text,
		timeZone: text,
		days: v.array(v.object({ day: text, startsAt: v.nullable(number), endsAt: v.nullable(number) })),
		chair: text,
		secretary: text
	}),
	quorum: v.object({ members: number, present: number, needed: number }),
	attendance: v.array(
		v.object({
			organisation: text,
			person: text,
			attendance: v.nullable(v.picklist(ATTENDANCES)),
			representedBy: text,
			isGuest: v.boolean()
		})
	),
	points: v.array(
		v.object({
			id: text,
			day: text,
			section: text,
			track: text,
			startsAt: v.nullable(number),
			title: text,
			presenter: text,
			text,
			outcomes: v.array(Outcome)
		})
	)
});

/** Minutes as they were frozen; throws on anything that this application did not write. */
export function parseMinutes(canonical: string): MinutesContent {
	return v.parse(Content, JSON.parse(canonical));
}
