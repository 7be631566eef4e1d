import type { Role } from '#lib/domain/roles.ts';

/**
 * What the consortium agreed on, written by hand and never derived from the code: who may do what, by role.
 * `a` anywhere in the project · `c` own country · `w` own work package · `o` own organisation leads or contributes ·
 * `l` own organisation leads · `i` asked in person · `g` inside the grant's own scope · `p` public and final · `.` never
 */
const COLUMNS: readonly Role[] = [
	'coordinator',
	'national-coordinator',
	'wp-leader',
	'partner',
	'qa-lead',
	'qa-reviewer',
	'external-evaluator',
	'observer',
	'admin'
];

/*                             COO NC  WPL PAR QAL QAR EXT OBS ADM */
const TABLE = {
	'home:read': '              a   a   a   a   a   a   a   a   a',
	'project:read': '           a   a   a   a   a   a   a   a   .',
	'project:edit': '           a   .   .   .   .   .   .   .   .',
	'sample:remove': '          a   .   .   .   .   .   .   .   .',
	'baseline:read': '          a   a   a   a   a   a   a   .   .',
	'baseline:sign': '          a   .   .   .   .   .   .   .   .',
	'organisation:read': '      a   a   a   a   a   a   a   a   a',
	'organisation:edit': '      a   c   .   o   .   .   .   .   .',
	'person:read': '            a   a   a   a   a   a   a   .   a',
	'contact:read': '           a   a   a   a   a   a   .   .   a',
	'person:invite': '          a   .   .   .   .   .   .   .   a',
	'account:manage': '         a   .   .   .   .   .   .   .   a',
	'member:move': '            a   .   .   .   .   .   .   .   .',
	'grant:propose': '          a   c   .   o   a   .   .   .   .',
	'deputy:name': '            a   i   i   i   .   .   .   .   .',
	// The administrator decides on administrators only, which the rules of grants see to.
	'grant:confirm': '          a   .   .   .   a   .   .   .   a',
	'grant:revoke': '           a   .   .   .   a   .   .   .   a',
	'work-package:read': '      a   a   a   a   a   a   a   a   .',
	'work-package:edit': '      a   .   w   .   .   .   .   .   .',
	'health:override': '        a   .   w   .   .   .   .   .   .',
	'risk:read': '              a   a   a   a   a   a   a   .   .',
	'progress:read': '          a   a   a   a   a   a   a   .   .',
	'item:forecast': '          a   c   w   o   .   .   .   .   .',
	'item:agree-date': '        a   .   .   .   .   .   .   .   .',
	'deliverable:read': '       a   a   a   a   a   a   gip p   .',
	'deliverable:plan': '       a   .   w   .   .   .   .   .   .',
	'deliverable:edit': '       a   o   w   o   .   .   .   .   .',
	'deliverable:request-review': 'a  l   w   l   .   .   .   .   .',
	'deliverable:justify-lateness': 'a .  w   l   .   .   .   .   .',
	'reviewer:assign': '        .   .   .   .   a   .   .   .   .',
	'reviewer:propose': '       a   .   .   .   .   .   .   .   .',
	'conflict:declare': '       .   .   .   .   a   .   .   .   .',
	'review:read': '            a   a   a   a   a   a   gi  .   .',
	'review:comment': '         .   .   .   .   i   i   gi  .   .',
	'review:answer': '          .   o   w   o   .   .   .   .   .',
	'deliverable:request-changes': '. .   .   .   i   i   i   .   .',
	'deliverable:sign-off': '   .   .   .   .   i   i   i   .   .',
	'deliverable:approve': '    a   .   .   .   .   .   .   .   .',
	'deliverable:return': '     a   .   .   .   .   .   .   .   .',
	'deliverable:break-glass': 'a   .   .   .   .   .   .   .   .',
	'deliverable:record-portal': 'a .   .   .   .   .   .   .   .',
	'deliverable:withdraw': '   a   .   .   .   .   .   .   .   .',
	'deliverable:set-editorial': '. .   .   .   a   .   .   .   .',
	'milestone:read': '         a   a   a   a   a   a   a   p   .',
	'milestone:evidence': '     a   o   w   o   .   .   .   .   .',
	'milestone:claim': '        a   .   w   .   .   .   .   .   .',
	'milestone:assign': '       .   .   .   .   a   .   .   .   .',
	'milestone:verify': '       .   .   .   .   i   i   i   .   .',
	'milestone:declare': '      a   .   .   .   .   .   .   .   .',
	'milestone:reopen': '       a   .   .   .   a   .   .   .   .',
	'milestone:end': '          a   .   .   .   .   .   .   .   .',
	'catalogue:read': '          a   a   a   a   a   a   a   .   .',
	'entry:read': '              a   a   a   a   a   a   a   p   .',
	'entry:create': '            a   o   w   o   .   .   .   .   .',
	'entry:edit': '              a   o   w   o   .   .   .   .   .',
	'entry:take-step': '         a   o   w   o   .   .   .   .   .',
	'entry:request-review': '    a   o   w   o   .   .   .   .   .',
	'entry:request-changes': '   .   .   .   .   i   i   i   .   .',
	'entry:sign-off': '          .   .   .   .   i   i   i   .   .',
	'entry:approve': '           .   o   .   o   .   .   .   .   .',
	'entry:return': '            a   .   w   .   .   .   .   .   .',
	'entry:publish': '           a   .   w   .   .   .   .   .   .',
	'entry:recognise': '         a   c   w   o   .   .   .   c   .',
	'entry:hold': '              a   o   w   o   .   .   .   .   .',
	'entry:end': '               a   .   w   .   .   .   .   .   .',
	'officer:name': '            a   o   .   o   .   .   .   .   .',
	'algorithm:publish': '       a   .   w   .   .   .   .   .   .',
	'criteria:publish': '        a   c   w   .   .   .   .   .   .',
	'target:set': '              a   .   .   .   .   .   .   .   .',
	'duty:assign': '             a   co  w   o   .   .   .   .   .',
	'overlap:decide': '          a   .   w   .   .   .   .   .   .',
	'catalogue:export': '        a   a   a   a   a   a   a   .   .',
	'catalogue:import': '        a   o   w   o   .   .   .   .   .',
	'institution:answer': '      o   o   .   o   .   .   .   .   .',
	'institution:review': '      a   c   .   .   a   .   .   .   .',
	'evidence:read': '          a   a   a   a   a   a   p   p   .',
	'evidence:withdraw': '      a   o   .   o   .   .   .   .   .',
	'quality-plan:read': '      a   a   a   a   a   a   a   .   .',
	'quality-plan:publish': '   a   .   .   .   a   .   .   .   .',
	'audit:read': '             a   c   w   o   a   a   .   .   .',
	'audit:export': '           a   .   .   .   a   a   .   .   .',
	'look:begin': '             .   .   .   .   .   .   .   .   a',
	'look:end': '               a   .   .   .   a   .   .   .   a',
	'installation:read': '      .   .   .   .   .   .   .   .   a'
} as const satisfies Record<string, string>;

/** Letters of a role's cell; an unknown permission has none. */
export function cell(permission: string, role: Role): readonly string[] {
	const row = Object.entries(TABLE).find(([name]) => name === permission)?.[1];
	const letters = row?.trim().split(/\s+/)[COLUMNS.indexOf(role)] ?? '.';
	return [...letters].filter((letter) => letter !== '.');
}

export const TABLED: readonly string[] = Object.keys(TABLE);
