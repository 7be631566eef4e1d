import type { SettingsReason } from '#lib/domain/project-settings.ts';
import { monthText } from './dates.ts';
import type { Sentence } from './sentence.ts';

export function settingsSentence(reason: SettingsReason): Sentence {
	switch (reason.code) {
		case 'planned-after-end':
			return {
				text: `${reason.what} is planned in ${monthText(reason.month)}, after ${monthText(reason.last)}.`,
				next: 'Move what is planned later first, by an amendment, or keep the duration.'
			};
		case 'start-without-reference':
			return {
				text: 'Another first day moves contractual due dates.',
				next: 'Say which document names it, such as the grant agreement or an amendment.'
			};
	}
}
