import { expect, test } from 'vitest';
import { linkResult, type LinkAnswer } from '#lib/domain/outreach/link-checks.ts';
import { mobilityGaps } from '#lib/domain/outreach/mobility.ts';
import {
	dayBlocks,
	doiOf,
	outreachBlocks,
	outreachGaps,
	visibilityBlocks
} from '#lib/domain/outreach/rules.ts';

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

test.each([
	['https://doi.org/10.3390/su18041901', '10.3390/su18041901'],
	['doi: 10.3390/su18041901', '10.3390/su18041901'],
	[' 10.3390/su18041901 ', '10.3390/su18041901'],
	['', '']
])('the DOI in “%s” is “%s”', (text, doi) => {
	expect(doiOf(text)).toBe(doi);
});

test.each([
	['done', '2026-06-16', ['outreach-not-begun']],
	['done', '2026-06-15', []],
	['done', null, []],
	['planned', null, ['outreach-day-missing']],
	['planned', '2026-09-01', []],
	['cancelled', null, []]
] as const)('%s on %s', (state, startsOn, expected) => {
	expect(codes(dayBlocks({ state, startsOn }, '2026-06-15'))).toEqual(expected);
});

test('an address that no browser follows and a DOI that is none are refused together', () => {
	const line = { state: 'done', startsOn: null, url: 'ftp://example.org', doi: 'su18041901' } as const;
	expect(codes(outreachBlocks(line, '2026-06-15'))).toEqual(['link-not-web', 'doi-shape']);
});

test('only what is public and stands owes emblem and disclaimer', () => {
	expect(codes(visibilityBlocks({ code: 'DC-1', state: 'cancelled', level: 'SEN' }))).toEqual([
		'outreach-cancelled',
		'outreach-not-public'
	]);
	expect(visibilityBlocks({ code: 'DC-1', state: 'planned', level: 'PU' })).toEqual([]);
});

const BARE = {
	kind: 'event',
	state: 'done',
	level: 'PU',
	startsOn: null,
	url: null,
	doi: null,
	licence: null,
	visibility: null,
	isCounted: false,
	evidence: 0,
	link: null
} as const;

test('what is missing of a line depends on what it is', () => {
	expect(outreachGaps(BARE)).toEqual(['day', 'visibility', 'audience', 'evidence']);
	expect(outreachGaps({ ...BARE, kind: 'publication', url: 'https://a.example', link: 'gone' })).toEqual([
		'day',
		'visibility',
		'link-gone',
		'doi',
		'licence'
	]);
	expect(outreachGaps({ ...BARE, kind: 'media', level: 'SEN', startsOn: '2026-01-01' })).toEqual(['address']);
	expect(outreachGaps({ ...BARE, state: 'planned' })).toEqual([]);
});

test('only trainings and workshops miss trainers', () => {
	const bare = {
		state: 'done',
		topics: '',
		results: '',
		hasParticipants: false,
		hasTrainers: false
	} as const;
	expect(mobilityGaps({ ...bare, kind: 'visit', evidence: 1 })).toEqual([
		'participants',
		'topics',
		'results'
	]);
	expect(mobilityGaps({ ...bare, kind: 'training', evidence: 0 })).toEqual([
		'participants',
		'trainers',
		'evidence',
		'topics',
		'results'
	]);
});

const page = (sha256: string): LinkAnswer => ({ kind: 'body', status: 200, sha256, size: 1 });

test.each([
	['the first time', page('a'), null, 'answered'],
	['the same again', page('a'), 'a', 'answered'],
	['another page', page('b'), 'a', 'changed'],
	['not found', { kind: 'status', status: 404 }, 'a', 'gone'],
	['gone for good', { kind: 'status', status: 410 }, null, 'gone'],
	['a closed site', { kind: 'status', status: 503 }, 'a', 'no-answer'],
	['turned away', { kind: 'status', status: 403 }, 'a', 'no-answer'],
	['no name', { kind: 'none', note: '' }, 'a', 'no-answer'],
	['a private address', { kind: 'refused', note: '' }, null, 'refused']
] as const)('%s', (_name, answer, previous, expected) => {
	expect(linkResult(answer, previous)).toBe(expected);
});
