/** Reads of a file whose shape is not known to be right: the references of good records are checked beside bad ones. */
export type Raw = Readonly<Record<string, unknown>>;

export interface Problem {
	/** `work_packages[3].lead`; empty for the whole file. */
	path: string;
	message: string;
}

export function isRecord(value: unknown): value is Raw {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordsOf(file: Raw, list: string): { record: Raw; path: string }[] {
	const records = file[list];
	if (!Array.isArray(records)) return [];
	return records.flatMap((record: unknown, index) =>
		isRecord(record) ? [{ record, path: `${list}[${index}]` }] : []
	);
}

export function numberOf(record: Raw, field: string): number | null {
	const value = record[field];
	return typeof value === 'number' ? value : null;
}

export function textOf(record: Raw, field: string): string | null {
	const value = record[field];
	return typeof value === 'string' ? value : null;
}

/** A key or a reference, as text; several of a list field. */
export function keysOf(record: Raw, field: string): { key: string; path: string }[] {
	const value = record[field];
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.flatMap((one, index) =>
		typeof one === 'string' || typeof one === 'number'
			? [{ key: String(one), path: Array.isArray(value) ? `${field}[${index}]` : field }]
			: []
	);
}
