import type { PeriodVerdict } from '#lib/domain/payment-readiness.ts';
import type { TileFacts } from './tile.ts';

/** How many work packages stand how in a reporting period. */
export function paymentTiles(verdicts: readonly PeriodVerdict[], asOf: string): TileFacts[] {
	const having = (...some: readonly PeriodVerdict[]) =>
		verdicts.filter((verdict) => some.includes(verdict)).length;
	const blocked = having('blocked');
	const unconfirmed = having('unconfirmed');
	const missing = having('unconfirmed', 'unknown');
	const common = { of: verdicts.length, href: '#packages', asOf };
	return [
		{ ...common, label: 'Can be declared complete', value: having('ready'), better: 'more' },
		{
			...{
				...common,
				label: 'Blocked',
				value: blocked,
				missing,
				missingText: 'not confirmed',
				better: 'fewer'
			},
			status: blocked > 0 ? { tone: 'bad', label: 'something is in the way' } : undefined
		},
		{ ...common, label: 'On course', value: having('on-course'), better: 'more' },
		{
			...{ ...common, label: 'Not confirmed', value: missing, better: 'fewer' },
			status: unconfirmed > 0 ? { tone: 'warn', label: 'somebody is silent' } : undefined
		}
	];
}
