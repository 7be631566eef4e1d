/** People of the model, each with an organisation, its country and what they may ever do. */
export const CAST = {
	author: { org: 'koksu', country: 'KZ', roles: ['partner'] },
	contributor: { org: 'kaznu', country: 'KZ', roles: ['partner'] },
	coordinator: { org: 'uah', country: 'ES', roles: ['coordinator'] },
	/** Coordinator and reviewer at once. */
	both: { org: 'upv', country: 'ES', roles: ['coordinator', 'qa-reviewer'] },
	qaLead: { org: 'ucy', country: 'CY', roles: ['qa-lead'] },
	first: { org: 'ucy', country: 'CY', roles: ['qa-reviewer'] },
	second: { org: 'unige', country: 'IT', roles: ['qa-reviewer'] },
	local: { org: 'kaznu', country: 'KZ', roles: ['qa-reviewer'] }
} as const;
export type Who = keyof typeof CAST;
export const PEOPLE = Object.keys(CAST).filter((name): name is Who => name in CAST);

export const STEPS = [
	'start',
	'upload',
	'upload-knowingly',
	'confirm',
	'add-kaznu',
	'add-unige',
	'assign-first',
	'assign-second',
	'assign-local',
	'assign-both',
	'open',
	'sign',
	'block',
	'answer',
	'request-changes',
	'return',
	'approve',
	'break-glass',
	'submit',
	'accept',
	'revise'
] as const;
export type StepName = (typeof STEPS)[number];

/** The rules once more, as plainly as possible and without a line of the product. */
export class DeliverableModel {
	state = 'planned';
	version = 0;
	confirmed = false;
	readonly contributed = new Set<string>();
	readonly wrote = new Set<Who>();
	readonly assigned = new Set<Who>();
	readonly everSigned = new Set<Who>();
	round = { version: 0, open: false, signed: new Set<Who>(), blockers: 0, byAuthor: new Set<Who>() };
	blockers = 0;

	allows(step: StepName, who: Who): boolean {
		const { roles, org } = CAST[who];
		const is = (role: string) => roles.some((one) => one === role);
		const coordinates = is('coordinator');
		const takesPart = is('partner') && (org === 'koksu' || this.contributed.has(org));
		const works = coordinates || takesPart;
		const leads = coordinates || (is('partner') && org === 'koksu');
		const editable = this.in('in-preparation', 'changes-requested', 'revision-by-funder');
		const recordable = !this.in('submitted', 'accepted');
		switch (step) {
			case 'start':
				return works && this.in('planned');
			case 'upload':
				return works && editable;
			case 'upload-knowingly':
				return works && (editable || (org === 'koksu' && this.in('in-review', 'reviewed', 'approved')));
			case 'confirm':
				return leads && recordable;
			case 'add-kaznu':
			case 'add-unige':
				return works && recordable;
			case 'assign-first':
				return is('qa-lead') && recordable && this.mayBeAssigned('first');
			case 'assign-second':
				return is('qa-lead') && recordable && this.mayBeAssigned('second');
			case 'assign-local':
				return is('qa-lead') && recordable && this.mayBeAssigned('local');
			case 'assign-both':
				return is('qa-lead') && recordable && this.mayBeAssigned('both');
			case 'open':
				return leads && editable && this.isReady();
			case 'sign':
				return this.reviews(who) && !this.round.signed.has(who) && !this.round.byAuthor.has(who);
			case 'block':
			case 'request-changes':
				return this.reviews(who);
			case 'answer':
				return takesPart && recordable && this.blockers > 0;
			case 'return':
				return coordinates && this.in('reviewed', 'approved');
			case 'approve':
				return this.mayApprove(who) && this.in('reviewed') && this.hasQuorum();
			case 'break-glass':
				return (
					this.mayApprove(who) &&
					this.in('in-review', 'changes-requested') &&
					this.round.version === this.version
				);
			case 'submit':
				return coordinates && this.in('approved');
			case 'accept':
			case 'revise':
				return coordinates && this.in('submitted');
		}
	}

