import HomeRisks from '#lib/components/home/Risks.svelte';
import RegisterTable from '#lib/components/risks/RegisterTable.svelte';
import { homeRisks } from '#lib/domain/risks/home-risks.ts';
import type { ListedRisk } from '#lib/domain/risks/register.ts';
import { changeOne, proveSilence } from '#tests/support/silence/prove.ts';
import * as risk from '#tests/support/silence/risk-facts.ts';
import { AS_OF, list, shown } from './shown.ts';

export const RISKS_PROOFS = {
	risks: () =>
		proveSilence({
			facts: list(risk.listedRisk),
			silence: (risks: ListedRisk[], index) =>
				changeOne(
					risks,
					index,
					({ hasStatement }) => hasStatement === true,
					(one) => ({
						...one,
						hasStatement: false
					})
				),
			show: (risks) => {
				const seen = homeRisks({ risks, since: '2025-05-31' });
				const props = { risks: seen, slug: 'leslie', asOf: AS_OF };
				const unsaid = risks.filter(({ hasStatement }) => hasStatement === false);
				return [
					shown('home', HomeRisks, props, { good: -seen.unsaid, missing: seen.unsaid }),
					shown(
						'register',
						RegisterTable,
						{ risks: unsaid, slug: 'leslie', period: 'RP2' },
						{ good: -unsaid.length, missing: unsaid.length }
					)
				];
			}
		}),

	assessments: () =>
		proveSilence({
			facts: list(risk.listedRisk),
			silence: (risks: ListedRisk[], index) =>
				changeOne(risks, index, ({ score }) => score !== null, risk.withoutAssessment),
			show: (risks) => {
				const seen = homeRisks({ risks, since: '2025-05-31' });
				const props = { risks: seen, slug: 'leslie', asOf: AS_OF };
				const told = { good: -seen.watched.length, missing: seen.unassessed };
				return [shown('home', HomeRisks, props, told)];
			}
		})
} as const;
