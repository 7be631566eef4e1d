export type IndicatorReason =
	| { code: 'indicator-closed'; indicator: string }
	| { code: 'indicator-code-taken'; indicator: string }
	| { code: 'indicator-without-reporters' }
	| { code: 'indicator-category-used'; category: string }
	| { code: 'target-day-twice'; on: string }
	| { code: 'target-day-passed'; on: string; today: string }
	| { code: 'target-unchanged'; on: string; value: number }
	| { code: 'target-proposal-open'; on: string }
	| { code: 'target-proposal-settled'; verdict: 'accepted' | 'declined' }
	| { code: 'target-proposal-own'; person: string }
	| { code: 'indicator-not-measured'; indicator: string }
	| { code: 'log-empty'; organisation: string; on: string }
	| { code: 'log-not-counted'; records: readonly string[] }
	| { code: 'log-claimed'; organisation: string; on: string }
	| { code: 'actual-not-asked'; organisation: string }
	| { code: 'actual-day-ahead'; on: string; today: string }
	| { code: 'actual-parts-differ'; dimension: string; parts: number; value: number }
	| { code: 'actual-parts-without-value' }
	| { code: 'actual-settled'; state: string }
	| { code: 'actual-own'; person: string }
	| { code: 'actual-without-source' }
	| { code: 'actual-not-accepted' }
	| { code: 'verifier-reported'; organisation: string }
	| { code: 'verifier-gave-evidence'; organisation: string }
	| { code: 'verifier-accepted'; person: string }
	| { code: 'evidence-counted'; name: string; organisation: string };
