import type { Cover } from '#lib/domain/reviewers-ahead.ts';
import type { TileFacts } from './tile.ts';

interface Ahead {
	/** Of each deliverable whose review lies ahead. */
	covers: readonly Cover[];
	/** Deliverables to be reviewed that have no day. */
	undated: number;
	/** Weeks that ask too much of somebody; null where the reader does not see them. */
	tooMany: number | null;
}

/** Whether there is somebody to sign every review that lies ahead. */
export function reviewsAheadTiles({ covers, undated, tooMany }: Ahead, asOf: string): TileFacts[] {
	const having = (cover: Cover) => covers.filter((one) => one === cover).length;
	const common = { of: covers.length, missing: undated, missingText: 'without a day', asOf };
	const fewer = { ...common, better: 'fewer', href: '#deliverables' } as const;
	const [toAssign, nobody] = [having('to-assign'), having('nobody')];
	const told = (value: number, tone: 'warn' | 'bad' | 'late', label: string) =>
		value > 0 ? { tone, label } : undefined;
	return [
		{ ...fewer, better: 'more', label: 'Reviewers asked', value: having('covered') },
		{
			...{ ...fewer, label: 'To assign', value: toAssign },
			status: told(toAssign, 'warn', 'enough people may sign')
		},
		{ ...fewer, label: 'Too few who may sign', value: nobody, status: told(nobody, 'bad', 'recruit') },
		...(tooMany === null
			? []
			: [
					{
						...{ ...fewer, of: undefined, label: 'Weeks that ask too much', value: tooMany, href: '#weeks' },
						status: told(tooMany, 'late', 'move or hand over')
					}
				])
	];
}
