import type { FormState } from '#lib/components/form-state.ts';
import type { Stands } from './theirs.server.ts';

export interface ElementFailure extends FormState {
	stands: Stands | null;
}

/** What became of the last attempt to save one field. */
export type Saving =
	| { kind: 'idle' }
	| { kind: 'waiting' }
	| { kind: 'saving' }
	| { kind: 'saved'; at: string }
	/** Nobody could be asked; it is tried again. */
	| { kind: 'offline' }
	| { kind: 'signed-out' }
	| { kind: 'refused' }
	| { kind: 'conflict' };

/** Where an action leads to when it saved: `?saved=title.3.untouched`. */
export function savedBy(location: string): { version: string; isReset: boolean } | null {
	const [, version, outcome] = new URL(location, 'http://here').searchParams.get('saved')?.split('.') ?? [];
	return version === undefined ? null : { version, isReset: outcome === 'reset' };
}

export function isElementFailure(data: unknown): data is ElementFailure {
	return (
		typeof data === 'object' && data !== null && 'values' in data && 'reasons' in data && 'issues' in data
	);
}

/** The time of day as the person's own clock shows it. */
export function timeText(now: Date): string {
	return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}
