/** Bytes of an object, of a place in it and of a text without its letters, about. */
const HEAD = 32;
const PLACE = 8;
const TEXT = 16;

/**
 * Freezes a value, all of which nobody changes from now on, and says how much memory it takes, about. What is frozen
 * already is shared with somebody who has counted it.
 */
export function frozenWeight(value: unknown): number {
	if (typeof value === 'string') return TEXT + value.length;
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return 0;
	Object.freeze(value);
	return (
		HEAD + (value instanceof Map || value instanceof Set ? weightOfAll(value.entries()) : weightIn(value))
	);
}

function weightOfAll(entries: Iterable<readonly [unknown, unknown]>): number {
	let bytes = 0;
	for (const [name, part] of entries) bytes += 2 * PLACE + frozenWeight(name) + frozenWeight(part);
	return bytes;
}

function weightIn(value: object): number {
	let bytes = 0;
	for (const part of Object.values(value)) bytes += PLACE + frozenWeight(part);
	return bytes;
}
