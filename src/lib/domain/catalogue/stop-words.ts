import { fold } from '#lib/domain/fold.ts';

/** Words that say nothing of what is taught, by language; learning outcomes are full of them. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
	en: `and the for with from into their its this that are can will able learner learners student students after
		course micro credential module outcome outcomes understand explain describe apply use using used analyse analyze
		evaluate assess identify demonstrate knowledge skills basic basics introduction fundamentals principles methods
		different main such other including through own`,
	ru: `для при его как или что это они после курса курс модуль студент студенты слушатель обучающийся уметь умеет знать
		знает владеть понимать применять объяснять анализировать оценивать описывать использовать навыки знания основы
		введение методы принципы основные различные`,
	kk: `және мен үшін бен пен туралы бойынша арқылы кейін болып бұл оның курс модуль студент білім алушы түсіну қолдану
		талдау бағалау сипаттау пайдалану білу негіздері кіріспе әдістері дағдылары`,
	uz: `va uchun bilan haqida boʻyicha orqali keyin bu uning kurs modul talaba talabalar bilish tushunish qoʻllash tahlil
		baholash tavsiflash foydalanish asoslari kirish usullari koʻnikmalari`
};

/** Folded as tokens are. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	Object.values(BY_LANGUAGE).flatMap((words) => fold(words).split(' '))
);
