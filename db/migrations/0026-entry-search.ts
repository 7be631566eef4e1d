import { sql, type Kysely } from 'kysely';

const LETTERS = new Map(
	[
		...'а=a б=b в=v г=g д=d е=e ж=j з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=k ц=ts ч=c'.split(
			' '
		),
		...'ш=sh щ=sh ъ= ы=i ь= э=e ю=iu я=ia ў=u ғ=g'.split(' '),
		...'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=k ο=o π=p ρ=r σ=s τ=t υ=i φ=f χ=k'.split(' '),
		...'ψ=ps ω=o'.split(' ')
	].map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)])
);
const SPELLINGS: readonly [RegExp, string][] = [
	[/[qx]|kh/g, 'k'],
	[/gh/g, 'g'],
	[/zh/g, 'j'],
	[/ch/g, 'c'],
	[/w/g, 'v'],
	[/y/g, 'i'],
	[/mb/g, 'mp'],
	[/th/g, 't'],
	[/[chk]+/g, 'k'],
	[/[ou]+/g, 'u'],
	[/i+(?=[aeu])/g, ''],
	[/i+/g, 'i']
];

/** Entries are looked for in any script: their words stand as they sound, in Latin letters, beside their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const { rows } = await sql<{ id: string; search: string }>`
		select id, search from item where kind = 'entry' order by id`.execute(db);
	for (const { id, search } of rows) {
		const letters = search
			.replace(/ου/g, 'u')
			.replace(/\P{ASCII}/gu, (letter) => LETTERS.get(letter) ?? letter);
		const sound = SPELLINGS.reduce((text, [pattern, letter]) => text.replace(pattern, letter), letters);
		await sql`update item set search = ${`${search} ${sound}`} where id = ${id}`.execute(db);
	}
}
