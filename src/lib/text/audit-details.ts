export interface Detail {
	term: string;
	value: string;
}

/** Shown in words of their own elsewhere, or of use to machines only. */
const HIDDEN: ReadonlySet<string> = new Set(['reasons']);

/** The details of an audit event as readable lines: names in words, what changed as "before → after". */
export function detailsOf(json: string): Detail[] {
	const details: unknown = JSON.parse(json);
	return isRecord(details) ? linesOf(details, '') : [];
}

function linesOf(details: Record<string, unknown>, under: string): Detail[] {
	return Object.entries(details).flatMap(([name, value]) => {
		if (HIDDEN.has(name) || isIdentifier(value)) return [];
		const term = under === '' ? words(name) : `${under}, ${words(name).toLowerCase()}`;
		if (isRecord(value) && !isChange(value)) return linesOf(value, term);
		return [{ term, value: valueText(value) }];
	});
}

function valueText(value: unknown): string {
	if (value === null || value === undefined || value === '') return '–';
	if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(valueText).join(', ');
	if (isChange(value)) return `${valueText(value.from)} → ${valueText(value.to)}`;
	if (isRecord(value))
		return Object.entries(value)
			.map(([name, part]) => `${words(name).toLowerCase()} ${valueText(part)}`)
			.join(' · ');
	if (value === true) return 'yes';
	if (value === false) return 'no';
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Means nothing to people; what it stands for has its name beside it. */
function isIdentifier(value: unknown): boolean {
	return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isChange(value: unknown): value is { from: unknown; to: unknown } {
	return isRecord(value) && 'from' in value && 'to' in value && Object.keys(value).length === 2;
}

/** `agreedOn` → `Agreed on`. */
function words(name: string): string {
	const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ');
	return spaced.slice(0, 1).toUpperCase() + spaced.slice(1).toLowerCase();
}
