/** Degrees of likelihood and severity; the portal knows no other wording than low, medium and high. */
export const DEGREES = [1, 2, 3, 4, 5] as const;

export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** From which product of likelihood and severity a risk counts as medium, and as high. */
export interface RiskScale {
	riskMediumFrom: number;
	riskHighFrom: number;
}

export interface Assessment {
	likelihood: number | null;
	severity: number | null;
}

/** Likelihood times severity; null while one of them is not assessed. */
export function riskScore({ likelihood, severity }: Assessment): number | null {
	return likelihood === null || severity === null ? null : likelihood * severity;
}

/** Null: nobody has assessed it, which is not the same as low. */
export function riskLevel(assessment: Assessment, scale: RiskScale): RiskLevel | null {
	const score = riskScore(assessment);
	return score === null ? null : levelOfScore(score, scale);
}

export function levelOfScore(score: number, scale: RiskScale): RiskLevel {
	if (score >= scale.riskHighFrom) return 'high';
	return score >= scale.riskMediumFrom ? 'medium' : 'low';
}
