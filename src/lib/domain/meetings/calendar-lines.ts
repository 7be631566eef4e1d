/** A line of a calendar: its name in capitals, its parameters by name in capitals, and its value as written. */
export interface CalendarLine {
	name: string;
	parameters: ReadonlyMap<string, string>;
	value: string;
}

/** A part of a calendar between BEGIN and END. */
export interface CalendarPart {
	name: string;
	lines: CalendarLine[];
	parts: CalendarPart[];
}

/** A calendar within an event within a calendar is none: deeper than an alarm of an event nothing goes. */
const DEEPEST = 4;

const NAME = /[A-Za-z0-9-]+/y;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*/y;

/** The one calendar that a text is (RFC 5545); undefined when it is anything else. Lines it does not know are passed over. */
export function readCalendarText(text: string): CalendarPart | undefined {
	const root: CalendarPart = { name: '', lines: [], parts: [] };
	const open = [root];
	for (const line of unfolded(text)) {
		const read = readLine(line);
		const at = open.at(-1);
		if (!read || !at) continue;
		const part = read.value.trim().toUpperCase();
		if (read.name === 'BEGIN') {
			const begun: CalendarPart = { name: part, lines: [], parts: [] };
			at.parts.push(begun);
			open.push(begun);
			if (open.length > DEEPEST) return undefined;
		} else if (read.name === 'END') {
			if (at === root || at.name !== part) return undefined;
			open.pop();
		} else at.lines.push(read);
	}
	const [calendar, ...others] = root.parts;
	const isWhole = open.length === 1 && root.lines.length === 0 && others.length === 0;
	return isWhole && calendar?.name === 'VCALENDAR' ? calendar : undefined;
}

/** Long lines go on in the next one, which then begins with a space. */
function unfolded(text: string): string[] {
	const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
	const whole: string[][] = [];
	for (const line of lines)
		if (/^[ \t]/.test(line) && whole.length > 0) whole.at(-1)?.push(line.slice(1));
		else whole.push([line]);
	return whole.map((parts) => parts.join('')).filter((line) => line.trim() !== '');
}

function readLine(line: string): CalendarLine | undefined {
	NAME.lastIndex = 0;
	const [name] = NAME.exec(line) ?? [];
	if (name === undefined) return undefined;
	const parameters = new Map<string, string>();
	PARAMETER.lastIndex = name.length;
	let end = name.length;
	for (let found = PARAMETER.exec(line); found; found = PARAMETER.exec(line)) {
		end = PARAMETER.lastIndex;
		parameters.set((found[1] ?? '').toUpperCase(), (found[2] ?? '').replaceAll('"', ''));
	}
	if (line[end] !== ':') return undefined;
	return { name: name.toUpperCase(), parameters, value: line.slice(end + 1) };
}
