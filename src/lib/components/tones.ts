export type Tone = 'neutral' | 'waiting' | 'good' | 'warn' | 'bad' | 'late' | 'stale' | 'sample' | 'info';

export type ShapeName =
	| 'circle'
	| 'quarter'
	| 'half'
	| 'three-quarters'
	| 'disc'
	| 'check'
	| 'triangle'
	| 'diamond'
	| 'cross'
	| 'square'
	| 'broken'
	| 'dotted';

/** The shape a tone takes when the caller names none: no two tones share one. */
export const TONE_SHAPE: Record<Tone, ShapeName> = {
	neutral: 'circle',
	waiting: 'half',
	good: 'check',
	warn: 'triangle',
	bad: 'cross',
	late: 'diamond',
	stale: 'broken',
	sample: 'dotted',
	info: 'square'
};
