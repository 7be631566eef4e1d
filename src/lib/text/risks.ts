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
