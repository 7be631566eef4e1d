import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Tile from '#lib/components/Tile.svelte';
import { outlookOf } from '#lib/domain/catalogue/outlook.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { periodValues, reportMatrix, standingsIn } from '#lib/domain/check-ins/matrix.ts';
import { partStanding } from '#lib/domain/check-ins/waiting.ts';
import { homeCounts, shownCounts } from '#lib/domain/home-counts.ts';
import { itemTallies } from '#lib/domain/item-tallies.ts';
import { MOBILITY_KINDS } from '#lib/domain/outreach/mobility.ts';
import { logCounts, mobilityCounts } from '#lib/domain/outreach/outreach-counts.ts';
import { periodReadiness } from '#lib/domain/payment-readiness.ts';
import { PROPOSED_QUALITY_PLAN } from '#lib/domain/quality-plan.ts';
import { findingsOf, type ReviewedRound } from '#lib/domain/review-findings.ts';
import { isReviewAhead, isReviewUndated } from '#lib/domain/reviewers-ahead.ts';
import { coverage } from '#lib/domain/values.ts';
import { findingsTiles } from '#lib/text/tiles/findings-tiles.ts';
import { homeTiles } from '#lib/text/tiles/home-tiles.ts';
import { itemListTiles } from '#lib/text/tiles/item-list-tiles.ts';
import { mobilityTiles, outreachTiles } from '#lib/text/tiles/outreach-tiles.ts';
import { paymentTiles } from '#lib/text/tiles/payment-tiles.ts';
import { progressTiles } from '#lib/text/tiles/progress-tiles.ts';
import { reviewsAheadTiles } from '#lib/text/tiles/reviews-ahead-tiles.ts';
import type { TileFacts } from '#lib/text/tiles/tile.ts';
import { aListedItem } from '#tests/support/a-listed-item.ts';
import {
	changeOne,
	hasSuccess,
	proveSilence,
	textOf,
	type Case,
	type Shown
} from '#tests/support/silence/prove.ts';
import * as plan from '#tests/support/silence/plan-facts.ts';
import * as said from '#tests/support/silence/report-facts.ts';
import { TODAY } from '#tests/support/silence/plan-facts.ts';
import * as results from '#tests/support/silence/result-facts.ts';

const AS_OF = '15 Jun 2026';
const HOME = { slug: 'leslie', asOf: AS_OF, waiting: 0, blocked: null };

function shown(tiles: readonly TileFacts[]): Shown[] {
	return tiles.map((tile) => ({
		name: tile.label,
		good: goodOf(tile),
		html: render(Tile, { props: { ...tile } }).body,
		missing: tile.missing ?? 0
	}));
}

function goodOf({ value, better }: TileFacts): number | null {
	if (value === null) return null;
	const number = Number(String(value).replaceAll(/[^\d.]/g, ''));
	return better === 'more' ? number : -number;
}

/** Every list of tiles there is, with facts it is made of and a way to lose one of them. */
const CASES = {
	homeTiles: {
		facts: fc.array(plan.plannedItem, { minLength: 1, maxLength: 8 }),
		silence: plan.withoutDay,
		show: (items) => {
			const listed = items.map((one, index) => aListedItem(`D${index}`, one));
			const counts = shownCounts(homeCounts(listed, { plan: PROPOSED_QUALITY_PLAN, today: TODAY }));
			return shown(homeTiles(counts, { ...HOME, seesDue: true, target: undefined }));
		}
	} satisfies Case<plan.PlannedItem[]>,
	itemListTiles: {
		facts: fc.array(plan.plannedItem, { minLength: 1, maxLength: 8 }),
		silence: plan.withoutDay,
		show: (items) => {
			const listed = items.map((one, index) => aListedItem(`D${index}`, one));
			const tallies = itemTallies(listed, ['planned', 'in-review', 'accepted']);
			return shown(itemListTiles(tallies, { list: '/leslie/deliverables', asOf: AS_OF }));
		}
	} satisfies Case<plan.PlannedItem[]>,
	progressTiles: {
		facts: said.reports,
		silence: (reports, index) => changeOne(reports, index, said.isReport, said.withoutReport),
		show: (reports) => {
			const { organisations, period, stored, asked } = said.reportedIn(reports);
			const matrix = reportMatrix(organisations, [period], stored, TODAY);
			return shown(
				progressTiles(
					{
						...period,
						covered: coverage(periodValues(period, organisations, stored)),
						standings: standingsIn(matrix, period.startsOn),
						waiting: [{ waiting: partStanding(['UZ'], asked) }]
					},
					'leslie',
					AS_OF
				)
			);
		}
	} satisfies Case<said.Reported[]>,
	paymentTiles: {
		isVerdict: true,
		facts: fc.array(plan.workPackage, { minLength: 1, maxLength: 4 }),
		silence: (packages, index) => changeOne(packages, index, plan.isConfirmed, plan.unconfirmed),
		show: (packages) =>
			shown(
				paymentTiles(
					packages.map((one) => periodReadiness(one, plan.SPAN).verdict),
					AS_OF
				)
			)
	} satisfies Case<plan.WorkPackage[]>,
	reviewsAheadTiles: {
		facts: fc.array(plan.plannedReview, { minLength: 1, maxLength: 8 }),
		silence: (reviews, index) =>
			changeOne(
				reviews,
				index,
				({ dueOn }) => dueOn !== null,
				(one) => ({ ...one, dueOn: null })
			),
		show: (reviews) =>
			shown(
				reviewsAheadTiles(
					{
						covers: reviews.filter((one) => isReviewAhead(one, TODAY)).map(({ cover }) => cover),
						undated: reviews.filter(isReviewUndated).length,
						tooMany: reviews.filter((one) => one.tooMany && isReviewAhead(one, TODAY)).length
					},
					AS_OF
				)
			)
	} satisfies Case<plan.PlannedReview[]>,
	findingsTiles: {
		facts: fc.array(plan.review, { minLength: 1, maxLength: 8 }),
		silence: plan.withoutResult,
		show: (reviews) => shown(findingsTiles(findingsOf(reviews), (filter) => `?show=${filter}`, AS_OF))
	} satisfies Case<ReviewedRound[]>,
	mobilityTiles: {
		facts: fc.array(results.countedRecord, { minLength: 1, maxLength: 6 }),
		silence: results.withoutHeads('participant', MOBILITY_KINDS),
		show: (records) => shown(mobilityTiles(mobilityCounts(records), (kind) => `?kind=${kind}`))
	} satisfies Case<results.CountedRecord[]>,
	outreachTiles: {
		facts: fc.array(results.countedRecord, { minLength: 1, maxLength: 6 }),
		silence: results.withoutHeads('audience', ['event']),
		show: (records) => shown(outreachTiles(logCounts(records), () => '?'))
	} satisfies Case<results.CountedRecord[]>
};

