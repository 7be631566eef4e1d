/** The action of the form that was just sent, after Kit's way of naming it in the address. */
function sentAction(query: URLSearchParams): string | undefined {
	return [...query.keys()].find((key) => key.startsWith('/'))?.slice(1);
}

/** Whether a form was asked for with `?form=`, or was just sent by one of its actions. */
export function isOpenForm(query: URLSearchParams, form: string, ...actions: readonly string[]): boolean {
	const sent = sentAction(query);
	return query.get('form') === form || (sent !== undefined && actions.includes(sent));
}
