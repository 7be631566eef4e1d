import { canonicalJson } from '#lib/domain/catalogue/canonical.ts';
import type { DecisionWay } from './decisions.ts';
import type { Attendance, MeetingKind, MeetingMode } from './meetings.ts';
import type { Quorum } from './minutes.ts';
import type { SigningPart } from './minutes-reasons.ts';

/** Everything that minutes say: frozen when they are circulated, with names as they were then. */
export interface MinutesContent {
	meeting: {
		title: string;
		kind: MeetingKind;
		mode: MeetingMode;
		place: string;
		timeZone: string;
		days: readonly { day: string; startsAt: number | null; endsAt: number | null }[];
		chair: string;
		secretary: string;
	};
	quorum: Quorum;
	attendance: readonly AttendanceLine[];
	points: readonly PointContent[];
}

export interface AttendanceLine {
	/** Acronym, or where a guest comes from. */
	organisation: string;
	/** Empty where only the organisation is known. */
	person: string;
	attendance: Attendance | null;
	representedBy: string;
	isGuest: boolean;
}

export interface PointContent {
	id: string;
	day: string;
	section: string;
	track: string;
	startsAt: number | null;
	title: string;
	presenter: string;
	text: string;
	outcomes: readonly OutcomeContent[];
}

export type OutcomeContent =
	| { kind: 'information'; text: string }
	| {
			kind: 'decision';
			code: string;
			title: string;
			text: string;
			how: DecisionWay;
			votes: { for: number; against: number; abstained: number } | null;
			effectiveOn: string;
			isUrgent: boolean;
			level: 'PU' | 'SEN';
	  }
	| { kind: 'action'; code: string; title: string; owner: string; organisation: string; dueOn: string };

/** The text that is hashed: keys in order, lists as they stand. */
export function canonicalMinutes(content: MinutesContent): string {
	return canonicalJson(content);
}

export function signingStatement(part: SigningPart, minutes: { title: string; number: number }): string {
	const { title, number } = minutes;
	return `As ${part} of “${title}” I confirm that its minutes read as they were circulated (circulation ${number}) and approved.`;
}

export interface Sight {
	readActions: boolean;
	readDecisions: boolean;
	readPeople: boolean;
}

/** The same without what the reader may not see: actions and people are internal, decisions may be sensitive. */
export function visibleContent(content: MinutesContent, may: Sight): MinutesContent {
	const isVisible = (outcome: OutcomeContent) => {
		if (outcome.kind === 'action') return may.readActions;
		return outcome.kind !== 'decision' || may.readDecisions || outcome.level === 'PU';
	};
	return {
		...content,
		meeting: may.readPeople ? content.meeting : { ...content.meeting, chair: '', secretary: '' },
		attendance: may.readPeople ? content.attendance : byOrganisation(content.attendance),
		points: content.points.map((point) => ({ ...point, outcomes: point.outcomes.filter(isVisible) }))
	};
}

/** One line an organisation: the first that says somebody came, else the first there is. */
function byOrganisation(lines: readonly AttendanceLine[]): AttendanceLine[] {
	const groups = Map.groupBy(lines, ({ organisation, isGuest }) => `${isGuest} ${organisation}`);
	return [...groups.values()].flatMap((group) => {
		const told = group.find(({ attendance }) => attendance === 'in-person' || attendance === 'remote');
		const line = told ?? group[0];
		return line ? [{ ...line, person: '' }] : [];
	});
}
