interface Kept<Value> {
	/** The data version it was made from. */
	version: string;
	value: Value;
	bytes: number;
}

/** What was made from one version of the data, in memory; the least recently used leaves first above `maxBytes`. */
export function keptByVersion<Value>(maxBytes: number) {
	const all = new Map<string, Kept<Value>>();
	let bytes = 0;

	function drop(key: string): void {
		bytes -= all.get(key)?.bytes ?? 0;
		all.delete(key);
	}

	return {
		find(key: string, version: string): Value | undefined {
			const kept = all.get(key);
			if (kept?.version !== version) return undefined;
			all.delete(key);
			all.set(key, kept);
			return kept.value;
		},
		keep(key: string, version: string, value: Value, size: number): void {
			drop(key);
			all.set(key, { version, value, bytes: size });
			bytes += size;
			for (const oldest of all.keys()) {
				if (bytes <= maxBytes) break;
				drop(oldest);
			}
		},
		get bytes() {
			return bytes;
		}
	};
}
