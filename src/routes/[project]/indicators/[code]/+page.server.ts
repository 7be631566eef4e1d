import { can } from '#lib/domain/can.ts';
import { acceptBlocks, returnBlocks, verifyBlocks } from '#lib/domain/indicators/guards.ts';
import { page } from '#lib/server/http/page.ts';
import { compareWithLog } from '#lib/server/pages/indicator-log.ts';
import { findIndicatorPage } from '#lib/server/queries/find-indicator-page.ts';
import { listLinkableEvidence } from '#lib/server/queries/list-linkable-evidence.ts';
import { sentenceOf } from '#lib/text/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import { indicatorActions } from './actions.server.ts';

type Page = NonNullable<Awaited<ReturnType<typeof findIndicatorPage>>>;
type Reporter = NonNullable<Page['inside']>['reporters'][number];

export const load = page('indicator:read', async ({ db, actor, project, today, url, param }) => {
	const found = await findIndicatorPage(db, actor, param('code'), today);
	if (!found) return undefined;
	const { inside, ...open } = found;
	const workPackageIds = inside?.workPackageIds ?? [];
	const isOpen = found.indicator.closedAt === null;
	const mayReport = (organisationId: string) =>
		isOpen && can(actor, 'indicator:report', { organisationIds: [organisationId], workPackageIds }).ok;
	const mayEdit = can(actor, 'indicator:target', {}).ok;
	const wants = url.searchParams.get('reuse');
	return {
		...open,
		inside: inside && {
			dimensions: inside.dimensions,
			log: compareWithLog(inside, found.targets, today, mayReport),
			measure: inside.measure,
			proposals: inside.proposals.map(({ proposedBy, ...one }) => ({
				...one,
				mayDecide: mayEdit && one.verdict === null && proposedBy !== actor.personId
			})),
			mayPropose: isOpen && can(actor, 'indicator:propose-target', { workPackageIds }).ok,
			mine: inside.reporters.filter(({ id }) => mayReport(id)).map(({ id, acronym }) => ({ id, acronym })),
			reporters: inside.reporters.map((reporter) => ({
				...reporter,
				actuals: reporter.actuals.map((actual) => ({
					...judgement(actor, reporter, actual),
					...shown(actual),
					mayProve: mayReport(reporter.id) && actual.state !== 'verified'
				}))
			})),
			linkable: wants === null ? null : await listLinkableEvidence(db, actor)
		},
		mayEdit,
		startOn: project.startOn,
		timeZone: project.timeZone,
		today
	};
});

export const actions = indicatorActions;

function shown({ proofHolders: _, reportedBy: __, acceptedBy: ___, ...actual }: Reporter['actuals'][number]) {
	return actual;
}

/** What this actor may do with a number, or why not: a button is never merely missing. */
function judgement(actor: Actor, reporter: Reporter, actual: Reporter['actuals'][number]) {
	const subject = { organisationIds: [reporter.id], countries: [reporter.country] };
	const facts = {
		...actual,
		organisation: reporter.acronym,
		evidenceOrganisationIds: actual.proofHolders
	};
	const asked = (permission: 'indicator:accept' | 'indicator:verify', blocks: readonly Reason[]) =>
		can(actor, permission, subject).ok ? blocks.map(sentenceOf) : null;
	const isWaiting = actual.state === 'reported';
	const isSettled = actual.state === 'verified' || actual.state === 'returned';
	return {
		/** Null: not this actor's to do, or nothing to do. Empty: possible. */
		accept: isWaiting ? asked('indicator:accept', acceptBlocks(facts, actor)) : null,
		return: isSettled ? null : asked('indicator:accept', returnBlocks(facts)),
		verify: isSettled ? null : asked('indicator:verify', verifyBlocks(facts, actor))
	};
}