	/** Whether a step would change anything. */
	isUseful(step: StepName): boolean {
		if (step === 'confirm') return !this.confirmed;
		if (step === 'add-kaznu') return !this.contributed.has('kaznu');
		if (step === 'add-unige') return !this.contributed.has('unige');
		return true;
	}

	apply(step: StepName, who: Who): void {
		switch (step) {
			case 'start':
				this.state = 'in-preparation';
				break;
			case 'upload':
			case 'upload-knowingly':
				this.upload(who);
				break;
			case 'confirm':
				this.confirmed = true;
				break;
			case 'add-kaznu':
				this.contributed.add('kaznu');
				break;
			case 'add-unige':
				this.contributed.add('unige');
				break;
			case 'assign-first':
			case 'assign-second':
			case 'assign-local':
			case 'assign-both':
				for (const name of PEOPLE) if (step === `assign-${name}`) this.assigned.add(name);
				break;
			case 'open':
				this.round = {
					version: this.version,
					open: true,
					signed: new Set(),
					blockers: 0,
					byAuthor: new Set()
				};
				this.state = 'in-review';
				break;
			case 'sign':
				this.round.signed.add(who);
				this.everSigned.add(who);
				this.settle();
				break;
			case 'block':
				this.block(who);
				break;
			case 'request-changes':
				this.block(who);
				this.round.open = false;
				this.state = 'changes-requested';
				break;
			case 'return':
				this.blockers += 1;
				this.round.blockers += 1;
				this.state = 'changes-requested';
				break;
			case 'answer':
				this.blockers = 0;
				this.round.blockers = 0;
				this.round.byAuthor.clear();
				this.settle();
				break;
			case 'approve':
			case 'break-glass':
				this.round.open = false;
				this.state = 'approved';
				break;
			case 'submit':
				this.state = 'submitted';
				break;
			case 'accept':
				this.state = 'accepted';
				break;
			case 'revise':
				this.state = 'revision-by-funder';
				break;
		}
	}

	private in(...states: string[]): boolean {
		return states.includes(this.state);
	}

	private independent(who: Who): boolean {
		const { org } = CAST[who];
		return org !== 'koksu' && !this.contributed.has(org);
	}

	private mayBeAssigned(who: Who): boolean {
		return this.independent(who) && !this.assigned.has(who);
	}

	private reviews(who: Who): boolean {
		return this.in('in-review') && this.assigned.has(who) && this.independent(who);
	}

	private mayApprove(who: Who): boolean {
		const coordinates = CAST[who].roles.some((role) => role === 'coordinator');
		return coordinates && !this.wrote.has(who) && !this.everSigned.has(who);
	}

	private isReady(): boolean {
		const able = [...this.assigned];
		const abroad = able.filter((who) => CAST[who].country !== 'KZ');
		return (
			this.confirmed &&
			this.version > this.round.version &&
			this.blockers === 0 &&
			able.length >= 2 &&
			abroad.length >= 1 &&
			able.every((who) => this.independent(who))
		);
	}

	private hasQuorum(): boolean {
		const counting = [...this.round.signed].filter((who) => this.independent(who));
		const abroad = counting.filter((who) => CAST[who].country !== 'KZ');
		return counting.length >= 2 && abroad.length >= 1 && this.round.blockers === 0;
	}

	private settle(): void {
		if (!this.round.open || !this.hasQuorum()) return;
		this.round.open = false;
		this.state = 'reviewed';
	}

	private block(who: Who): void {
		this.blockers += 1;
		this.round.blockers += 1;
		this.round.byAuthor.add(who);
	}

	private upload(who: Who): void {
		const isOpen = this.version > this.round.version;
		if (!isOpen || this.version === 0) this.version += 1;
		this.wrote.add(who);
		this.contributed.add(CAST[who].org);
		if (!this.in('in-review', 'reviewed', 'approved')) return;
		this.round.open = false;
		this.state = 'in-preparation';
	}
}
