import { dayText } from '#lib/text/dates.ts';

/** "10 Apr 2025", "10 – 12 Apr 2025", or that nobody has told the day. */
export function daysText(startsOn: string | null, endsOn: string | null): string {
	if (startsOn === null) return 'date not known';
	if (endsOn === null || endsOn === startsOn) return dayText(startsOn);
	const isSameMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7);
	const from = dayText(startsOn);
	return `${isSameMonth ? from.split(' ')[0] : from} – ${dayText(endsOn)}`;
}
