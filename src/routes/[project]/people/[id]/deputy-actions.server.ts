import * as v from 'valibot';
import { NotFound } from '#lib/domain/reasons.ts';
import { DeputyOfSchema, EndDeputySchema, NameDeputySchema } from '#lib/schemas/deputies.ts';
import { agreeDeputy, endDeputy } from '#lib/server/commands/answer-deputy.ts';
import { nameDeputy } from '#lib/server/commands/name-deputy.ts';
import { beginActing, endActing } from '#lib/server/http/acting.ts';
import { action } from '#lib/server/http/action.ts';
import { findActing } from '#lib/server/queries/find-acting.ts';

/** Naming a deputy, agreeing to be one, ending it, and acting as one. */
export const deputyActions = {
	nameDeputy: action('deputy:name', NameDeputySchema, async ({ db, actor, now, param }, input) => {
		await nameDeputy(db, actor, { ...input, personId: param('id') }, now);
		return { flash: 'deputy-named' };
	}),
	agreeDeputy: action('person:read', DeputyOfSchema, async ({ db, actor, now }, input) => {
		await agreeDeputy(db, actor, input, now);
		return { flash: 'deputy-agreed' };
	}),
	endDeputy: action('person:read', EndDeputySchema, async ({ db, actor, now }, input) => {
		await endDeputy(db, actor, input, now);
		return { flash: 'deputy-ended' };
	}),
	actFor: action('person:read', DeputyOfSchema, async ({ db, actor, project, today, event }, { id }) => {
		const { projectId, organisationId, personId: deputyId } = actor;
		const acting = await findActing(db, { id, projectId, deputyId, organisationId, today });
		if (!acting) throw new NotFound();
		beginActing(event, project.slug, id);
		return { to: `/${project.slug}`, flash: 'acting-begun' };
	}),
	actAsSelf: action('person:read', v.object({}), ({ project, event }) => {
		endActing(event, project.slug);
		return Promise.resolve({ to: `/${project.slug}`, flash: 'acting-ended' });
	})
};
