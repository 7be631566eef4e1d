import type { FileReason } from '#lib/domain/files.ts';

const REASONS: Readonly<Record<string, FileReason>> = {
	ENOSPC: { code: 'store-full' },
	EDQUOT: { code: 'store-full' },
	EFBIG: { code: 'store-full' },
	EROFS: { code: 'store-not-writable' },
	EACCES: { code: 'store-not-writable' },
	EPERM: { code: 'store-not-writable' },
	ENOTDIR: { code: 'store-not-writable' },
	ENOENT: { code: 'store-not-writable' },
	EIO: { code: 'store-not-writable' }
};

/** A failure of the disk as a refusal that people can act on; anything else is thrown on as the bug it is. */
export function storeReason(error: unknown): FileReason {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const reason = REASONS[code];
	if (reason) return reason;
	throw error;
}
