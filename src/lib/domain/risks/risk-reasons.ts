export type StatementReason = { code: 'state-of-play-missing'; risk: string; owner: string | null };

export type RiskReason =
	| StatementReason
	| { code: 'risk-frozen'; risk: string }
	| { code: 'risk-over'; risk: string }
	| { code: 'risk-not-assessed'; risk: string }
	| { code: 'risk-degree-missing' }
	| { code: 'risk-unchanged' }
	| { code: 'risk-without-owner'; risk: string }
	| { code: 'risk-without-measures'; risk: string }
	| { code: 'risk-measures-open'; risk: string; steps: number }
	| { code: 'risk-happened-later'; on: string; today: string }
	| { code: 'mitigation-ended' }
	| { code: 'mitigation-due-passed'; on: string; today: string }
	| { code: 'statement-period-locked'; period: string }
	| { code: 'statement-period-ahead'; period: string }
	| { code: 'statement-says-materialised'; risk: string };
