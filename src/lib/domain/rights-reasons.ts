import type { Day } from './days.ts';

/** Why a change of rights, a declaration or an act under rights that changed is refused. */
export type RightsReason =
	| { code: 'own-conflict' }
	| { code: 'rights-ended' }
	| { code: 'account-unproven'; person: string; inviter: string }
	| { code: 'deputy-elsewhere'; deputy: string; person: string; organisation: string }
	| { code: 'deputy-oneself' }
	| { code: 'deputy-overlaps'; deputy: string; person: string }
	| { code: 'deputy-dates'; fromOn: Day; toOn: Day }
	| { code: 'deputy-over'; toOn: Day }
	| { code: 'deputy-not-open' }
	| { code: 'deputy-confirms'; deputy: string }
	| { code: 'look-open'; untilAt: string }
	| { code: 'look-over' }
	| { code: 'same-organisation'; person: string; organisation: string }
	| { code: 'move-not-today'; fromOn: Day; today: Day };
