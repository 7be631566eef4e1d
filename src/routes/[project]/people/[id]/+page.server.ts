import { EndedConflict } from '#lib/schemas/deliverable-reviews.ts';
import { ConfirmGrantSchema, ProposeGrantFormSchema, RevokeGrantSchema } from '#lib/schemas/grants.ts';
import { EndMembershipSchema, MoveMemberSchema, PersonSchema } from '#lib/schemas/people.ts';
import { resetMember } from '#lib/server/auth/reset-person.ts';
import { showOnce, takeShownOnce } from '#lib/server/auth/show-once.ts';
import { confirmGrant } from '#lib/server/commands/confirm-grant.ts';
import { endConflict } from '#lib/server/commands/end-conflict.ts';
import { endMembership } from '#lib/server/commands/end-membership.ts';
import { moveMember } from '#lib/server/commands/move-member.ts';
import { proposeGrant } from '#lib/server/commands/propose-grant.ts';
import { revokeGrant, withdrawProposal } from '#lib/server/commands/revoke-grant.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findPersonPage } from '#lib/server/queries/find-person-page.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import { scopeOptions } from '#lib/text/scopes.ts';
import { deputyActions } from './deputy-actions.server.ts';

export const load = page('person:read', async ({ db, actor, today, param, event }) => {
	const found = await findPersonPage(db, actor, param('id'), today);
	if (!found) return undefined;
	const { scopes, grants, ...person } = found;
	const { personId, actingFor } = actor;
	return {
		...person,
		organisations: person.mayMove ? (scopes?.organisations ?? []) : [],
		scopes: scopes === null ? [] : scopeOptions(scopes),
		grants: grants.map(({ blocks, ...grant }) => ({ ...grant, blocks: blocks.map(sentenceOf) })),
		me: personId,
		today,
		actingUnder: actingFor?.deputyRowId ?? null,
		madeLink: takeShownOnce(event)
	};
});

export const actions = {
	...deputyActions,
	propose: action('grant:propose', ProposeGrantFormSchema, async ({ db, actor, now, param }, input) => {
		const { isConfirmed } = await proposeGrant(db, actor, { ...input, personId: param('id') }, now);
		return { flash: isConfirmed ? 'grant-confirmed' : 'grant-proposed' };
	}),
	confirm: action('grant:confirm', ConfirmGrantSchema, async ({ db, actor, now }, input) => {
		await confirmGrant(db, actor, input, now);
		return { flash: 'grant-confirmed' };
	}),
	revoke: action('grant:revoke', RevokeGrantSchema, async ({ db, actor, now }, input) => {
		await revokeGrant(db, actor, input, now);
		return { flash: 'grant-ended' };
	}),
	withdraw: action('grant:propose', RevokeGrantSchema, async ({ db, actor, now }, input) => {
		await withdrawProposal(db, actor, input, now);
		return { flash: 'proposal-withdrawn' };
	}),
	link: action('account:manage', PersonSchema, async ({ db, actor, project, url, event, now }, input) => {
		const { url: link } = await resetMember(db, actor, { origin: url.origin, project }, input, now);
		if (link !== null) showOnce(event, link);
		return { flash: link === null ? 'link-mailed' : 'link-made' };
	}),
	endConflict: action('conflict:declare', EndedConflict, async ({ db, actor, now }, input) => {
		await endConflict(db, actor, input, now);
		return { flash: 'conflict-ended' };
	}),
	move: action('member:move', MoveMemberSchema, async ({ db, actor, now }, input) => {
		await moveMember(db, actor, input, now);
		return { flash: 'member-moved' };
	}),
	endMembership: action('account:manage', EndMembershipSchema, async ({ db, actor, project, now }, input) => {
		await endMembership(db, actor, input, now);
		return { to: `/${project.slug}/people`, flash: 'membership-ended' };
	})
};
