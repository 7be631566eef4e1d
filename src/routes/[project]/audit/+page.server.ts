import * as v from 'valibot';
import { can } from '#lib/domain/can.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { parseAuditFilter } from '#lib/schemas/audit-filter.ts';
import { recordOnce } from '#lib/server/audit-attempts.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { AUDIT_PAGE, listAuditEvents } from '#lib/server/queries/list-audit-events.ts';
import { listMembers } from '#lib/server/queries/list-members.ts';
import { findChainHead, verifyChain } from '#lib/server/queries/verify-chain.ts';

export const load = page('audit:read', async ({ db, actor, project, url }) => {
	const filter = parseAuditFilter(url.searchParams);
	const events = await listAuditEvents(db, actor, project.timeZone, filter);
	const members = await listMembers(db, project.id);
	return {
		filter,
		events: events.slice(0, AUDIT_PAGE),
		hasMore: events.length > AUDIT_PAGE,
		members: members.toSorted((a, b) => new Intl.Collator('en').compare(a.name, b.name)),
		head: await findChainHead(db, project.id),
		slug: project.slug,
		timeZone: project.timeZone,
		mayVerify: can(actor, 'audit:export', {}).ok
	};
});

export const actions = {
	verify: action('audit:export', v.object({}), async ({ db, actor, project, now }) => {
		const { head, broken } = await verifyChain(db, project.id);
		if (broken) throw new Refusal([{ code: 'chain-broken', ...broken }]);
		const record = { type: 'project', id: project.id, label: project.acronym };
		await recordOnce(db, actor, 'audit:verify', record, now, { ...head });
		return { flash: 'chain-unbroken', label: `${head.sequence} events` };
	})
};
