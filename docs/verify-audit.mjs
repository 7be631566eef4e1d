// Verifies an exported audit trail with nothing but Node.js 18 or later:
//   node verify-audit.mjs EXPORT.jsonl [SEQUENCE/HASH]
// The second argument is a head noted earlier, such as one printed on a report: it shows that nothing was cut off or rewritten.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const FIELDS =
	'chain sequence at actorId actorName actingFor organisationId act outcome recordType recordId recordLabel details previousHash';
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const hashOf = (event) => sha256(JSON.stringify(FIELDS.split(' ').map((field) => event[field])));

/** Split at line feeds only: readline also splits at separators that may stand inside a text. */
async function* linesOf(file) {
	let rest = '';
	for await (const chunk of createReadStream(file, 'utf8')) {
		const lines = (rest + chunk).split('\n');
		rest = lines.pop();
		yield* lines;
	}
	if (rest !== '') yield rest;
}

async function verify(file, anchor) {
	let header;
	let before = { sequence: 0, hash: '0'.repeat(64) };
	let anchored = anchor === undefined;
	for await (const line of linesOf(file)) {
		const next = before.sequence + 1;
		let event;
		try {
			event = JSON.parse(line);
		} catch {
			return `Event ${next} cannot be read.`;
		}
		if (header === undefined && (header = event)) continue;
		if (event.chain !== header.chain) return `Event ${next} belongs to another chain.`;
		if (event.sequence !== next) return `Event ${next} is missing or out of order.`;
		if (event.hash !== hashOf(event)) return `Event ${next} was changed.`;
		if (event.previousHash !== before.hash) return `Event ${next} does not follow the event before it.`;
		before = { sequence: next, hash: event.hash };
		anchored ||= anchor === `${next}/${event.hash}`;
	}
	if (header === undefined) return 'The file is empty.';
	if (header.sequence !== before.sequence || header.head !== before.hash)
		return `Event ${before.sequence + 1} is missing: the export ends before its head ${header.sequence}/${header.head}.`;
	if (!anchored) return `The head ${anchor} is not in this chain: events were cut off or rewritten.`;
	console.log(
		`${header.project}: ${before.sequence} events, unbroken. Head ${before.sequence}/${before.hash}`
	);
}

const [file, anchor] = process.argv.slice(2);
const broken =
	file === undefined
		? 'Usage: node verify-audit.mjs EXPORT.jsonl [SEQUENCE/HASH]'
		: await verify(file, anchor);
if (broken !== undefined) console.error(broken);
process.exitCode = broken === undefined ? 0 : 1;
