import type { ListedAction } from '#lib/domain/meetings/listed-action.ts';

/** What lists and the board show of an action. */
export type ShownAction = Omit<ListedAction, 'id' | 'search' | 'position'>;
