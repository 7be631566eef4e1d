import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import type { EnteredState } from '#lib/domain/catalogue/way.ts';
import { isDay } from '#lib/domain/days.ts';
import { dayText } from '#lib/text/dates.ts';

const HOW: Readonly<Record<EnteredState['how'], string>> = {
	created: 'Started',
	step: 'Step taken',
	returned: 'Returned',
	reset: 'Sent back: what was signed has changed',
	held: 'Put on hold',
	resumed: 'Taken up again',
	merged: 'Merged',
	retired: 'Retired',
	imported: 'Imported'
};

/** How an entry came into a state; a system step was taken by itself after what the person named did. */
export function stepHowText(
	algorithm: Algorithm,
	{ state, how }: Pick<EnteredState, 'state' | 'how'>
): string {
	const step = algorithm.steps.find((one) => one.state === state);
	return how === 'step' && step?.actor === 'system' ? 'Reached by itself, after a change' : HOW[how];
}

/** What was recorded on entering a state, under the labels of the algorithm in force. */
export function recordLines(
	algorithm: Algorithm,
	{ state, record }: { state: string; record: string }
): { label: string; text: string; href: string | null }[] {
	const fields = algorithm.steps.find((one) => one.state === state)?.record ?? [];
	const kept: unknown = JSON.parse(record);
	const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
	return entries.map(([name, value]) => {
		const text = String(value);
		return {
			label: fields.find((one) => one.name === name)?.label ?? name,
			text: isDay(text) ? dayText(text) : text,
			href: /^https?:\/\//.test(text) ? text : null
		};
	});
}
