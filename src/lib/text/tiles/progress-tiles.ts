import type { Standing } from '#lib/domain/check-ins/standing.ts';
import type { PartStanding } from '#lib/domain/check-ins/waiting.ts';
import type { Day } from '#lib/domain/days.ts';
import { reported, type Coverage } from '#lib/domain/values.ts';
import { periodText } from '#lib/text/check-ins/words.ts';
import { dayText } from '#lib/text/dates.ts';
import type { TileFacts } from './tile.ts';

interface LastPeriod {
	startsOn: Day;
	endsOn: Day;
	dueOn: Day;
	covered: Coverage;
	standings: Partial<Record<Standing, number>>;
	waiting: readonly { waiting: PartStanding }[];
}

/** Who reported on the last period that everybody should have reported on. */
export function progressTiles(last: LastPeriod, slug: string, asOf: string): TileFacts[] {
	const { covered, standings, waiting, startsOn } = last;
	const { asked: of, missing } = covered;
	const list = `/${slug}/progress`;
	const period = `/${slug}/check-in/${startsOn}/all`;
	const silent = standings.silent ?? 0;
	const status = silent > 0 ? { tone: 'bad' as const, label: `since ${dayText(last.dueOn)}` } : undefined;
	const toAccept = waiting.reduce(
		(sum, { waiting: one }) => sum + one.forAcceptance.length + one.forProject.length,
		0
	);
	return [
		{
			...{ label: `Reported, ${periodText(last)}`, value: reported(covered), of, missing },
			...{ better: 'more', href: period, asOf }
		},
		{
			...{ label: 'Nothing to report', value: covered.nil, of, missing },
			...{ better: 'more', href: `${list}?state=nil`, asOf }
		},
		{ label: 'Silent', value: silent, of, better: 'fewer', status, href: `${list}?state=silent`, asOf },
		{ label: 'To be accepted', value: toAccept, of, missing, better: 'fewer', href: period, asOf }
	];
}
