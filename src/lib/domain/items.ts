/** What the plan promises: it has a due month in Annex 1 and stands in every baseline. */
export const PLAN_KINDS = ['deliverable', 'milestone'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export function isPlanKind(kind: ItemKind): kind is PlanKind {
	return PLAN_KINDS.some((one) => one === kind);
}

/** Kinds of things that have a code, a lead, dates, contributors and a life cycle with signatures. */
export const ITEM_KINDS = [...PLAN_KINDS, 'entry', 'action'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const isItemKind = (text: string): text is ItemKind => ITEM_KINDS.some((kind) => kind === text);

/** Sort key of a code, so that D4.2 comes before D4.10 and MS3 before MS12. */
export function codePosition(code: string): number {
	const [major = '0', minor = '0'] = code.match(/\d+/g) ?? [];
	return Number(major) * 1000 + Number(minor);
}
