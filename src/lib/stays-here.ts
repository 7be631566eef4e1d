const staying = new WeakSet<object>();

/**
 * Data of a page without scripts of its own: the framework writes the data of every page out for the browser, also where
 * it then sends none of it, which costs as much as rendering them.
 */
export function staysHere<Data extends object>(data: Data): Data {
	staying.add(data);
	return data;
}

export function isStaying(value: unknown): boolean {
	return typeof value === 'object' && value !== null && staying.has(value);
}
