import { fold } from './fold.ts';

const LETTERS = new Map(
	[
		// Cyrillic and Greek letters, as they are left by folding, in the order of the Latin ones below.
		...'а=a б=b в=v г=g д=d е=e ж=j з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=k ц=ts ч=c'.split(
			' '
		),
		...'ш=sh щ=sh ъ= ы=i ь= э=e ю=iu я=ia ў=u ғ=g'.split(' '),
		...'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=k ο=o π=p ρ=r σ=s τ=t υ=i φ=f χ=k'.split(' '),
		...'ψ=ps ω=o'.split(' ')
	].map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)])
);

/** Ways in which the same sound is written in Latin letters: Qazaq, Kazakh and Казах are looked for as one. */
const SPELLINGS: readonly [RegExp, string][] = [
	[/[qx]|kh/g, 'k'],
	[/gh/g, 'g'],
	[/zh/g, 'j'],
	[/ch/g, 'c'],
	[/w/g, 'v'],
	[/y/g, 'i']
];

/** Folded text in Latin letters, so that a word is found in whichever script it was typed. */
function latin(folded: string): string {
	const spelled = folded.replace(/\P{ASCII}/gu, (letter) => LETTERS.get(letter) ?? letter);
	return SPELLINGS.reduce((text, [pattern, letter]) => text.replace(pattern, letter), spelled);
}

/** What writers of the same name in Latin letters differ in: Ўктам is O'ktam and Uktam, Ҳамидов Hamidov and Khamidov. */
const SOUNDS: readonly [RegExp, string][] = [
	[/mb/g, 'mp'],
	[/th/g, 't'],
	[/[chk]+/g, 'k'],
	[/[ou]+/g, 'u'],
	[/i+(?=[aeu])/g, ''],
	[/i+/g, 'i']
];

/** A diphthong whose letters mean something else one by one. */
const OMICRON_UPSILON = /ου/g;

function sound(folded: string): string {
	return SOUNDS.reduce(
		(text, [pattern, letter]) => text.replace(pattern, letter),
		latin(folded.replace(OMICRON_UPSILON, 'u'))
	);
}

/** The `search` column of a record that is found in any script: what it is looked for by, folded, and as it sounds. */
export function inAnyScript(folded: string): string {
	return `${folded} ${sound(folded)}`;
}

function wordsOf(q: string): { word: string; heard: string }[] {
	return fold(q)
		.split(' ')
		.filter((word) => word !== '')
		.map((word) => ({ word, heard: sound(word) }));
}

/** Of every word that somebody looks for, the forms of which such a column holds one; for `like`, without its wildcards. */
export function formsInAnyScript(q: string): string[][] {
	return wordsOf(q)
		.map(({ word, heard }) =>
			[...new Set([word, heard])].map((form) => form.replaceAll(/[%_\\]/g, '')).filter((form) => form !== '')
		)
		.filter((forms) => forms.length > 0);
}

/** Whether a folded text holds every word that somebody looks for, in whichever script and spelling each was written. */
export function lookingFor(q: string): (folded: string) => boolean {
	const words = wordsOf(q);
	return (folded) => {
		if (words.every(({ word }) => folded.includes(word))) return true;
		const heard = sound(folded);
		return words.every((one) => folded.includes(one.word) || (one.heard !== '' && heard.includes(one.heard)));
	};
}
