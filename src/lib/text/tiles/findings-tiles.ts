import { ENOUGH_REVIEWS, type Findings } from '#lib/domain/review-findings.ts';
import type { TileFacts } from './tile.ts';

type Filter = 'over' | 'unchanged' | 'blocking' | 'failed';

/** What reviews find. Below a few reviews no number is told, only how many there are. */
export function findingsTiles(
	findings: Findings,
	href: (filter: Filter) => string,
	asOf: string
): TileFacts[] {
	const { over, running, first, blocking, questions } = findings;
	const tooFew = (count: number) =>
		count < ENOUGH_REVIEWS
			? { value: null, of: undefined, unit: undefined, coverage: `${count} over, ${ENOUGH_REVIEWS} needed` }
			: {};
	const open = (missing: number) => ({ missing, missingText: 'without a result yet', asOf });
	return [
		{
			...{ label: 'First reviews signed unchanged', value: first.unchanged, of: first.over },
			...{ better: 'more', href: href('unchanged'), ...open(first.running) },
			...tooFew(first.over)
		},
		{
			...{ label: 'Blocking comments', value: blocking, unit: `in ${over} reviews`, better: 'fewer' },
			...{ href: href('blocking'), ...open(running) },
			...tooFew(over)
		},
		{
			...{ label: 'Questions answered no', value: questions.failed, of: questions.answered },
			...{ better: 'fewer', href: href('failed'), asOf },
			...{ missing: questions.unknown, missingText: 'not known yet' },
			...tooFew(over)
		}
	];
}
