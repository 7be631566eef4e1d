import type { Command } from './command.ts';
import * as audit from './audit.ts';
import * as doctor from './doctor.ts';
import * as migrate from './migrate.ts';

/** In the order in which `help` shows them. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
	['migrate', migrate],
	['doctor', doctor],
	['audit', audit]
]);
