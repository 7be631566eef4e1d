import { isDay, monthEnd } from '#lib/domain/days.ts';
import { isRecord, keysOf, numberOf, recordsOf, textOf, type Problem, type Raw } from './raw.ts';
import type { Known } from './references.ts';

const SPANS = ['work_packages', 'tasks', 'reporting_periods'] as const;
const DUE = ['deliverables', 'milestones'] as const;

/** Days that do not exist, months and days outside the project, spans that end before they begin. */
export function calendarProblems(file: Raw, known: Known | undefined): Problem[] {
	const project = isRecord(file.project) ? file.project : {};
	const duration = numberOf(project, 'duration_months') ?? known?.durationMonths ?? null;
	const startOn = textOf(project, 'start_on') ?? known?.startOn ?? null;
	return [
		...(duration === null ? [] : monthProblems(file, duration)),
		...spanProblems(file),
		...periodProblems(file, duration),
		...(duration === null || startOn === null || !isDay(startOn)
			? []
			: dueDayProblems(file, startOn, duration)),
		...zoneProblems(file),
		...meetingProblems(file)
	];
}

function monthProblems(file: Raw, duration: number): Problem[] {
	const fields = [
		...SPANS.flatMap((list) => [[list, 'start_month'] as const, [list, 'end_month'] as const]),
		...DUE.map((list) => [list, 'due_month'] as const)
	];
	return fields.flatMap(([list, field]) =>
		recordsOf(file, list).flatMap(({ record, path }) => {
			const month = numberOf(record, field);
			if (month === null || month <= duration) return [];
			return [
				{
					path: `${path}.${field}`,
					message: `month ${month} lies after the end of the project (M${duration})`
				}
			];
		})
	);
}

function spanProblems(file: Raw): Problem[] {
	const months = SPANS.flatMap((list) => recordsOf(file, list)).flatMap(({ record, path }) => {
		const [start, end] = [numberOf(record, 'start_month'), numberOf(record, 'end_month')];
		if (start === null || end === null || start <= end) return [];
		return [{ path: `${path}.end_month`, message: `M${end} lies before the start, M${start}` }];
	});
	const days = recordsOf(file, 'facts').flatMap(({ record, path }) => {
		const [start, end] = [textOf(record, 'starts_on'), textOf(record, 'ends_on')];
		if (start === null || end === null || start <= end) return [];
		return [{ path: `${path}.ends_on`, message: `${end} lies before the start, ${start}` }];
	});
	return [...months, ...days];
}

/** Reporting periods follow each other from month 1, without a gap. */
function periodProblems(file: Raw, duration: number | null): Problem[] {
	const periods = recordsOf(file, 'reporting_periods');
	let expected = 1;
	const problems = periods.flatMap(({ record, path }) => {
		const start = numberOf(record, 'start_month');
		const wrong = start !== null && start !== expected;
		const message = `must begin in M${expected}: reporting periods follow each other without a gap`;
		expected = (numberOf(record, 'end_month') ?? expected) + 1;
		return wrong ? [{ path: `${path}.start_month`, message }] : [];
	});
	const last = periods.at(-1);
	const end = last && numberOf(last.record, 'end_month');
	if (last && end && duration !== null && end < duration)
		problems.push({
			path: `${last.path}.end_month`,
			message: `the last period must end with the project, in M${duration}`
		});
	return problems;
}

function dueDayProblems(file: Raw, startOn: string, duration: number): Problem[] {
	const endOn = monthEnd(startOn, Math.max(1, Math.min(duration, 120)));
	return DUE.flatMap((list) => recordsOf(file, list)).flatMap(({ record, path }) => {
		const day = textOf(record, 'due_on');
		if (day === null || !isDay(day) || (day >= startOn && day <= endOn)) return [];
		return [{ path: `${path}.due_on`, message: `${day} lies outside the project (${startOn} to ${endOn})` }];
	});
}

function zoneProblems(file: Raw): Problem[] {
	const places = [
		...(isRecord(file.project) ? [{ record: file.project, path: 'project' }] : []),
		...recordsOf(file, 'organisations'),
		...recordsOf(file, 'meetings')
	];
	return places.flatMap(({ record, path }) =>
		keysOf(record, 'time_zone')
			.filter(({ key }) => !isTimeZone(key))
			.map(({ key }) => ({
				path: `${path}.time_zone`,
				message: `"${key}" is no IANA time zone; expected one such as Europe/Madrid or Asia/Almaty`
			}))
	);
}

/** A meeting's days are told once and in order, its agenda keeps to them, and no day ends before it begins. */
function meetingProblems(file: Raw): Problem[] {
	return recordsOf(file, 'meetings').flatMap(({ record, path }) => {
		const days = recordsOf(record, 'days');
		const named = days.flatMap((one) => textOf(one.record, 'day') ?? []);
		const twice = days.flatMap((one, index) => {
			const day = named[index];
			return day !== undefined && named.indexOf(day) < index
				? [{ path: `${path}.${one.path}.day`, message: `${day} stands in this list twice` }]
				: [];
		});
		const times = days.flatMap((one) => {
			const [start, end] = [textOf(one.record, 'starts_at'), textOf(one.record, 'ends_at')];
			const at = `${path}.${one.path}.ends_at`;
			if ((start === null) !== (end === null))
				return [{ path: at, message: 'give both times of a day, or none' }];
			return start !== null && end !== null && end <= start
				? [{ path: at, message: `${end} lies before the start, ${start}` }]
				: [];
		});
		const strays = recordsOf(record, 'agenda').flatMap((one) => {
			const day = textOf(one.record, 'day');
			return day === null || named.includes(day)
				? []
				: [{ path: `${path}.${one.path}.day`, message: `the meeting has no day ${day}` }];
		});
		return [...twice, ...times, ...strays];
	});
}

function isTimeZone(name: string): boolean {
	try {
		return name.includes('/') && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
	} catch {
		return false;
	}
}
