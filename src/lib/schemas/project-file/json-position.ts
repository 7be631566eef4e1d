const SPACE = /[ \t\r\n]*/y;
const SCALAR =
	/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const KEY = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/**
 * Offset of the first character that cannot stand in JSON: engines say where only sometimes. Asked only about text
 * that could not be parsed. Iterative, so that deep nesting cannot exhaust the stack.
 */
export function syntaxErrorOffset(json: string): number {
	const open: ('[' | '{')[] = [];
	let at = 0;
	const take = (pattern: RegExp): boolean => {
		pattern.lastIndex = at;
		const taken = pattern.exec(json);
		if (taken) at += taken[0].length;
		return taken !== null;
	};
	const skip = (character: string): boolean => {
		take(SPACE);
		if (json[at] !== character) return false;
		at += 1;
		return true;
	};
	const key = (): boolean => {
		take(SPACE);
		return take(KEY) && skip(':');
	};

	for (;;) {
		take(SPACE);
		if (skip('[')) {
			open.push('[');
			if (!skip(']')) continue;
			open.pop();
		} else if (skip('{')) {
			open.push('{');
			if (!skip('}')) {
				if (!key()) return at;
				continue;
			}
			open.pop();
		} else if (!take(SCALAR)) return at;

		for (;;) {
			const inside = open.at(-1);
			if (inside === undefined) {
				take(SPACE);
				return at;
			}
			if (skip(',')) {
				if (inside === '{' && !key()) return at;
				break;
			}
			if (!skip(inside === '[' ? ']' : '}')) return at;
			open.pop();
		}
	}
}

/** Line and column, from 1, of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
