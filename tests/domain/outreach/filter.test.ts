import { expect, test } from 'vitest';
import { filterOutreach, readOutreachFilter } from '#lib/domain/outreach/outreach-filter.ts';

const line = (code: string, startsOn: string | null) => ({
	code,
	kind: 'event',
	state: 'done',
	startsOn,
	country: 'KZ',
	acronym: 'KAZNU',
	search: code.toLowerCase()
});
const LINES = [line('DC-1', '2025-04-10'), line('DC-2', null), line('DC-3', '2026-01-02')];
const found = (query: string) =>
	filterOutreach(LINES, readOutreachFilter(new URLSearchParams(query))).map(({ code }) => code);

test('the log is filtered by year, and what has no known date is a choice of its own', () => {
	expect(found('')).toEqual(['DC-1', 'DC-2', 'DC-3']);
	expect(found('year=2025')).toEqual(['DC-1']);
	expect(found('year=none')).toEqual(['DC-2']);
	expect(found('year=nonsense')).toEqual(['DC-1', 'DC-2', 'DC-3']);
	expect(found('country=UZ')).toEqual([]);
});
