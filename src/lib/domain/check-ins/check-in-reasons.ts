import type { Day } from '#lib/domain/days.ts';
import type { LineAnswer } from './check-ins.ts';

/** Why something of a check-in, or of its period, is refused. */
export type CheckInReason =
	| { code: 'check-in-answer-unfit'; item: string; answer: LineAnswer }
	| { code: 'check-in-forecast-needed'; item: string }
	| { code: 'check-in-forecast-passed'; item: string; on: Day }
	| { code: 'check-in-reason-needed'; item: string }
	| { code: 'check-in-blocker-needed'; item: string }
	| { code: 'check-in-result-needed'; item: string }
	| { code: 'check-in-measures-needed'; item: string }
	| { code: 'nil-with-answers'; items: readonly string[] }
	| { code: 'nil-with-words'; texts: readonly { number: number; text: string }[] }
	| { code: 'no-change-with-answers'; items: readonly string[] }
	| { code: 'correction-over'; dueOn: Day }
	| { code: 'return-reason-needed' }
	| { code: 'accepted-by-project'; organisation: string }
	| { code: 'own-organisation'; organisation: string }
	| { code: 'country-first'; organisation: string; country: string }
	| { code: 'country-waits'; country: string; organisations: readonly string[] }
	| { code: 'nothing-to-accept' }
	| { code: 'without-reason-needed' }
	| { code: 'without-reported'; organisation: string }
	| { code: 'period-running'; endsOn: Day }
	| { code: 'period-waits'; forReports: readonly string[]; forAcceptance: readonly string[] }
	| { code: 'lateness-unjustified'; items: readonly string[] }
	| { code: 'period-locked' }
	| { code: 'period-not-locked' }
	| { code: 'reopen-reason-needed' }
	| { code: 'nobody-to-remind' }
	| { code: 'reminded-today'; organisations: readonly string[] };
