import fc from 'fast-check';
import { render } from 'svelte/server';
import Badge from '#lib/components/Badge.svelte';
import Packages from '#lib/components/home/Packages.svelte';
import HomeReviewers from '#lib/components/home/Reviewers.svelte';
import { computeHealth } from '#lib/domain/health-rules.ts';
import { outreachGaps } from '#lib/domain/outreach/rules.ts';
import { periodReadiness } from '#lib/domain/payment-readiness.ts';
import { readiness } from '#lib/domain/readiness.ts';
import { isReviewAhead, isReviewUndated } from '#lib/domain/reviewers-ahead.ts';
import { HEALTH_CAUSE_TEXT, HEALTH_TEXT } from '#lib/text/health.ts';
import { OUTREACH_GAP_TEXT } from '#lib/text/outreach/words.ts';
import { changeOne, proveSilence } from '#tests/support/silence/prove.ts';
import Readiness from '#lib/components/Readiness.svelte';
import * as plan from '#tests/support/silence/plan-facts.ts';
import * as results from '#tests/support/silence/result-facts.ts';
import { TODAY } from '#tests/support/silence/plan-facts.ts';
import { AS_OF, list, shown } from './shown.ts';

const withoutDue = <T extends { dueOn: string | null }>(all: readonly T[], index: number) =>
	changeOne(
		all,
		index,
		({ dueOn }) => dueOn !== null,
		(one) => ({ ...one, dueOn: null })
	);

export const VERDICTS_PROOFS = {
	payment: () =>
		proveSilence({
			isVerdict: true,
			facts: plan.workPackage,
			silence: (one: plan.WorkPackage) => (plan.isConfirmed(one) ? plan.unconfirmed(one) : null),
			show: (one) => {
				const { verdict, blocking } = periodReadiness(one, plan.SPAN);
				const facts = { number: 4, title: 'Catalogue', lead: null, leadCountry: null, period: 2 };
				const packages = [{ ...facts, health: 'unknown' as const, readiness: { verdict, blocking } }];
				const good = ['blocked', 'unconfirmed'].includes(verdict) ? 0 : 1;
				const missing = verdict === 'unconfirmed' ? 1 : 0;
				return [shown('payment', Packages, { packages, slug: 'leslie' }, { good, missing })];
			}
		}),

	readiness: () =>
		proveSilence({
			facts: list(
				fc.record({
					state: fc.constantFrom('verified', 'declared'),
					means: fc.constant(2),
					meansWithEvidence: fc.nat({ max: 2 })
				})
			),
			silence: (milestones, index) =>
				changeOne(
					milestones,
					index,
					(one) => one.meansWithEvidence > 0,
					(one) => ({
						...one,
						meansWithEvidence: one.meansWithEvidence - 1
					})
				),
			show: (milestones) => {
				const coded = milestones.map((one, index) => ({ ...one, code: `MS${index}` }));
				const { verdict, blocks } = readiness({ deliverables: [], milestones: coded, risks: [] });
				const props = { slug: 'leslie', code: 'WP4', readiness: { verdict, blocks } };
				const missing = coded.reduce(
					(sum, { means, meansWithEvidence }) => sum + means - meansWithEvidence,
					0
				);
				return [shown('readiness', Readiness, props, { good: -blocks.length, missing })];
			}
		}),

	health: () =>
		proveSilence({
			facts: list(plan.plannedItem),
			silence: plan.withoutDay,
			show: (items) => {
				const coded = items.map((one, index) => ({ ...one, code: `D${index}` }));
				const { health, causes } = computeHealth(coded, TODAY, 14);
				const missing = items.filter(({ contractualOn }) => contractualOn === null).length;
				const html = render(Badge, { props: HEALTH_TEXT[health] }).body;
				const said = causes.map(({ code }) => HEALTH_CAUSE_TEXT[code]).join(' ');
				return [{ name: 'health', good: health === 'on-track' ? 1 : 0, missing, html: `${html} ${said}` }];
			}
		}),

	reviewers: () =>
		proveSilence({
			facts: list(plan.plannedReview),
			silence: withoutDue,
			show: (reviews: plan.PlannedReview[]) => {
				const ahead = reviews.filter((one) => isReviewAhead(one, TODAY));
				const having = (cover: string) => ahead.filter((one) => one.cover === cover).length;
				const undated = reviews.filter(isReviewUndated).length;
				const counts = { of: ahead.length, toAssign: having('to-assign'), nobody: having('nobody') };
				const reviewers = { ...counts, undated, tooMany: 0 };
				const props = { reviewers, slug: 'leslie', asOf: AS_OF };
				const good = -(counts.toAssign + counts.nobody);
				return [shown('reviewers', HomeReviewers, props, { good, missing: undated })];
			}
		}),

	gaps: () =>
		proveSilence({
			facts: results.toldLine,
			silence: results.withoutAnswer,
			show: (line) => {
				const gaps = outreachGaps(line);
				const text = gaps.map((gap) => OUTREACH_GAP_TEXT[gap]).join(', ');
				const props =
					gaps.length > 0
						? { tone: 'warn' as const, label: text }
						: { tone: 'good' as const, label: 'Complete' };
				const html = render(Badge, { props }).body;
				return [{ name: 'gaps', good: -gaps.length, missing: gaps.length, html: `Missing ${html}` }];
			}
		})
} as const;
