import { dropDraft, keepDraft } from '#lib/server/commands/keep-draft.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { findDraft } from '#lib/server/queries/find-draft.ts';

/** The draft of a form, for its page. A draft is no change of the project: no copy of the page may be shown again. */
export function readDraft({ db, actor, event }: ProjectRequest, form: string) {
	event.setHeaders({ 'Cache-Control': 'no-store' });
	return findDraft(db, actor, form);
}

/** What a button does that sends nothing: the form comes back as it was left, also after the Back button. */
export async function workOnDraft(
	{ db, actor, now, url }: ProjectRequest,
	form: string,
	typed: Record<string, string | string[]>
): Promise<{ to: string; flash: string | null }> {
	const act = typed['do'];
	if (act === 'discard') await dropDraft(db, actor, form);
	else await keepDraft(db, actor, { form, typed }, now);
	const flash = act === 'discard' ? 'draft-discarded' : act === 'keep' ? 'draft-kept' : null;
	return { to: url.pathname, flash };
}
