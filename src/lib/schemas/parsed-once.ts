import { frozen } from '#lib/domain/frozen.ts';

const KEPT = 100;

/** Reads settings that almost every page needs and that seldom change: a text read before is not read again. */
export function parsedOnce<Value>(parse: (text: string) => Value): (text: string) => Value {
	const known = new Map<string, Value>();
	return (text) => {
		const value = known.get(text) ?? frozen(parse(text));
		if (known.size >= KEPT) known.clear();
		known.set(text, value);
		return value;
	};
}
