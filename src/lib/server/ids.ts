import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** A new UUIDv7: sorts by time, made in the application on both engines. */
export function newId(): string {
	return v7();
}

export function sha256(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function sha256Of(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
