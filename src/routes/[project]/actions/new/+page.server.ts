import { mayEver } from '#lib/domain/can.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { GiveActionSchema } from '#lib/schemas/meetings/actions.ts';
import { createAction } from '#lib/server/commands/create-action.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listActionOrigins } from '#lib/server/queries/list-action-origins.ts';
import { listActionOwners } from '#lib/server/queries/list-action-owners.ts';
import { PERMISSION_TEXT } from '#lib/text/permissions.ts';

export const load = page('action:read', async ({ db, actor, project, today, url }) => {
	if (!mayEver(actor, 'action:create')) return { form: null, may: PERMISSION_TEXT['action:create'] };
	const [kind, record] = url.searchParams.entries().next().value ?? ['', ''];
	return {
		may: null,
		form: {
			owners: await listActionOwners(db, project.id, today),
			origins: await listActionOrigins(db, project.id),
			from: `${kind}:${record}`
		}
	};
});

export const actions = {
	default: action('action:create', GiveActionSchema, async ({ db, actor, project, now }, input) => {
		const { code } = await createAction(db, actor, { ...input, ...originOf(input.from) }, now);
		return { flash: 'action-created', label: code, to: `/${project.slug}/actions/${code}` };
	})
};

const FIELDS = {
	decision: 'decisionId',
	meeting: 'meetingId',
	point: 'agendaItemId',
	item: 'originItemId',
	risk: 'riskId'
} as const;

/** “decision:…” as the one field it fills. */
function originOf(from: string) {
	const none = { decisionId: null, meetingId: null, agendaItemId: null, originItemId: null, riskId: null };
	const [kind = '', id = ''] = from.split(':');
	const field = Object.entries(FIELDS).find(([name]) => name === kind)?.[1];
	if (!field || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal([{ code: 'action-origin-missing' }]);
	return { ...none, [field]: id };
}
