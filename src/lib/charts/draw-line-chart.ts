import {
	Chart,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
	type ChartDataset
} from 'chart.js';
import type { ChartTone, LineChartOptions } from './chart.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Legend, Tooltip);

const POINTS = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'crossRot', 'cross'] as const;

/** Draws on a canvas in the colours of the page; call the answer to take the drawing away again. */
export function drawLineChart(canvas: HTMLCanvasElement, options: LineChartOptions): () => void {
	const colours = coloursOf(canvas);
	const ink = colours('ink-soft');
	const rule = colours('rule');
	const scale = (title: string, text: (value: number) => string) => ({
		type: 'linear' as const,
		title: { display: true, text: title, color: ink },
		ticks: { color: ink, callback: (value: string | number) => text(Number(value)) },
		grid: { color: rule }
	});
	const chart = new Chart(canvas, {
		type: 'line',
		data: { datasets: options.lines.map((line, index) => datasetOf(line, index, colours(line.tone))) },
		options: {
			animation: false,
			maintainAspectRatio: false,
			parsing: false,
			interaction: { mode: 'nearest', intersect: false },
			font: { family: getComputedStyle(canvas).fontFamily },
			scales: {
				x: { ...scale(options.xTitle, options.xText), ...bounds(options.xMin, options.xMax) },
				y: {
					...scale(options.yTitle, options.yText),
					...bounds(options.yMin, undefined),
					ticks: {
						color: ink,
						callback: (value) => (options.yTick ?? options.yText)(Number(value)),
						...(options.whole ? { precision: 0 } : {})
					}
				}
			},
			plugins: {
				legend: {
					position: 'bottom',
					labels: { color: ink, usePointStyle: true, boxWidth: 7, boxHeight: 7 }
				},
				tooltip: {
					callbacks: {
						title: (items) => items.slice(0, 1).map((item) => options.xText(item.parsed.x ?? 0)),
						label: (item) => `${item.dataset.label ?? ''}: ${options.yText(item.parsed.y ?? 0)}`
					}
				}
			}
		}
	});
	return () => chart.destroy();
}

function datasetOf(
	line: LineChartOptions['lines'][number],
	index: number,
	colour: string
): ChartDataset<'line', { x: number; y: number }[]> {
	return {
		label: line.label,
		data: [...line.points],
		borderColor: colour,
		backgroundColor: colour,
		borderDash: line.dashed ? [5, 4] : [],
		borderWidth: line.plain ? 1 : 2,
		stepped: line.stepped ? 'after' : false,
		pointStyle: line.plain ? 'line' : (POINTS[index % POINTS.length] ?? 'circle'),
		pointRadius: line.plain ? 0 : 3
	};
}

function bounds(min: number | undefined, max: number | undefined) {
	return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Variables of the style sheet as colours that a canvas understands, light or dark as the page is. */
function coloursOf(canvas: HTMLCanvasElement): (name: ChartTone | 'rule') => string {
	return (name) => {
		canvas.style.color = `var(--${name})`;
		const { color } = getComputedStyle(canvas);
		canvas.style.color = '';
		return color;
	};
}
