import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';

const WAY = PROPOSED_ALGORITHM.steps.map(({ state }) => state);
const at = (state: string) => WAY.indexOf(state);

export const PEOPLE = [
	'author',
	'stranger',
	'coordinator',
	'qaLead',
	'reviewer',
	'leader',
	'observer',
	'foreign',
	'rector'
] as const;
export type Who = (typeof PEOPLE)[number];

const BY_HAND = ['needs-confirmed', 'designed', 'mapped', 'piloted', 'rolled-out'] as const;
export const ACTS = [
	...BY_HAND,
	'published',
	'recognised',
	'internal-qa',
	'prove-need',
	'prove-feedback',
	'prove-evaluation',
	'open',
	'sign',
	'approve',
	'credits',
	'return',
	'hold',
	'resume',
	'retire'
] as const;
export type Act = (typeof ACTS)[number];

const NEEDS: Readonly<Record<string, string>> = {
	'needs-confirmed': 'need',
	piloted: 'feedback',
	evaluated: 'evaluation'
};

/** What an entry with complete content may do, said a second time as simply as possible. */
export class EntryModel {
	state = 'idea';
	isPublic = false;
	heldFrom = '';
	isOpen = false;
	/** Organisations beside the owner that have worked on it. */
	readonly joined = new Set<Who>();
	readonly wrote = new Set<Who>();
	readonly proofs = new Set<string>();

	allows(act: Act, who: Who): boolean {
		const isAside = at(this.state) < 0;
		switch (act) {
			case 'published':
				return this.keeps(who) && this.isNext(act);
			case 'recognised':
				return (this.works(who) || (who === 'observer' && this.isPublic)) && this.isNext(act);
			case 'internal-qa':
				return false;
			case 'prove-need':
			case 'prove-feedback':
			case 'prove-evaluation':
				return this.works(who) && !isAside;
			case 'open': {
				const next = WAY[at(this.state) + 1] ?? '';
				const isSigned = next === 'internal-qa' || next === 'evaluated';
				return this.works(who) && !isAside && isSigned && this.isNext(next) && !this.isOpen;
			}
			case 'sign':
				return who === 'reviewer' && this.isOpen;
			case 'approve':
				// Nobody approves what they wrote.
				return who === 'rector' && !this.wrote.has(who) && this.state === 'internal-qa';
			case 'credits':
				return this.works(who) && !isAside;
			case 'return':
				return this.keeps(who) && at(this.state) > at('designed');
			case 'hold':
				return this.works(who) && !isAside;
			case 'resume':
				if (this.state === 'retired') return this.keeps(who);
				return this.works(who) && this.state === 'on-hold';
			case 'retire':
				return this.keeps(who) && this.state !== 'retired';
			default:
				return this.works(who) && this.isNext(act);
		}
	}

	apply(act: Act, who: Who): void {
		switch (act) {
			case 'prove-need':
			case 'prove-feedback':
			case 'prove-evaluation':
				this.proofs.add(act.slice('prove-'.length));
				this.joined.add(who);
				return;
			case 'open':
				this.isOpen = true;
				return;
			case 'sign':
				this.isOpen = false;
				return this.enter(WAY[at(this.state) + 1] ?? '');
			case 'approve':
				// Complete as it is, it is ready for the catalogue by itself.
				return this.enter('catalogue-ready');
			case 'credits':
				this.joined.add(who);
				this.wrote.add(who);
				this.isOpen = false;
				if (at(this.state) >= at('internal-qa')) this.enter('designed');
				return;
			case 'return':
				this.isOpen = false;
				return this.enter('designed');
			case 'hold':
			case 'retire':
				if (this.state !== 'on-hold') this.heldFrom = this.state;
				this.isOpen = false;
				this.state = act === 'hold' ? 'on-hold' : 'retired';
				return;
			case 'resume':
				return this.enter(this.heldFrom);
			default:
				return this.enter(act);
		}
	}

	private enter(state: string): void {
		this.state = state;
		this.isPublic = at(state) >= at('published');
	}

	private isNext(state: string): boolean {
		const need = NEEDS[state];
		return at(this.state) >= 0 && at(state) === at(this.state) + 1 && (!need || this.proofs.has(need));
	}

	/** Coordinator, leader of the package, and whoever is of an organisation that worked on it. */
	private works(who: Who): boolean {
		const isKoksu = who === 'stranger' && (this.joined.has('leader') || this.joined.has('stranger'));
		return this.keeps(who) || who === 'author' || who === 'rector' || isKoksu;
	}

	private keeps(who: Who): boolean {
		return who === 'coordinator' || who === 'leader';
	}
}
