export type IndicatorReason =
	| { code: 'indicator-closed'; indicator: string }
	| { code: 'indicator-code-taken'; indicator: string }
	| { code: 'indicator-without-reporters' }
	| { code: 'indicator-category-used'; category: string }
	| { code: 'target-day-twice'; on: string }
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
