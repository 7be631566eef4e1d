interface Version {
	element: string;
	version: number;
	setAt: string;
	untilAt: string | null;
}

/** The versions that stood at an instant; a change of that very instant counts. */
export function versionsAt<V extends Version>(versions: readonly V[], at: string): V[] {
	return versions.filter(({ setAt, untilAt }) => setAt <= at && (untilAt === null || untilAt > at));
}

/** Each change with what stood before it, the newest first. */
export function changesOf<V extends Version>(versions: readonly V[]): { before: V | undefined; now: V }[] {
	return versions
		.map((now) => ({
			now,
			before: versions.find((one) => one.element === now.element && one.version === now.version - 1)
		}))
		.sort((a, b) => (a.now.setAt < b.now.setAt ? 1 : a.now.setAt > b.now.setAt ? -1 : 0));
}
