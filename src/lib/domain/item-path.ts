import type { ItemKind } from './items.ts';

const FOLDERS = {
	deliverable: 'deliverables',
	milestone: 'milestones',
	entry: 'catalogue',
	action: 'actions'
} as const satisfies Record<ItemKind, string>;

interface Named {
	kind: ItemKind;
	code: string;
}

/** The folder of a kind inside a project. */
export function kindPath(kind: ItemKind): string {
	return FOLDERS[kind];
}

/** The page of an item inside its project. */
export function itemPath({ kind, code }: Named): string {
	return `${FOLDERS[kind]}/${code}`;
}

/** Where an item is reviewed: entries have a page for it, the others a place on their own. */
export function reviewPath(item: Named): string {
	return `${itemPath(item)}${item.kind === 'entry' ? '/review' : ''}#review`;
}
