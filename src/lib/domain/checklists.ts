/** One question of a checklist; its place in the list is its position. */
export interface ChecklistQuestion {
	text: string;
	help: string;
	mandatory: boolean;
	/** What it is about, where the list is shown in groups; the readiness of institutions is. */
	section?: string;
}

/** What a checklist is for. Of each kind one is in force: the one that was published last. */
export const CHECKLIST_KINDS = ['deliverable', 'entry', 'institution'] as const;
export type ChecklistKind = (typeof CHECKLIST_KINDS)[number];

interface Published {
	code: string;
	appliesTo: ChecklistKind;
	latest: { number: number; publishedAt: string };
}

/** The checklist of a kind that is asked now; the others of the kind stay for what was begun with them. */
export function checklistInForce<One extends Published>(
	checklists: readonly One[],
	kind: ChecklistKind
): One | undefined {
	return checklists
		.filter(({ appliesTo }) => appliesTo === kind)
		.toSorted(
			({ latest: a }, { latest: b }) =>
				b.publishedAt.localeCompare(a.publishedAt, 'en') || b.number - a.number
		)[0];
}

const BASE: Readonly<Record<ChecklistKind, string>> = {
	deliverable: 'QA-D',
	entry: 'QA-E',
	institution: 'QA-I'
};

/** A code that no checklist has yet, for a new one of a kind. */
export function freeChecklistCode(kind: ChecklistKind, taken: readonly string[]): string {
	const base = BASE[kind];
	if (!taken.includes(base)) return base;
	const number = taken.map((_, index) => index + 2).find((at) => !taken.includes(`${base}${at}`));
	return `${base}${number ?? 2}`;
}

/**
 * Canonical text of a checklist in its order, to be hashed with SHA-256 and pinned by reviews. Without sections it is
 * what it was before there were any.
 */
export function canonicalChecklist(items: readonly ChecklistQuestion[]): string {
	return JSON.stringify(
		items.map(({ text, help, mandatory, section = '' }) => [
			text,
			help,
			mandatory ? 1 : 0,
			...(section === '' ? [] : [section])
		])
	);
}

export type ChecklistStep = { do: 'add' | 'remove' | 'up' | 'down'; at: number };

/** The list after one step of editing; a step outside the list changes nothing. */
export function arrangeChecklist(
	items: readonly ChecklistQuestion[],
	step: ChecklistStep
): readonly ChecklistQuestion[] {
	const { at } = step;
	if (step.do === 'add')
		return [...items, { text: '', help: '', mandatory: true, section: items.at(-1)?.section ?? '' }];
	if (items[at] === undefined) return items;
	if (step.do === 'remove') return items.filter((_, index) => index !== at);
	const other = step.do === 'up' ? at - 1 : at + 1;
	const [moved, neighbour] = [items[at], items[other]];
	if (neighbour === undefined) return items;
	return items.map((item, index) => (index === at ? neighbour : index === other ? moved : item));
}

export type ChecklistChange =
	| { kind: 'added' | 'removed'; text: string }
	| { kind: 'changed'; text: string; what: readonly ('help' | 'mandatory' | 'section' | 'position')[] };

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
			...((known.item.section ?? '') === (item.section ?? '') ? [] : (['section'] as const)),
			...(moved ? (['position'] as const) : [])
		];
		return what.length === 0 ? [] : [{ kind: 'changed', text: item.text, what }];
	});
	const removed = before.filter(({ text }) => !kept.has(text));
	return [...changes, ...removed.map(({ text }) => ({ kind: 'removed', text }) as const)];
}
