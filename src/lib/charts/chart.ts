/** A tone of the style sheet, by the name of its variable. */
export type ChartTone = 'accent' | 'good' | 'info' | 'warn' | 'bad' | 'stale' | 'waiting' | 'ink-soft';

export interface ChartLine {
	label: string;
	tone: ChartTone;
	/** Drawn dashed: a plan, not a fact. */
	dashed?: boolean;
	/** It jumps where something happened instead of leaning towards it. */
	stepped?: boolean;
	/** Leave out what is not known. */
	points: readonly { x: number; y: number }[];
	/** A line to compare with, without marks. */
	plain?: boolean;
}

export interface LineChartOptions {
	lines: readonly ChartLine[];
	xTitle: string;
	yTitle: string;
	xText: (x: number) => string;
	yText: (y: number) => string;
	/** Shorter words beside the axis, where those of a point would crowd it. */
	yTick?: (y: number) => string;
	xMin?: number;
	xMax?: number;
	yMin?: number;
	/** Counts: no ticks between whole numbers. */
	whole?: boolean;
}
