import type { RiskEvent } from '#lib/domain/risks/life-cycle.ts';
import { riskScore, type Assessment, type RiskLevel } from '#lib/domain/risks/scale.ts';
import type { Measures } from '#lib/domain/risks/statements.ts';
import type { RiskTrend } from '#lib/domain/risks/trend.ts';

/** States of a risk as a word, a tone and a shape. */
export const RISK_STATE_TEXT = {
	identified: { label: 'Identified', tone: 'warn', shape: 'triangle' },
	assessed: { label: 'Assessed', tone: 'waiting', shape: 'quarter' },
	mitigating: { label: 'Mitigating', tone: 'waiting', shape: 'half' },
	materialised: { label: 'Materialised', tone: 'bad', shape: 'cross' },
	handled: { label: 'Handled', tone: 'good', shape: 'three-quarters' },
	closed: { label: 'Closed', tone: 'neutral', shape: 'check' }
} as const;

export function riskStateText(state: string): string {
	const texts: Record<string, { label: string }> = RISK_STATE_TEXT;
	return (texts[state]?.label ?? state).toLowerCase();
}

export const RISK_LEVEL_TEXT = {
	low: { label: 'Low', tone: 'neutral', shape: 'circle' },
	medium: { label: 'Medium', tone: 'warn', shape: 'triangle' },
	high: { label: 'High', tone: 'bad', shape: 'cross' }
} as const satisfies Record<RiskLevel, object>;

const NOT_ASSESSED = { label: 'Not assessed', tone: 'stale', shape: 'broken' } as const;

/** "High, 16 (4 × 4)" as a badge; what nobody assessed says so. */
export function assessmentBadge(risk: Assessment & { level: RiskLevel | null }) {
	const score = riskScore(risk);
	if (risk.level === null || score === null) return NOT_ASSESSED;
	const level = RISK_LEVEL_TEXT[risk.level];
	return {
		...level,
		label: `${level.label}, ${score} (${risk.likelihood ?? 0}\u00a0×\u00a0${risk.severity ?? 0})`
	};
}

/** How it moved since the last reporting period, where it moved. */
export function trendBadge(trend: RiskTrend) {
	switch (trend.direction) {
		case 'worse':
			return { label: `Worse: was ${trend.from}`, tone: 'bad', shape: 'triangle' } as const;
		case 'better':
			return { label: `Better: was ${trend.from}`, tone: 'good', shape: 'check' } as const;
		case 'new':
			return { label: 'New', tone: 'info', shape: 'square' } as const;
		case 'first':
			return { label: 'First assessed', tone: 'info', shape: 'square' } as const;
		case 'same':
		case 'unknown':
			return null;
	}
}

export const LIKELIHOOD_TEXT = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const;
export const SEVERITY_TEXT = ['Negligible', 'Minor', 'Moderate', 'Serious', 'Critical'] as const;

export const MEASURES_TEXT = {
	yes: 'Measures were applied',
	partly: 'Measures were partly applied',
	no: 'No measure was applied'
} as const satisfies Record<Measures, string>;

export const MEASURES_TONES = {
	yes: 'good',
	partly: 'waiting',
	no: 'warn'
} as const satisfies Record<Measures, string>;

export const MEASURE_STATE_TEXT = {
	open: { label: 'Open', tone: 'waiting', shape: 'half' },
	done: { label: 'Done', tone: 'good', shape: 'check' },
	dropped: { label: 'Dropped', tone: 'neutral', shape: 'dotted' }
} as const;

/** A step as its button says it, and what it means. */
export const RISK_STEP_TEXT = {
	assess: { label: 'Assess', about: 'How likely is it, and how bad would it be?' },
	reassess: { label: 'Assess again', about: 'It has become more or less likely, or worse or better.' },
	mitigate: { label: 'Begin mitigation', about: 'Measures are agreed, and somebody watches it.' },
	materialise: { label: 'It has materialised', about: 'What was feared has happened.' },
	handle: { label: 'It is handled', about: 'What was done about it is done.' },
	close: { label: 'Close', about: 'It threatens nothing any more.' },
	reopen: { label: 'Reopen', about: 'It threatens again, and is assessed anew.' }
} as const satisfies Record<RiskEvent, { label: string; about: string }>;

export const RISK_HISTORY_TEXT = {
	open: 'Reported',
	assess: 'Assessed',
	reassess: 'Assessed again',
	mitigate: 'Mitigation begun',
	materialise: 'Materialised',
	handle: 'Handled',
	close: 'Closed',
	reopen: 'Reopened',
	edit: 'Changed'
} as const satisfies Record<RiskEvent | 'open' | 'edit', string>;
