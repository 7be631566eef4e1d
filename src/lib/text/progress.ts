import type { MatrixCell, Timeliness } from '#lib/domain/check-ins/matrix.ts';
import type { Standing } from '#lib/domain/check-ins/standing.ts';
import type { PartStanding } from '#lib/domain/check-ins/waiting.ts';
import { reported, type Coverage } from '#lib/domain/values.ts';
import { STANDING_TEXT } from './check-ins/words.ts';
import { latenessText } from './dates.ts';

/** One letter a standing, for a cell; its word and its shape stand in the legend. */
export const STANDING_LETTER = {
	awaited: '·',
	draft: '·',
	silent: 'S',
	returned: 'B',
	reported: 'R',
	nil: 'N',
	'accepted-country': 'C',
	'accepted-project': 'A',
	locked: 'L'
} as const satisfies Record<Standing, string>;

/** What the legend explains, in the order of good news last. */
export const LEGEND: readonly Standing[] = [
	'silent',
	'returned',
	'awaited',
	'reported',
	'nil',
	'accepted-country',
	'accepted-project',
	'locked'
];

/** "Accepted, nothing to report, 3 days late". */
export function cellText({ standing, isNil, daysLate }: MatrixCell): string {
	return [
		STANDING_TEXT[standing].label,
		...(isNil && standing !== 'nil' ? ['nothing to report'] : []),
		...(daysLate !== null && daysLate > 0 ? [latenessText(daysLate)] : [])
	].join(', ');
}

/** "9 of 11 in time, 1 late, 1 silent". */
export function timelinessText({ over, inTime, late, missing }: Timeliness): string {
	if (over === 0) return 'nothing was due yet';
	return [
		`${inTime} of ${over} in time`,
		...(late > 0 ? [`${late} late`] : []),
		...(missing > 0 ? [`${missing} silent`] : [])
	].join(', ');
}

/** "waiting for 1 of 6 UZ partners": reports that lack, then acceptances that do; done only when all are accepted. */
export function waitingText(part: PartStanding, country: string): string {
	const { asked, forReports, forAcceptance, forProject, without } = part;
	const open = forReports.length + forAcceptance.length;
	const partners = `${country} ${asked === 1 ? 'partner' : 'partners'}`;
	if (open > 0) return `waiting for ${open} of ${asked} ${partners}`;
	const here = asked - without.length;
	if (forProject.length > 0)
		return `${here} of ${asked} ${partners} reported, ${forProject.length} for the coordinator to accept`;
	if (without.length > 0) return `${here} of ${asked} ${partners} are done`;
	return asked === 1 ? `the ${country} partner is done` : `all ${asked} ${country} partners are done`;
}

/** "no report of BSU; returned: IAU; for the country to accept: FPI; gone on without TIIAME". */
export function waitingNames(part: PartStanding): string {
	const { forReports, returned, forAcceptance, forProject, without } = part;
	const silent = forReports.filter((name) => !returned.includes(name));
	return [
		...(silent.length > 0 ? [`no report of ${silent.join(', ')}`] : []),
		...(returned.length > 0 ? [`returned for a better answer: ${returned.join(', ')}`] : []),
		...(forAcceptance.length > 0 ? [`for the country to accept: ${forAcceptance.join(', ')}`] : []),
		...(forProject.length > 0 ? [`for the coordinator to accept: ${forProject.join(', ')}`] : []),
		...(without.length > 0 ? [`gone on without ${without.join(', ')}: not reported`] : [])
	].join('; ');
}

/** "12 of 14 reported, 2 nil, 1 silent, 1 returned". */
export function reportedText(covered: Coverage, standings: Partial<Record<Standing, number>>): string {
	const { silent = 0, returned = 0, awaited = 0, draft = 0 } = standings;
	return [
		`${reported(covered)} of ${covered.asked} reported`,
		...(covered.nil > 0 ? [`${covered.nil} nil`] : []),
		...(silent > 0 ? [`${silent} silent`] : []),
		...(returned > 0 ? [`${returned} returned`] : []),
		...(awaited + draft > 0 ? [`${awaited + draft} still have time`] : [])
	].join(', ');
}
