import type { ShownCounts } from '#lib/domain/home-counts.ts';
import type { Outlook } from '#lib/domain/catalogue/outlook.ts';
import type { Aim } from '#lib/domain/catalogue/targets.ts';
import { amountText, TARGET_VERDICT_TEXT } from '#lib/text/catalogue/targets.ts';
import type { TileFacts } from './tile.ts';

interface Shown {
	slug: string;
	asOf: string;
	/** How much waits for this person, of every kind. */
	waiting: number;
	/** What falls due is shown. */
	seesDue: boolean;
	/** Work packages of the period that runs that something stands in the way of; null where they are not shown. */
	blocked: number | null;
	/** The target that leads the catalogue, where this person answers for it. */
	target:
		| (Aim & { id: string; title: string; outlook: Outlook; part: number | null; others: readonly unknown[] })
		| undefined;
}

const UNDATED = 'without a day';

/** The row of numbers on the first page. */
export function homeTiles(
	counts: ShownCounts,
	{ slug, asOf, seesDue, blocked, target, waiting }: Shown
): TileFacts[] {
	const { late, due, open, undated, accepted, payment, horizonDays } = counts;
	return [
		{ label: 'Waiting for you', value: waiting, better: 'fewer', href: '#waiting', asOf },
		{
			...{ label: 'Late deliverables and milestones', value: late.of, of: open, unit: 'open' },
			...{ better: 'fewer', href: '#late', asOf, status: pastContract(late.byContract) },
			...{ missing: undated, missingText: UNDATED }
		},
		...(seesDue
			? [
					{
						...{ label: `Due in ${horizonDays} days`, value: due.of, better: 'fewer' as const },
						...{ missing: undated, missingText: UNDATED, href: '#due', asOf }
					}
				]
			: []),
		{
			...{ label: 'Deliverables accepted', value: accepted.count, of: accepted.of, better: 'more', asOf },
			href: `/${slug}/deliverables?state=accepted`
		},
		...(target ? [targetTile(target, slug, asOf)] : []),
		...(payment.of > 0
			? [
					{
						...{ label: 'Payment milestones late', value: payment.late, of: payment.of },
						...{ missing: payment.undated, missingText: UNDATED, better: 'fewer' as const },
						...{ href: `/${slug}/progress/payment`, asOf, status: blocksPayment(blocked) }
					}
				]
			: [])
	];
}

/** How many of the late are so only by the contract. */
function pastContract(count: number): TileFacts['status'] {
	return count === 0 ? undefined : { tone: 'warn', label: `${count} only by the contract` };
}

/** No payment is safe while a work package is blocked, whatever its milestones say. */
function blocksPayment(blocked: number | null): TileFacts['status'] {
	if (blocked === null || blocked === 0) return undefined;
	return {
		tone: 'bad',
		label: blocked === 1 ? '1 work package blocked' : `${blocked} work packages blocked`
	};
}

function targetTile(
	{ id, title, measure, outlook, part, others }: NonNullable<Shown['target']>,
	slug: string,
	asOf: string
): TileFacts {
	return {
		label: 'Catalogue target',
		value: amountText(part ?? outlook.have),
		of: part === null ? outlook.want : undefined,
		unit: measure === 'ects' ? 'credits' : undefined,
		better: 'more',
		status: part === null ? TARGET_VERDICT_TEXT[outlook.verdict] : undefined,
		missing: measure === 'ects' ? outlook.withoutEcts : 0,
		missingText: 'without credits',
		coverage: others.length > 0 ? `${title}, 1 of ${others.length + 1} targets` : title,
		href: `/${slug}/catalogue/targets?target=${id}#closer`,
		asOf
	};
}
