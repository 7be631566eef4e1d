import { redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/can.ts';
import { READ_USE } from '#lib/domain/evidence-access.ts';
import { namedDecision } from '#lib/domain/meetings/decisions.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { findItemKind } from '#lib/server/queries/find-item-kind.ts';
import { listItemSubjects } from '#lib/server/queries/list-item-subjects.ts';
import { itemHref } from '#lib/text/links.ts';

/** The short link of an item or a decision. A missing one leads on too, and so does one that is not for this reader. */
export const GET = endpoint('home:read', async ({ db, actor, project, param }) => {
	const code = param('code');
	const decision = namedDecision(code);
	if (decision !== null) redirect(303, `/${project.slug}/decisions/${decision}`);
	const item = await findItemKind(db, actor.projectId, code);
	const [subject] = await listItemSubjects(db, actor.projectId, item ? [item.id] : []);
	const isReadable = item && subject && can(actor, READ_USE[item.kind], subject).ok;
	redirect(303, itemHref(project.slug, isReadable ? item : { kind: 'deliverable', code }));
});
