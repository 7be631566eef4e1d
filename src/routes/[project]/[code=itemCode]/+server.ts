import { redirect } from '@sveltejs/kit';
import { namedDecision } from '#lib/domain/meetings/decisions.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { findItemKind } from '#lib/server/queries/find-item-kind.ts';
import { itemHref } from '#lib/text/links.ts';

/** The short link of an item or a decision. A missing one leads on too: the item's page alone says what may be seen. */
export const GET = endpoint('home:read', async ({ db, actor, project, param }) => {
	const code = param('code');
	const decision = namedDecision(code);
	if (decision !== null) redirect(303, `/${project.slug}/decisions/${decision}`);
	const item = await findItemKind(db, actor.projectId, code);
	redirect(303, itemHref(project.slug, item ?? { kind: 'deliverable', code }));
});
