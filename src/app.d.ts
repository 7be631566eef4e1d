import type { Actor } from '#lib/domain/roles.ts';
import type { Day } from '#lib/domain/days.ts';
import type { ProjectContext, SignedIn } from '#lib/server/http/context.ts';

declare global {
	namespace App {
		interface Locals {
			requestId: string;
			/** The one clock: shifted in a demo, real elsewhere. */
			now: Date;
			signedIn: SignedIn | null;
			project: ProjectContext | null;
			actor: Actor | null;
			/** Today in the coordinator's zone; in UTC outside a project. */
			today: Day;
			theme: 'light' | 'dark' | 'system';
			flash: { code: string; label: string } | null;
		}
		interface Error {
			message: string;
			requestId?: string;
		}
	}
}
