const FLASH_TEXT: Record<string, string> = {
	saved: 'Saved.',
	'signed-out': 'You are signed out.',
	'forecast-moved': 'The forecast was moved.',
	'agreed-date-moved': 'The agreed date was moved.'
};

/** What a flash code says; an unknown code says nothing. */
export function flashText(code: string, label: string): string | null {
	const text = FLASH_TEXT[code];
	return text === undefined ? null : label === '' ? text : `${label}: ${text}`;
}
