import { expect, test } from 'vitest';
import {
	lastDue,
	periodCoverage,
	reportMatrix,
	silentIn,
	type MatrixReport
} from '#lib/domain/check-ins/matrix.ts';
import { partStanding, type Asked } from '#lib/domain/check-ins/waiting.ts';
import { cellText, timelinessText, waitingNames, waitingText } from '#lib/text/progress.ts';

const TODAY = '2026-06-15';
const period = (id: string | null, startsOn: string, dueOn: string) => ({
	id,
	startsOn,
	endsOn: startsOn,
	opensOn: startsOn,
	dueOn,
	lockedAt: null
});
const PERIODS = [
	period('apr', '2026-04-01', '2026-05-08'),
	period(null, '2026-05-01', '2026-06-05'),
	period(null, '2026-06-01', '2026-07-07')
];
const bsu = { id: 'bsu', acronym: 'BSU', country: 'UZ', role: 'partner' as const };
const iau = { id: 'iau', acronym: 'IAU', country: 'UZ', role: 'partner' as const };
const late: MatrixReport = {
	organisationId: 'bsu',
	periodId: 'apr',
	facts: { state: 'accepted-project', answer: 'nil', firstSubmittedOn: '2026-05-11' }
};

test('a period that nobody has touched has a cell for everybody: silent once its due day is over, awaited before', () => {
	const [row] = reportMatrix([iau], PERIODS, [late], TODAY);
	expect(row?.cells.map(({ standing }) => standing)).toEqual(['silent', 'silent', 'awaited']);
	expect(row?.timeliness).toEqual({ over: 2, inTime: 0, late: 0, missing: 2 });
});

test('what came late stays late after it was accepted, and a nil return stays one', () => {
	const [row] = reportMatrix([bsu], PERIODS, [late], TODAY);
	const [cell] = row?.cells ?? [];
	expect(cell && cellText(cell)).toBe('Accepted, nothing to report, 3 days late');
	expect(row && timelinessText(row.timeliness)).toBe('0 of 2 in time, 1 late, 1 silent');
});

test('the last period that is over is what everybody should have answered by now', () => {
	expect(lastDue(PERIODS, TODAY)?.startsOn).toBe('2026-05-01');
	expect(lastDue(PERIODS, '2026-05-08')).toBeUndefined();
	const rows = reportMatrix([bsu, iau], PERIODS, [late], TODAY);
	expect(silentIn(rows, '2026-04-01').map(({ acronym }) => acronym)).toEqual(['IAU']);
});

test('of a period nobody touched nothing is counted as reported', () => {
	const [april, may] = PERIODS;
	expect(april && periodCoverage(april, [bsu, iau], [late])).toMatchObject({ asked: 2, nil: 1, missing: 1 });
	expect(may && periodCoverage(may, [bsu, iau], [late])).toMatchObject({ asked: 2, nil: 0, missing: 2 });
});

test('who is waited for is said with the number of all', () => {
	const waiting = {
		asked: 6,
		forReports: ['IAU'],
		returned: [],
		forAcceptance: [],
		forProject: [],
		without: []
	};
	expect(waitingText(waiting, 'UZ')).toBe('waiting for 1 of 6 UZ partners');
	expect(waitingText({ ...waiting, forReports: [] }, 'UZ')).toBe('all 6 UZ partners are done');
});

test('a country is done only when everything is accepted, and what came back is no silence', () => {
	const org = (acronym: string, country: string, state: Asked['state'], role: Asked['role'] = 'partner') => ({
		...{ id: acronym, acronym, country, role, state, without: [] }
	});
	const told = (country: string, ...consortium: Asked[]) => {
		const part = partStanding([country], consortium);
		return [waitingText(part, country), waitingNames(part)];
	};
	const fpi = org('FPI', 'UZ', 'submitted', 'national-coordinator');
	expect(told('ES', org('UPV', 'ES', 'submitted'))).toEqual([
		'1 of 1 ES partner reported, 1 for the coordinator to accept',
		'for the coordinator to accept: UPV'
	]);
	expect(told('ES', org('UPV', 'ES', 'accepted-project'))).toEqual(['the ES partner is done', '']);
	expect(told('UZ', fpi, org('BSU', 'UZ', 'returned'), org('IAU', 'UZ', 'submitted'))).toEqual([
		'waiting for 2 of 3 UZ partners',
		'returned for a better answer: BSU; for the country to accept: IAU; for the coordinator to accept: FPI'
	]);
	expect(told('UZ', fpi, org('BSU', 'UZ', 'accepted-country'))[0]).toBe(
		'2 of 2 UZ partners reported, 2 for the coordinator to accept'
	);
});
