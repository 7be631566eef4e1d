/** How often a random test tries: a number of its own variable, or the few of every run and the many of the long one. */
export function howOften(variable: string, { few, many }: { few: number; many: number }): number {
	const given = process.env[variable];
	if (given !== undefined) return Number(given);
	return process.env.TEST_LONG === '1' ? many : few;
}
