/** One question of a checklist; its place in the list is its position. */
export interface ChecklistQuestion {
	text: string;
	help: string;
	mandatory: boolean;
}

/** Canonical text of a checklist in its order, to be hashed with SHA-256 and pinned by reviews. */
export function canonicalChecklist(items: readonly ChecklistQuestion[]): string {
	return JSON.stringify(items.map(({ text, help, mandatory }) => [text, help, mandatory ? 1 : 0]));
}

export type ChecklistStep = { do: 'add' | 'remove' | 'up' | 'down'; at: number };

/** The list after one step of editing; a step outside the list changes nothing. */
export function arrangeChecklist(
	items: readonly ChecklistQuestion[],
	step: ChecklistStep
): readonly ChecklistQuestion[] {
	const { at } = step;
	if (step.do === 'add') return [...items, { text: '', help: '', mandatory: true }];
	if (items[at] === undefined) return items;
	if (step.do === 'remove') return items.filter((_, index) => index !== at);
	const other = step.do === 'up' ? at - 1 : at + 1;
	const [moved, neighbour] = [items[at], items[other]];
	if (neighbour === undefined) return items;
	return items.map((item, index) => (index === at ? neighbour : index === other ? moved : item));
}

export type ChecklistChange =
	| { kind: 'added' | 'removed'; text: string }
	| { kind: 'changed'; text: string; what: readonly ('help' | 'mandatory' | 'position')[] };

/** What changed between two versions; a question is known by its words. */
export function checklistChanges(
	before: readonly ChecklistQuestion[],
	after: readonly ChecklistQuestion[]
): ChecklistChange[] {
	const old = new Map(before.map((item, index) => [item.text, { item, index }]));
	const kept = new Set(after.map(({ text }) => text));
	const stayed = before.map(({ text }) => text).filter((text) => kept.has(text));
	const order = new Map(stayed.map((text, index) => [text, index]));
	let place = 0;
	const changes = after.flatMap((item): ChecklistChange[] => {
		const known = old.get(item.text);
		if (!known) return [{ kind: 'added', text: item.text }];
		const moved = order.get(item.text) !== place++;
		const what = [
			...(known.item.help === item.help ? [] : (['help'] as const)),
			...(known.item.mandatory === item.mandatory ? [] : (['mandatory'] as const)),
			...(moved ? (['position'] as const) : [])
		];
		return what.length === 0 ? [] : [{ kind: 'changed', text: item.text, what }];
	});
	const removed = before.filter(({ text }) => !kept.has(text));
	return [...changes, ...removed.map(({ text }) => ({ kind: 'removed', text }) as const)];
}
