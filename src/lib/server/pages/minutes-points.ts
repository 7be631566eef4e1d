import type { MinutesContent, OutcomeContent, Sight } from '#lib/domain/meetings/minutes-content.ts';
import type { MinutesFound } from '#lib/server/queries/find-minutes-facts.ts';
import type { ErratumRow } from '#lib/server/queries/list-errata.ts';
import { outcomeContent, type OutcomeRow } from '#lib/server/queries/list-minutes-outcomes.ts';

interface Around {
	found: MinutesFound;
	outcomes: readonly OutcomeRow[];
	errata: readonly ErratumRow[];
	sight: Sight;
}

/** The points as the page shows them: what is written, what came of each, and what became of that since. */
export function minutesPoints(content: MinutesContent, { found, outcomes, errata, sight }: Around) {
	return content.points.map((point) => {
		const own = outcomes.filter(({ agendaItemId }) => agendaItemId === point.id);
		const written = found.points.find(({ id }) => id === point.id);
		const told = new Set(point.outcomes.map(keyOf));
		const later = own.filter((row) => !told.has(keyOf(outcomeContent(row))));
		const actions = own.filter(({ kind }) => kind === 'action');
		return {
			...point,
			version: written?.version ?? 0,
			writer: sight.readPeople ? (written?.writer ?? '') : '',
			writtenAt: written?.writtenAt ?? null,
			outcomes: point.outcomes.map((one) => withState(one, own, sight)),
			/** What was added after the minutes were frozen. */
			since: sight.readActions ? later.map((row) => withState(outcomeContent(row), own, sight)) : [],
			actions: {
				count: actions.length,
				verified: actions.filter(({ actionState }) => actionState === 'verified').length
			},
			errata: errata.filter(({ agendaItemId }) => agendaItemId === point.id).map(({ number }) => number)
		};
	});
}

function keyOf(outcome: OutcomeContent): string {
	return outcome.kind === 'information' ? `information ${outcome.text}` : `${outcome.kind} ${outcome.code}`;
}

function withState(outcome: OutcomeContent, rows: readonly OutcomeRow[], { readActions }: Sight) {
	const row = rows.find((one) => keyOf(outcomeContent(one)) === keyOf(outcome));
	return {
		...outcome,
		id: row?.id ?? null,
		actionState: readActions ? (row?.actionState ?? null) : null,
		/** Of a decision: what an action that carries it out names. */
		decisionId: row?.decisionId ?? null,
		isSample: outcome.kind !== 'information' && (row?.actionOrigin ?? row?.decisionOrigin) === 'sample',
		/** Of a note: the action that it became. */
		becameAction: outcome.kind === 'information' && readActions ? (row?.actionCode ?? null) : null
	};
}
