/** A copy of a JSON document in which one place says something else; nothing, if `value` is undefined. */
export function changeAt(document: unknown, path: string, value: unknown): unknown {
	const copy: unknown = structuredClone(document);
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const parent = keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), copy);
	if (!isRecord(parent) || !(last in parent)) throw new Error(`There is nothing at ${path}`);
	if (value !== undefined) parent[last] = value;
	else if (Array.isArray(parent)) parent.splice(Number(last), 1);
	else Reflect.deleteProperty(parent, last);
	return copy;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
