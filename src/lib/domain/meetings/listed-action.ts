import type { Day } from '#lib/domain/days.ts';
import type { Holder } from '#lib/domain/holder.ts';
import type { Lateness } from '#lib/domain/lateness.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { ActionState } from './actions.ts';

/** An action as lists, the board and home pages show it. */
export interface ListedAction {
	id: string;
	code: string;
	position: number;
	title: string;
	search: string;
	/** The state that counts today. */
	state: ActionState;
	/** It counts as accepted because nobody answered in time. */
	isAcceptedBySilence: boolean;
	dueOn: Day | null;
	forecastOn: Day | null;
	dates: Lateness;
	ownerId: string | null;
	ownerName: string | null;
	organisationId: string | null;
	organisation: string | null;
	country: string | null;
	/** How often its due day moved. */
	moves: number;
	holder: Holder | null;
	holderPeople: readonly string[];
	holderOrganisation: string | null;
	holderDays: number;
	/** The ball lies with who looks. */
	mine: boolean;
	meeting: { slug: string; title: string } | null;
	decision: string | null;
	createdOn: Day;
	/** Since when nothing is expected any more; null while it is open. */
	endedOn: Day | null;
	origin: Origin;
}
