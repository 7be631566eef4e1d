import type { Algorithm, Requirement } from './algorithm.ts';

/** A line of fields as they are typed: a list where several may be ticked. */
export type DraftRow = Readonly<Record<string, string | readonly string[]>>;

export interface DraftStep {
	row: DraftRow;
	requires: readonly DraftRow[];
	record: readonly DraftRow[];
}

/** An algorithm while it is being edited: nothing is checked yet, nothing is lost. */
export interface AlgorithmDraft {
	head: DraftRow;
	steps: readonly DraftStep[];
}

export const REQUIREMENT_KINDS = [
	'elements',
	'profile',
	'national-profile',
	'evidence',
	'no-overlap',
	'no-prerequisite-cycle',
	'homepage-checked',
	'cohorts-counted'
] as const satisfies readonly Requirement['kind'][];

export function draftOf(algorithm: Algorithm): AlgorithmDraft {
	const { hoursPerCredit, localLanguages, languages, protectedElements, steps } = algorithm;
	const { returnTo, inCatalogueFrom, implementedFrom, publicFrom } = algorithm;
	return {
		head: {
			workPackage: String(algorithm.workPackage),
			hoursMin: String(hoursPerCredit.min),
			hoursMax: String(hoursPerCredit.max),
			overlapPercent: String(algorithm.overlapPercent),
			languages: languages.join(' '),
			localLanguages: Object.entries(localLanguages)
				.map(([country, own]) => `${country}: ${own.join(' ')}`)
				.join('\n'),
			protected: protectedElements,
			...{ returnTo, inCatalogueFrom, implementedFrom, publicFrom }
		},
		steps: steps.map((step) => ({
			row: {
				state: step.state,
				title: step.title,
				help: step.help,
				actor: step.actor,
				days: String(step.typicalDays),
				signatures: step.signatures === undefined ? '' : String(step.signatures)
			},
			requires: step.requires.map(requirementRow),
			record: step.record.map(({ name, label, kind, required }) => ({
				name,
				label,
				kind,
				required: required ? 'yes' : ''
			}))
		}))
	};
}

function requirementRow(one: Requirement): DraftRow {
	switch (one.kind) {
		case 'elements':
			return { kind: one.kind, elements: one.elements };
		case 'profile':
			return { kind: one.kind, profile: one.profile, percent: String(one.percent) };
		case 'national-profile':
			return { kind: one.kind, percent: String(one.percent) };
		case 'evidence':
			return { kind: one.kind, requirement: one.requirement, label: one.label };
		case 'homepage-checked':
			return { kind: one.kind, days: String(one.days) };
		case 'cohorts-counted':
			return { kind: one.kind, min: String(one.min) };
		case 'no-overlap':
		case 'no-prerequisite-cycle':
			return { kind: one.kind };
	}
}

const NEW_STEP: DraftStep = {
	row: { state: '', title: '', help: '', actor: 'author', days: '30', signatures: '' },
	requires: [],
	record: []
};
const NEW_FIELD: DraftRow = { name: '', label: '', kind: 'text', required: 'yes' };

/** What a button of the form does to the draft: `step-up:2`, `requires-remove:2:0`, `record-add:2` … */
export function arranged(draft: AlgorithmDraft, command: string): AlgorithmDraft {
	const [act = '', at = '', within = ''] = command.split(':');
	const [step, line] = [Number(at), Number(within)];
	const [what = '', how = ''] = act.split('-');
	if (what === 'step')
		return {
			...draft,
			steps: how === 'add' ? inserted(draft.steps, step, NEW_STEP) : changed(draft.steps, step, how)
		};
	const steps = draft.steps.map((one, index) => {
		if (index !== step) return one;
		if (what === 'record')
			return { ...one, record: how === 'add' ? [...one.record, NEW_FIELD] : changed(one.record, line, how) };
		const kind = String(one.row['add'] ?? 'elements');
		return {
			...one,
			requires: how === 'add' ? [...one.requires, { kind }] : changed(one.requires, line, how)
		};
	});
	return { ...draft, steps };
}

function inserted<Row>(rows: readonly Row[], after: number, row: Row): Row[] {
	return [...rows.slice(0, after + 1), row, ...rows.slice(after + 1)];
}

function changed<Row>(rows: readonly Row[], at: number, how: string): readonly Row[] {
	const row = rows[at];
	if (row === undefined) return rows;
	const without = rows.filter((_, index) => index !== at);
	switch (how) {
		case 'up':
			return at === 0 ? rows : inserted(without, at - 2, row);
		case 'down':
			return inserted(without, at, row);
		case 'remove':
			return without;
		default:
			return rows;
	}
}
