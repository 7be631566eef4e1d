import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '#lib/domain/reasons.ts';

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** What a hash of today's parameters begins with; another one is renewed at the next sign-in. */
const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;
/** More at once would only take memory and make everybody wait longer. */
const AT_ONCE = 2;
const MOST_WAITING = 100;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE) {
		if (waiting.length >= MOST_WAITING) throw new Refusal([{ code: 'too-many-attempts', seconds: 30 }]);
		await new Promise<void>((start) => waiting.push(start));
	} else running += 1;
	return work().finally(() => {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	});
}

export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(password.normalize('NFKC'), PARAMETERS));
}

let nobodysHash: Promise<string> | undefined;

/** Costs the same work, and is false, where there is no hash: no account, or none with a password. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
	nobodysHash ??= hashPassword(crypto.randomUUID());
	const against = passwordHash ?? (await nobodysHash);
	const matches = await inTurn(() => verify(against, password.normalize('NFKC')));
	return matches && passwordHash !== null;
}

export function needsRehash(passwordHash: string): boolean {
	return !passwordHash.startsWith(CURRENT);
}
