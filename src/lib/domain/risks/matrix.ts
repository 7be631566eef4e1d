import { isRiskOver } from './life-cycle.ts';
import { DEGREES, levelOfScore, type RiskLevel, type RiskScale } from './scale.ts';
import type { ListedRisk } from './register.ts';

export interface MatrixCell {
	likelihood: number;
	severity: number;
	level: RiskLevel;
	/** Open risks there, with the way they came. */
	risks: readonly { number: number; isWorse: boolean }[];
}

/** The likeliest row first, the least severe column first: the gravest corner is the upper right one. */
export function matrixCells(risks: readonly ListedRisk[], scale: RiskScale): MatrixCell[] {
	return DEGREES.toReversed().flatMap((likelihood) =>
		DEGREES.map((severity) => ({
			likelihood,
			severity,
			level: levelOfScore(likelihood * severity, scale),
			risks: risks
				.filter(
					(risk) => !isRiskOver(risk.state) && risk.likelihood === likelihood && risk.severity === severity
				)
				.map(({ number, trend }) => ({ number, isWorse: trend.direction === 'worse' }))
		}))
	);
}