describe('silence never makes a tile look better:', () => {
	test('of the first page, of a missing day', () => proveSilence(CASES.homeTiles));
	test('of deliverables and milestones, of a missing day', () => proveSilence(CASES.itemListTiles));
	test('of progress, of a missing report', () => proveSilence(CASES.progressTiles));
	test('of payment, of a lead that said nothing', () => proveSilence(CASES.paymentTiles));
	test('of reviews ahead, of a missing day', () => proveSilence(CASES.reviewsAheadTiles));
	test('of what reviews find, of a review without a result', () => proveSilence(CASES.findingsTiles));
	test('of mobility, of people nobody counted', () => proveSilence(CASES.mobilityTiles));
	test('of dissemination, of people nobody counted', () => proveSilence(CASES.outreachTiles));

	test('of dissemination, of an emblem that nobody looked for', () =>
		proveSilence({
			...CASES.outreachTiles,
			facts: fc.array(
				results.countedRecord.map((one) => ({ ...one, state: 'done' as const, level: 'PU' as const })),
				{ minLength: 1, maxLength: 6 }
			),
			silence: (records, index) =>
				changeOne(
					records,
					index,
					({ visibility }) => visibility !== null,
					(one) => ({
						...one,
						visibility: null
					})
				)
		}));

	test('of the catalogue on the first page, of credits that nobody gave', () =>
		proveSilence({
			facts: fc.array(results.credits, { minLength: 1, maxLength: 6 }),
			silence: results.withoutCredits,
			show: (credits) => {
				const outlook = outlookOf(results.AIM, PROPOSED_ALGORITHM, credits.map(results.pastOf), TODAY);
				const target = { ...results.AIM, id: 'target', outlook, part: null, title: 'Credits', others: [] };
				const counts = shownCounts(homeCounts([], { plan: PROPOSED_QUALITY_PLAN, today: TODAY }));
				const tiles = homeTiles(counts, { ...HOME, seesDue: false, target });
				return shown(tiles.filter(({ label }) => label === 'Catalogue target'));
			}
		}));
});

test('a tile that knows nothing says so, and praises nothing', () => {
	const praised = {
		label: 'Checked',
		better: 'more',
		status: { tone: 'good', label: 'All checked' }
	} as const;
	const html = (more: Pick<TileFacts, 'value' | 'missing'>) =>
		render(Tile, { props: { ...praised, ...more } }).body;
	expect(hasSuccess(html({ value: 3 }))).toBe(true);
	expect(hasSuccess(html({ value: 3, missing: 1 }))).toBe(false);
	expect(hasSuccess(html({ value: null }))).toBe(false);
	expect(textOf(html({ value: null }))).toContain('No data yet');
});

test('every tile of every page comes from a list that is proved here', async () => {
	const lists = import.meta.glob<Record<string, unknown>>('/src/lib/text/tiles/*.ts', { eager: true });
	const made = Object.values(lists).flatMap((module) => Object.keys(module));
	expect(made.filter((name) => !(name in CASES))).toEqual([]);
	expect(Object.keys(CASES).filter((name) => !made.includes(name))).toEqual([]);

	const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.svelte'))
		.map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }));
	const tiles = sources.filter(({ text }) => /<Tile\b/.test(text)).map(({ path }) => path);
	expect(tiles).toEqual([join('lib', 'components', 'TileRow.svelte')]);
	const rows = sources.filter(({ text }) => /<TileRow\b/.test(text));
	expect(rows.length).toBeGreaterThan(5);
	expect(rows.filter(({ text }) => !text.includes("from '#lib/text/tiles/")).map(({ path }) => path)).toEqual(
		[]
	);
});
