/** What rights depend on, read from the tables and not through the application. */
interface Facts {
	itemId: string;
	leadOrganisationId: string | null;
	organisationIds: readonly string[];
	countries: readonly string[];
	workPackageIds: readonly string[];
	assignedPersonIds: readonly string[];
	isPublic: boolean;
	/** Accepted, verified or published, whoever may read it. */
	isFinal?: boolean;
}

/** A record that a request is about. */
export interface Target extends Facts {
	/** `project`: pages of a project, for whoever may do a thing somewhere in it · `whole`: for who may in all of it. */
	kind:
		| 'project'
		| 'whole'
		| 'work-package'
		| 'organisation'
		| 'catalogue-owner'
		/** An organisation that could award, with a question of its readiness. */
		| 'institution'
		| 'checklist'
		| 'reporting-period'
		| 'reminded-period'
		| 'silent-period'
		| 'algorithm'
		| 'criteria'
		| 'criteria-country'
		| 'deliverable'
		| 'milestone'
		| 'entry'
		/** For who steers and looks; for its owner; and for who may give another one like it. */
		| 'action'
		| 'own-action'
		| 'given-action'
		| 'decision'
		/** For who assesses it; and for who watches it. */
		| 'risk'
		| 'own-risk'
		/** A measure that is open, for who takes it. */
		| 'measure'
		/** What an organisation said of a period; its `related` names the period by its first day. */
		| 'check-in'
		/** An indicator; its question to one organisation; and a number that one reported. */
		| 'indicator'
		| 'indicator-question'
		| 'actual'
		/** A meeting; its `related` also names its points, invitees and papers. */
		| 'meeting'
		/** Minutes for their readers; and for those who take and sign them. */
		| 'minutes'
		| 'minutes-taking'
		/** One row of who is invited; and a meeting for those who were there. */
		| 'invitation'
		| 'presence'
		/** A line of the dissemination log; an activity of mobility and training. */
		| 'outreach'
		| 'mobility'
		/** Three months of a whole project, to report on; an organisation or a country that is visited. */
		| 'quarter'
		| 'visited'
		| 'person'
		| 'file';
	slug: string;
	id: string;
	version: number;
	/** What the address calls it. */
	code: string;
	/** Ids of what hangs on it, the newest of each table. */
	related: Readonly<Record<string, string>>;
	/** What a file is used for, and which organisations an item's access list names. */
	file?: {
		level: 'PU' | 'SEN';
		uses: readonly { about: Target; listed: readonly string[]; linkers: readonly string[] }[];
	};
}

export const NO_FACTS: Facts = {
	itemId: '',
	leadOrganisationId: null,
	organisationIds: [],
	countries: [],
	workPackageIds: [],
	assignedPersonIds: [],
	isPublic: false
};
