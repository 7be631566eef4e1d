/** Node reports a refused connection as an AggregateError without words; its parts have them. */
export function errorText(error: unknown): string {
	if (error instanceof AggregateError && error.message === '') return error.errors.map(errorText).join(', ');
	return error instanceof Error ? error.message : String(error);
}
