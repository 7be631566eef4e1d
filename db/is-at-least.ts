export function isAtLeast(version: string, oldest: string): boolean {
	return version.localeCompare(oldest, 'en', { numeric: true }) >= 0;
}
