import type { AnswerCounts } from '#lib/domain/meetings/invitations.ts';
import type { Attendance, InvitationAnswer } from '#lib/domain/meetings/meetings.ts';
import type { Quorum } from '#lib/domain/meetings/quorum.ts';

export const ANSWER_TEXT: Record<InvitationAnswer, { label: string; tone: 'good' | 'bad' | 'waiting' }> = {
	yes: { label: 'comes', tone: 'good' },
	maybe: { label: 'perhaps', tone: 'waiting' },
	no: { label: 'does not come', tone: 'bad' }
};

export const ATTENDANCE_TEXT: Record<
	Attendance,
	{ label: string; tone: 'good' | 'bad'; shape?: 'check' | 'disc' | 'half' }
> = {
	'in-person': { label: 'in person', tone: 'good' },
	remote: { label: 'remote', tone: 'good', shape: 'disc' },
	represented: { label: 'represented', tone: 'good', shape: 'half' },
	absent: { label: 'absent', tone: 'bad' }
};

/** 11 of 14 members, quorum 10. */
export function quorumText({ there, members, needed }: Quorum): string {
	return `${there} of ${members} ${members === 1 ? 'member' : 'members'}, quorum ${needed}`;
}

/** What is missing, or that nothing is. */
export function quorumStandingText({ holds, missing, unrecorded }: Quorum): string {
	const rest = unrecorded.length > 0 ? ` Nothing is recorded of ${unrecorded.length}.` : '';
	if (holds) return `The quorum holds.${rest}`;
	return missing === 1
		? `One member is missing to the quorum.${rest}`
		: `${missing} members are missing to the quorum.${rest}`;
}

/** 9 come · 1 comes perhaps · 2 do not come · 3 have not answered. */
export function answersText({ yes, maybe, no, silent }: AnswerCounts): string {
	return [
		`${yes} ${yes === 1 ? 'comes' : 'come'}`,
		...(maybe > 0 ? [`${maybe} ${maybe === 1 ? 'comes' : 'come'} perhaps`] : []),
		...(no > 0 ? [`${no} ${no === 1 ? 'does' : 'do'} not come`] : []),
		`${silent} ${silent === 1 ? 'has' : 'have'} not answered`
	].join(' · ');
}

/** No answer for 12 days; before the invitations are out nobody was asked. */
export function silenceText(days: number, isTold: boolean): string {
	if (!isTold) return 'not told yet';
	if (days <= 0) return 'asked today';
	return `no answer for ${days} ${days === 1 ? 'day' : 'days'}`;
}
