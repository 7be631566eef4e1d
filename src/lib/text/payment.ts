import type { PeriodBlock, PeriodVerdict } from '#lib/domain/payment-readiness.ts';
import { dayText, latenessText, pastContractText } from './dates.ts';
import { itemStateText } from './item-states.ts';
import { readinessBlockText } from './readiness.ts';
import { riskStateText } from './risks.ts';

export const PAYMENT_TEXT = {
	ready: { label: 'Can be declared complete', tone: 'good', shape: 'check' },
	blocked: { label: 'Blocked', tone: 'bad', shape: 'cross' },
	'on-course': { label: 'On course', tone: 'waiting', shape: 'half' },
	unconfirmed: { label: 'Nobody has confirmed it', tone: 'warn', shape: 'triangle' },
	continues: { label: 'Runs on after the period', tone: 'neutral', shape: 'circle' },
	unknown: { label: 'Nothing to judge by', tone: 'neutral', shape: 'broken' }
} as const satisfies Record<PeriodVerdict, { label: string; tone: string; shape: string }>;

/** Blocked by 3 items: the verdict with its number. */
export function paymentText({ verdict, blocking }: { verdict: PeriodVerdict; blocking: number }): string {
	if (verdict !== 'blocked') return PAYMENT_TEXT[verdict].label;
	return blocking === 1 ? 'Blocked by 1 item' : `Blocked by ${blocking} items`;
}

/** What is in the way, after the item's own code. */
export function periodBlockText(block: PeriodBlock): string {
	switch (block.code) {
		case 'overdue':
			return `${latenessText(block.days)}, ${itemStateText(block.state).label.toLowerCase()}`;
		case 'past-contract':
			return `${itemStateText(block.state).label.toLowerCase()}, ${pastContractText(block)}`;
		case 'after-period':
			return `forecast for ${dayText(block.forecastOn)}, after the period`;
		case 'reported-blocked':
			return `reported as blocked, waits for ${block.waitsFor}`;
		case 'depends-on':
			return `rests on ${block.on}, which comes after the period`;
		case 'without-date':
			return 'has no day at all';
		case 'state-of-play-missing':
			return 'no state of play for this period';
		case 'risk-open':
			return readinessBlockText(block, riskStateText(block.state));
		default:
			return readinessBlockText(
				block,
				'state' in block ? itemStateText(block.state).label.toLowerCase() : ''
			);
	}
}
