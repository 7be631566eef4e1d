import type { DeliverableFacts } from '#lib/domain/deliverables.ts';
import { openVersion } from '#lib/domain/deliverables.ts';
import { versionEditBlocks } from '#lib/domain/version-guards.ts';

/** A file of the open version, and why it cannot be rearranged. */
export function takeVersionFile(facts: DeliverableFacts, evidenceId: string) {
	const version = openVersion(facts);
	const file = version?.files.find((one) => one.evidenceId === evidenceId);
	const edit = versionEditBlocks(facts);
	const missing = edit.length === 0 && !file ? [{ code: 'file-not-in-version' } as const] : [];
	return { version, file, blocks: [...edit, ...missing] };
}
