import { render } from 'svelte/server';
import Badge from '#lib/components/Badge.svelte';
import TargetSummary from '#lib/components/catalogue/TargetSummary.svelte';
import TotalLine from '#lib/components/indicators/TotalLine.svelte';
import CountTable from '#lib/components/outreach/CountTable.svelte';
import Reach from '#lib/components/outreach/Reach.svelte';
import { outlookOf } from '#lib/domain/catalogue/outlook.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { indicatorTotal } from '#lib/domain/indicators/actuals.ts';
import { targetStanding } from '#lib/domain/indicators/targets.ts';
import { MOBILITY_KINDS } from '#lib/domain/outreach/mobility.ts';
import { countBy, headsOf } from '#lib/domain/outreach/outreach-counts.ts';
import { TARGET_STANDING_TEXT } from '#lib/text/indicators.ts';
import { changeOne, proveSilence } from '#tests/support/silence/prove.ts';
import * as said from '#tests/support/silence/report-facts.ts';
import * as results from '#tests/support/silence/result-facts.ts';
import { TODAY } from '#tests/support/silence/plan-facts.ts';
import { AS_OF, list, shown } from './shown.ts';

export const RESULTS_PROOFS = {
	indicators: () =>
		proveSilence({
			facts: list(said.actual),
			silence: (actuals: said.Actual[], index) =>
				changeOne(
					actuals,
					index,
					(one) => one.standing !== 'missing',
					(one) => ({
						...one,
						standing: 'missing' as const
					})
				),
			show: (actuals) => {
				const { ids, stored } = said.actualsOf(actuals);
				const total = indicatorTotal(ids, stored, TODAY);
				const { sum: good, missing } = total;
				const target = { dueOn: TODAY, value: 300 };
				const standing = targetStanding(target, () => total, TODAY);
				const badge = render(Badge, { props: TARGET_STANDING_TEXT[standing] }).body;
				return [
					shown('total', TotalLine, { total, unit: 'people' }, { good, missing }),
					{ name: 'target', good: standing === 'reached' ? 1 : 0, missing: 0, html: badge }
				];
			}
		}),

	heads: () =>
		proveSilence({
			facts: list(results.countedRecord),
			silence: results.withoutHeads('audience', ['event', ...MOBILITY_KINDS]),
			show: (records) => {
				const isAudience = ({ role }: { role: string }) => role === 'audience';
				const held = records.filter(
					({ kind }) => kind === 'event' || MOBILITY_KINDS.some((one) => one === kind)
				);
				const cells = countBy(held, () => '2026', isAudience);
				const { sum = null, missing = 0 } = cells[0]?.heads ?? {};
				const words = { caption: 'By year', textOf: (key: string) => key, hrefOf: () => null };
				return [
					shown('table', CountTable, { cells, ...words }, { good: sum, missing }),
					...held.flatMap((one, index) => {
						if (one.state !== 'done') return [];
						const { sum: good, missing: open } = headsOf([one], isAudience);
						return [shown(`record ${index}`, Reach, { heads: one.heads }, { good, missing: open })];
					})
				];
			}
		}),

	target: () =>
		proveSilence({
			facts: list(results.credits),
			silence: results.withoutCredits,
			show: (entries) => {
				const outlook = outlookOf(results.AIM, PROPOSED_ALGORITHM, entries.map(results.pastOf), TODAY);
				const props = {
					summary: { ...results.AIM, outlook, part: null, others: [] },
					slug: 'leslie',
					asOf: AS_OF
				};
				const told = { good: outlook.have, missing: outlook.withoutEcts };
				const isSettled = outlook.verdict === 'reached';
				return [{ ...shown('target', TargetSummary, props, told), isSettled }];
			}
		})
} as const;
