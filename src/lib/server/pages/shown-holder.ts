import { daysBetween, type Day } from '#lib/domain/days.ts';
import { isHeldBy, type Holder } from '#lib/domain/holder.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { awaitsText, holderName } from '#lib/text/holder.ts';

/** Who has the minutes in hand, what they do and for how many days, as this actor reads it. `named`: people by id. */
export function shownHolder(
	holder: Holder,
	actor: Actor,
	{ named, today }: { named: ReadonlyMap<string | null, string | null>; today: Day }
) {
	const names = holder.personIds.map((id) => named.get(id) ?? null).filter((name) => name !== null);
	return {
		name: holderName(holder, names, null),
		days: Math.max(0, daysBetween(holder.since.slice(0, 10), today)),
		mine: isHeldBy(holder, actor, {}),
		task: awaitsText(holder)
	};
}
