/** Networks that no link of the project leads to: our own machine, private networks, links, the cloud's own data. */
const V4: readonly (readonly [string, number])[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3]
];

/** May a program of ours connect to this numeric address? Only addresses of the public internet. */
export function isPublicAddress(address: string): boolean {
	if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return isPublicV4(address);
	const words = wordsOf(address);
	if (words === null) return false;
	const [first = 0, second = 0] = words;
	const tail = `${(words[6] ?? 0) >> 8}.${(words[6] ?? 0) & 255}.${(words[7] ?? 0) >> 8}.${(words[7] ?? 0) & 255}`;
	// IPv4 in other clothes: mapped, translated (64:ff9b::/96).
	const isMapped = words.slice(0, 5).every((word) => word === 0) && words[5] === 0xffff;
	const isTranslated = first === 0x64 && second === 0xff9b && words.slice(2, 6).every((word) => word === 0);
	if (isMapped || isTranslated) return isPublicV4(tail);
	// Only 2000::/3 is given out; in it, Teredo, ORCHID, documentation and 6to4 lead elsewhere.
	if (first >> 13 !== 1 || first === 0x2002) return false;
	return (
		!(first === 0x2001 && (second < 0x200 || second === 0xdb8)) && !(first === 0x3fff && second < 0x1000)
	);
}

function isPublicV4(address: string): boolean {
	const number = numberOf(address);
	return (
		number !== null &&
		!V4.some(([network, bits]) => (numberOf(network) ?? 0) >>> (32 - bits) === number >>> (32 - bits))
	);
}

function numberOf(address: string): number | null {
	const parts = address.split('.').map(Number);
	if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return null;
	return parts.reduce((number, part) => number * 256 + part, 0) >>> 0;
}

/** The eight words of an IPv6 address, or null. */
function wordsOf(address: string): number[] | null {
	const plain = address.replace(/%.*$/, '').replace(/(\d+\.\d+\.\d+\.\d+)$/, (v4) => {
		const number = numberOf(v4);
		return number === null ? 'x' : `${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`;
	});
	const halves = plain.split('::');
	if (halves.length > 2) return null;
	const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
	const gap = 8 - head.length - tail.length;
	if (halves.length === 1 ? gap !== 0 : gap < 1) return null;
	const words = [...head, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...tail];
	if (words.some((word) => !/^[0-9a-f]{1,4}$/i.test(word))) return null;
	return words.map((word) => Number.parseInt(word, 16));
}
