import { ProposeRiskSchema } from '#lib/schemas/risks.ts';
import { mayEver } from '#lib/domain/can.ts';
import { proposeRisk } from '#lib/server/commands/propose-risk.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listWorkPackages } from '#lib/server/queries/list-work-packages.ts';
import { PERMISSION_TEXT } from '#lib/text/permissions.ts';

export const load = page('risk:read', async ({ db, actor, project }) => {
	if (!mayEver(actor, 'risk:propose')) return { workPackages: null, may: PERMISSION_TEXT['risk:propose'] };
	const workPackages = await listWorkPackages(db, project.id);
	return {
		may: null,
		workPackages: workPackages.map(({ id, number, title }) => ({ id, number, title }))
	};
});

export const actions = {
	default: action('risk:propose', ProposeRiskSchema, async ({ db, actor, project, now }, input) => {
		const { number } = await proposeRisk(db, actor, input, now);
		return { flash: 'risk-reported', label: `R${number}`, to: `/${project.slug}/risks/${number}` };
	})
};
