import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from '#lib/domain/reasons.ts';
import { MEGABYTE, MOST_UNPACKED_BYTES } from './sheet.ts';

interface Packed {
	method: number;
	crc: number;
	packedSize: number;
	size: number;
	offset: number;
}

/** Opens a part by name; `undefined` where there is none. */
export type OpenPart = (name: string) => Buffer | undefined;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_PARTS = 1000;

const unreadable = (part: string) => new Refusal([{ code: 'import-unreadable', part }]);

/** The parts of a ZIP file by its central directory. What they claim is added up before any of them is unpacked. */
export function readZip(bytes: Buffer): { names: readonly string[]; open: OpenPart } {
	const parts = listParts(bytes);
	const total = [...parts.values()].reduce((sum, { size }) => sum + size, 0);
	if (total > MOST_UNPACKED_BYTES)
		throw new Refusal([{ code: 'import-bomb', megabytes: MOST_UNPACKED_BYTES / MEGABYTE }]);
	return {
		names: [...parts.keys()],
		open(name) {
			const part = parts.get(name);
			return part && unpack(bytes, name, part);
		}
	};
}

function listParts(bytes: Buffer): Map<string, Packed> {
	const end = endOf(bytes);
	const count = bytes.readUInt16LE(end + 10);
	if (count > MOST_PARTS) throw unreadable('ZIP');
	const parts = new Map<string, Packed>();
	let at = bytes.readUInt32LE(end + 16);
	for (let index = 0; index < count; index++) {
		if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw unreadable('ZIP');
		if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Refusal([{ code: 'import-protected' }]);
		const [nameSize, extra, comment] = [28, 30, 32].map((from) => bytes.readUInt16LE(at + from));
		const name = bytes.toString('utf8', at + 46, at + 46 + (nameSize ?? 0));
		if (parts.has(name)) throw unreadable(name.slice(0, 80));
		parts.set(name, {
			method: bytes.readUInt16LE(at + 10),
			crc: bytes.readUInt32LE(at + 16),
			packedSize: bytes.readUInt32LE(at + 20),
			size: bytes.readUInt32LE(at + 24),
			offset: bytes.readUInt32LE(at + 42)
		});
		at += 46 + (nameSize ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return parts;
}

/** The record at the end of the file, which a comment of up to 64 KB may follow. */
function endOf(bytes: Buffer): number {
	const first = Math.max(0, bytes.length - 22 - 0xffff);
	for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at;
	throw unreadable('ZIP');
}

function unpack(bytes: Buffer, name: string, { method, crc, packedSize, size, offset }: Packed): Buffer {
	if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw unreadable(name);
	const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
	const packed = bytes.subarray(from, from + packedSize);
	if (packed.length !== packedSize) throw unreadable(name);
	const unpacked = method === 0 ? packed : method === 8 ? inflate(packed, size) : undefined;
	if (unpacked?.length !== size || crc32(unpacked) !== crc) throw unreadable(name);
	return unpacked;
}

/** A part that turns out larger than it claimed is cut off there, and refused. */
function inflate(packed: Buffer, size: number): Buffer | undefined {
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
	} catch {
		return undefined;
	}
}
