import { MATRIX } from './matrix.ts';
import { holds, may, mayAtAll, mayRead, type Visitor } from './people.ts';
import type { Row } from './row.ts';
import { NO_FACTS, type Target } from './target.ts';

/** `open`: let in, whatever comes of it · `closed`: refused or nothing there · `login`: asked to sign in. */
export type Outcome = 'open' | 'closed' | 'login' | 'broken';

/** Somebody knocks at a door about something. */
export interface Case {
	name: string;
	row: Row;
	visitor: Visitor;
	target: Target;
	expected: Outcome;
}

const NOTHING: Target = {
	...NO_FACTS,
	kind: 'project',
	slug: 'leslie',
	id: '',
	code: '',
	version: 1,
	related: {}
};

function expectedOf(row: Row, visitor: Visitor, target: Target): Outcome {
	// Of an entry, everybody may read what is published, of whatever project.
	if (row.gate === 'visitor') {
		const isThere = row.unknown !== true && (target.kind !== 'entry' || target.isPublic);
		return isThere ? 'open' : 'closed';
	}
	if (visitor.cookie === null) return 'login';
	if (row.unknown === true) return 'closed';
	if (row.gate === 'signed-in') return 'open';
	if (row.gate === 'administrator') {
		// The admin of a project looks after its own accounts only.
		const isTheirs = row.about === 'nothing' || visitor.slug === target.slug;
		return holds(visitor, 'admin') && isTheirs ? 'open' : 'closed';
	}
	if (visitor.slug !== target.slug || !mayAtAll(visitor, row.gate)) return 'closed';
	if (target.kind === 'file' && row.form === undefined) return mayRead(visitor, target) ? 'open' : 'closed';
	return target.kind === 'project' || may(visitor, row.gate, target) ? 'open' : 'closed';
}

/** One target for each way in which the visitors stand to it: their organisation's, their country's, strangers' … */
function sample(targets: readonly Target[], row: Row, visitors: readonly Visitor[]): Target[] {
	const byStanding = new Map<string, Target>();
	for (const target of targets) {
		const rights = visitors.map((visitor) => expectedOf(row, visitor, target)).join('');
		const key = `${target.slug} ${rights}`;
		if (!byStanding.has(key)) byStanding.set(key, target);
	}
	return [...byStanding.values()];
}

function targetsOf(row: Row, targets: readonly Target[], visitors: readonly Visitor[]): readonly Target[] {
	if (row.about === 'nothing') return [NOTHING];
	const all = targets.filter(
		(target) => target.kind === row.about && (row.needs === undefined || row.needs in target.related)
	);
	const isFew = row.form === undefined && row.about !== 'file' && row.about !== 'person';
	return isFew ? all : sample(all, row, visitors);
}

/** Everybody at every door about everything that makes a difference; what ends much comes last. */
export function listCases(targets: readonly Target[], visitors: readonly Visitor[]): Case[] {
	const cases = MATRIX.filter((row) => row.act !== 'layout').flatMap((row) =>
		targetsOf(row, targets, visitors).flatMap((target) =>
			visitors.map((visitor) => ({
				name: `${visitor.name} at ${row.route} ${row.act} of ${target.slug}/${target.code}`,
				row,
				visitor,
				target,
				expected: expectedOf(row, visitor, target)
			}))
		)
	);
	return cases.sort((a, b) => (a.row.last ?? 0) - (b.row.last ?? 0));
}
