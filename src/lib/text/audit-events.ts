import { actText } from './acts.ts';
import { calendarMonthText, dayText } from './dates.ts';

interface Told {
	act: string;
	recordLabel: string;
	/** JSON. */
	details: string;
}

/** What was done to what, in one line: "D4.2: signed off". */
export function eventText({ act, recordLabel, details }: Told): string {
	const record = recordText(recordLabel);
	if (act === 'reminder:send') return `${record}: reminder sent to ${remindedText(details)}`;
	return record === '' ? actText(act) : `${record}: ${actText(act)}`;
}

/** A record as people call it; check-ins are kept under the first day of their period. */
export function recordText(label: string): string {
	const found = /^Check-in (?:(?<who>.+) )?(?<startsOn>\d{4}-\d{2}-\d{2})$/.exec(label);
	const { who, startsOn = '' } = found?.groups ?? {};
	if (startsOn === '') return label.startsWith('/') ? pathText(label) : plainText(label);
	const period = startsOn.endsWith('-01')
		? calendarMonthText(startsOn)
		: `the period from ${dayText(startsOn)}`;
	return who === undefined ? `Check-ins of ${period}` : `Check-in of ${who} for ${period}`;
}

/** A refused attempt at what has no name yet is kept by its address: "/leslie/meetings/new" reads "meetings, new". */
function pathText(path: string): string {
	const [, , ...parts] = path.split('/');
	return parts.length === 0 ? 'the project' : parts.map(plainText).join(', ');
}

/** Days in words, and the name a meeting has in addresses without its hyphens. */
function plainText(label: string): string {
	const dated = label.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dayText);
	return /^[a-z]+(-[a-z0-9]+){2,}$/.test(dated) ? dated.replaceAll('-', ' ') : dated;
}

function remindedText(json: string): string {
	const details: unknown = JSON.parse(json);
	const names =
		typeof details === 'object' && details !== null && 'organisations' in details
			? details.organisations
			: undefined;
	return Array.isArray(names) && names.length > 0 ? names.join(', ') : 'who was silent';
}
