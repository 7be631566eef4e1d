import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { projectionOf } from '#lib/domain/catalogue/projection.ts';
import { gapOf } from '#lib/domain/catalogue/targets.ts';
import { haveWith } from '#lib/domain/catalogue/what-if.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { findProgressOnce, type CloseProgress } from './find-progress.ts';
import { listNamedGaps } from './list-named-gaps.ts';
import { listTargetParts } from './list-target-parts.ts';
import { listTargets, type ListedTarget } from './list-targets.ts';

/** Entries that the what-if offers. */
const OFFERED = 12;

interface Asked {
	today: Day;
	timeZone: string;
	/** Id of the target to look at closely; anything else leaves the choice to the role. */
	target: string | null;
	/** Codes of the entries picked for the what-if. */
	picked: readonly string[];
	/** Also targets that are not of the actor's own part. */
	all: boolean;
	/** Of the data, where it is known. */
	dataVersion?: string | undefined;
}

/** Every target with its outlook, one of them with its burn-up and what would close its gap. */
export async function findTargetsPage(db: Db, actor: Actor, asked: Asked) {
	const { projectId } = actor;
	const { today, timeZone, dataVersion } = asked;
	const targets = await listTargets(db, projectId);
	const { algorithm, number } = await findAlgorithm(db, projectId);
	const live = targets.filter(({ endedAt }) => endedAt === null);
	const mayChange = can(actor, 'target:set', {}).ok;
	const own = live.filter((target) => isOwn(actor, target));
	const shown = asked.all || own.length === 0 ? live : own;
	const chosen = live.find(({ id }) => id === asked.target) ?? firstOf(actor, shown, today);
	const when = { today, timeZone };
	const progress = await findProgressOnce(db, { projectId, dataVersion }, live, chosen, algorithm, when);
	return {
		algorithm,
		isProposed: number === 0,
		targets: shown.flatMap((target) => {
			const outlook = progress.outlooks[live.indexOf(target)];
			return outlook ? [{ ...target, outlook }] : [];
		}),
		hidden: live.length - shown.length,
		isNarrowed: shown.length < live.length,
		former: targets.filter(({ endedAt }) => endedAt !== null),
		entryCount: progress.entryCount,
		mayChange,
		parts: mayChange ? await listTargetParts(db, projectId) : null,
		chosen: chosen && progress.closely ? await withWhatIf(chosen, progress.closely) : null
	};

	async function withWhatIf(target: ListedTarget, closely: CloseProgress) {
		const { outlook, burnUp, candidates, stall } = closely;
		const ids = candidates.slice(0, OFFERED).map(({ itemId }) => itemId);
		const named = await listNamedGaps(db, projectId, { ids, codes: asked.picked });
		const picked = new Set(
			named.filter(({ code }) => asked.picked.includes(code)).map(({ itemId }) => itemId)
		);
		const have = haveWith(outlook.have, candidates, picked);
		const gap = gapOf(have, target.amount, target.dueOn, today);
		return {
			...target,
			outlook,
			burnUp,
			candidates: candidates.slice(0, OFFERED).flatMap((candidate) => {
				const entry = named.find(({ itemId }) => itemId === candidate.itemId);
				return entry ? [{ ...candidate, ...entry, isPicked: picked.has(candidate.itemId) }] : [];
			}),
			candidateCount: candidates.length,
			whatIf:
				picked.size === 0
					? null
					: { ...outlook, ...gap, ...projectionOf(gap, outlook.pace, today), picked: picked.size },
			stall
		};
	}
}

/** A national coordinator begins with the targets of the country, a partner with its own; the whole is everybody's. */
function isOwn(actor: Actor, target: ListedTarget): boolean {
	if (target.scopeKind === 'project') return true;
	return actor.grants.some(({ role, scopeId }) => {
		if (role === 'national-coordinator')
			return scopeId !== null && (target.scopeCode === scopeId || target.organisationCountry === scopeId);
		if (role === 'partner') return target.scopeCode === actor.organisationId;
		return true;
	});
}

/** The target to begin with: of the actor's own part where there is one, and not yet past. */
function firstOf(actor: Actor, targets: readonly ListedTarget[], today: Day): ListedTarget | undefined {
	const rank = (target: ListedTarget) => {
		const isNarrow = actor.grants.some(
			({ role, scopeId }) =>
				(role === 'national-coordinator' && target.scopeCode === scopeId) ||
				(role === 'partner' && target.scopeCode === actor.organisationId)
		);
		return (target.dueOn < today ? 4 : 0) + (isNarrow ? 0 : target.scopeKind === 'project' ? 1 : 2);
	};
	return targets.toSorted((a, b) => rank(a) - rank(b))[0];
}
