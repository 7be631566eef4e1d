import { execFileSync, spawnSync } from 'node:child_process';

/** Where the kernel can be told of a limit (util-linux): elsewhere a full disk cannot be played. */
export const canLimitDisk = spawnSync('prlimit', ['--version']).status === 0;

/** From now on no file of this process grows beyond so many bytes, as on a disk that is full; null: as before. */
export function limitDisk(pid: number, bytes: number | null): void {
	execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`]);
}
