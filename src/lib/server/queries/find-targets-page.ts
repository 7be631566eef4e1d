import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { burnUpFrom, targetBurnUp } from '#lib/domain/catalogue/catalogue-burn-up.ts';
import { outlookOf } from '#lib/domain/catalogue/outlook.ts';
import { projectionOf } from '#lib/domain/catalogue/projection.ts';
import { gapOf } from '#lib/domain/catalogue/targets.ts';
import { candidatesFor, haveWith, stallOf } from '#lib/domain/catalogue/what-if.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { listEntryPasts } from './list-entry-pasts.ts';
import { countOpenGaps, listNamedGaps } from './list-named-gaps.ts';
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
}

/** Every target with its outlook, one of them with its burn-up and what would close its gap. */
export async function findTargetsPage(db: Db, actor: Actor, asked: Asked) {
	const { projectId } = actor;
	const { today, timeZone } = asked;
	const targets = await listTargets(db, projectId);
	const { algorithm, number } = await findAlgorithm(db, projectId);
	const live = targets.filter(({ endedAt }) => endedAt === null);
	const from = burnUpFrom(today);
	const entries = await listEntryPasts(db, projectId, { aims: live, from, timeZone });
	const mayChange = can(actor, 'target:set', {}).ok;
	const own = live.filter((target) => isOwn(actor, target));
	const shown = asked.all || own.length === 0 ? live : own;
	const chosen = live.find(({ id }) => id === asked.target) ?? firstOf(actor, shown, today);
	const outlooks = shown.map((target) => ({
		...target,
		outlook: outlookOf(target, algorithm, entries, today)
	}));
	return {
		algorithm,
		isProposed: number === 0,
		targets: outlooks,
		hidden: live.length - shown.length,
		isNarrowed: shown.length < live.length,
		former: targets.filter(({ endedAt }) => endedAt !== null),
		entryCount: entries.length,
		mayChange,
		parts: mayChange ? await listTargetParts(db, projectId) : null,
		chosen: chosen ? await closelyOf(chosen) : null
	};

	async function closelyOf(target: ListedTarget) {
		const outlook = outlookOf(target, algorithm, entries, today);
		const gaps = await countOpenGaps(db, projectId);
		const candidates = candidatesFor(target, algorithm, entries, gaps, today);
		const offered = candidates.slice(0, OFFERED);
		const ids = offered.map(({ itemId }) => itemId);
		const named = await listNamedGaps(db, projectId, { ids, codes: asked.picked });
		const picked = new Set(
			named.filter(({ code }) => asked.picked.includes(code)).map(({ itemId }) => itemId)
		);
		const have = haveWith(outlook.have, candidates, picked);
		const gap = gapOf(have, target.amount, target.dueOn, today);
		const setOn = dayIn(timeZone, new Date(target.setAt));
		return {
			...target,
			outlook,
			burnUp: targetBurnUp(target, setOn, algorithm, entries, today),
			candidates: candidates.flatMap((candidate) => {
				const entry = named.find(({ itemId }) => itemId === candidate.itemId);
				return entry ? [{ ...candidate, ...entry, isPicked: picked.has(candidate.itemId) }] : [];
			}),
			candidateCount: candidates.length,
			whatIf:
				picked.size === 0
					? null
					: { ...outlook, ...gap, ...projectionOf(gap, outlook.pace, today), picked: picked.size },
			stall: stallOf(target, algorithm, candidates, today)
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
