/** When somebody last looked at a project, and when their visit before that ended. */
export interface ProjectVisit {
	projectId: string;
	personId: string;
	lastAt: string;
	previousAt: string | null;
}

/** Everybody who was silent in a period, reminded at once. */
export interface Reminder {
	id: string;
	projectId: string;
	periodId: string;
	note: string;
	sentBy: string | null;
	/** Name of the person whose deputy sent it; empty for one's own. */
	sentFor: string;
	sentAt: string;
}

/** One mail of a reminder. */
export interface ReminderRecipient {
	reminderId: string;
	periodId: string;
	personId: string;
	organisationId: string;
	/** In the project's zone: nobody is reminded of a period twice on one day. */
	sentOn: string;
	/** Items that the mail named. */
	owed: number;
}

export interface ProgressTables {
	projectVisit: ProjectVisit;
	reminder: Reminder;
	reminderRecipient: ReminderRecipient;
}
