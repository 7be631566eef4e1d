/** Minutes after midnight of a time such as 09:30; null where it is none. */
export function minutesOf(text: string): number | null {
	const [, hours, minutes] = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(text) ?? [];
	if (hours === undefined || minutes === undefined) return null;
	const all = Number(hours) * 60 + Number(minutes);
	return all <= 1440 ? all : null;
}
