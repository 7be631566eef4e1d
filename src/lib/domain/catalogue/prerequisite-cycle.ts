/** The shortest circle of entries that ask for each other and begins with this one; empty where there is none. */
export function prerequisiteCycle(
	code: string,
	asks: ReadonlyMap<string, readonly string[]>
): readonly string[] {
	const seen = new Set<string>();
	let paths = [[code]];
	while (paths.length > 0) {
		const longer: string[][] = [];
		for (const path of paths) {
			for (const wanted of asks.get(path.at(-1) ?? '') ?? []) {
				if (wanted === code) return path;
				if (seen.has(wanted)) continue;
				seen.add(wanted);
				longer.push([...path, wanted]);
			}
		}
		paths = longer;
	}
	return [];
}
