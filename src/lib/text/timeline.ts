import type { TimelineFold } from '#lib/domain/timeline.ts';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What stands on the timeline for the items of a work package: 41 late, 300 done of 832. */
export function foldText({ deliverables, milestones, done, late }: TimelineFold): string {
	return `${late} late, ${done} done of ${counted(deliverables, 'deliverable')} and ${counted(milestones, 'milestone')}`;
}

/** Opens or folds the items of a work package. */
export function foldLabel({ isOpen, deliverables, milestones }: TimelineFold): string {
	return `${isOpen ? 'Fold' : 'Open'} ${counted(deliverables + milestones, 'item')}`;
}

/** How much of a large plan is drawn. */
export function windowText({ open, items }: { open: number | null; items: number }): string {
	return open === null
		? `${items} items, folded by work package`
		: `${items} items, those of WP${open} drawn`;
}
