import { periodText } from './check-ins/words.ts';
import { dayText } from './dates.ts';

interface Span {
	startsOn: string;
	endsOn: string;
}

interface ReminderFacts {
	period: Span;
	dueOn: string;
	organisation: string;
	owed: readonly { code: string; title: string; dueOn: string | null }[];
	earlier: readonly Span[];
	note: string;
	sender: string;
}

/** One mail for everything that an organisation owes a check-in on. */
export function reminderMail(facts: ReminderFacts): { subject: string; body: string } {
	const period = periodText(facts.period);
	const { dueOn, organisation, owed, earlier, note, sender } = facts;
	const items = owed.map(({ code, title, dueOn: due }) => `- ${code} ${title}, due ${dayText(due)}`);
	const parts = [
		`The check-in of ${organisation} for ${period} was due on ${dayText(dueOn)} and has not come.`,
		...(earlier.length > 0 ? [`Nothing came for ${earlier.map(periodText).join(', ')} either.`] : []),
		...(items.length > 0 ? [['A word on these is waited for:', ...items].join('\n')] : []),
		'“Nothing to report” is an answer, too: one tap.',
		...(note === '' ? [] : [`${sender} writes: ${note}`])
	];
	const count = owed.length === 1 ? '1 item waits' : `${owed.length} items wait`;
	return {
		subject: `Check-in for ${period}: ${owed.length === 0 ? 'your word is waited for' : `${count} for your word`}`,
		body: parts.join('\n\n')
	};
}
