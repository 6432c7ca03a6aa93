import type { Calendar, Language } from './words.ts'

const list = (names: string) => names.split(' ')

/**
 * The twelve months of each calendar, the first month first. ICU gives the solar months Iran's names in English
 * (Farvardin for Hamal), so these are our own.
 */
export const monthNames: Record<Calendar, Record<Language, readonly string[]>> = {
  gregory: {
    en: list('January February March April May June July August September October November December'),
    'fa-AF': list('جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر'),
  },
  persian: {
    en: list('Hamal Sawr Jawza Saratan Asad Sunbula Mizan Aqrab Qaws Jadi Dalw Hut'),
    'fa-AF': list('حمل ثور جوزا سرطان اسد سنبلهٔ میزان عقرب قوس جدی دلو حوت'),
  },
  'islamic-umalqura': {
    en: [
      ...['Muharram', 'Safar', 'Rabi al-Awwal', 'Rabi al-Thani', 'Jumada al-Ula', 'Jumada al-Akhira'],
      ...['Rajab', 'Shaban', 'Ramadan', 'Shawwal', 'Dhu al-Qada', 'Dhu al-Hijja'],
    ],
    'fa-AF': list('محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال ذیقعده ذیحجه'),
  },
}

/** Monday first, as ISO 8601 counts. */
export const weekdayNames: Record<Language, readonly string[]> = {
  en: list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  'fa-AF': list('دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه'),
}

/** Read but never written: Pashto's names, Iran's, short forms and other spellings; those of one month are parted by a stroke. */
export const monthSpellings: Record<Calendar, readonly string[]> = {
  gregory: list(
    'jan/جنوري feb/فبروري/فوریه mar/مارس apr/اپریل/آوریل مې/مه jun/ژوئن jul/جولایی/ژوئیه aug/اګست/اوت ' +
      'sep/sept/سېپتمبر/سپتامبر oct/اکتبر nov/نوامبر dec/ډسمبر/دسامبر',
  ),
  persian: list(
    'وری/farvardin/فروردین غویی/saur/sowr/thawr/ordibehesht/اردیبهشت غبرګولی/jauza/jowza/khordad/خرداد ' +
      'چنګاښ/tir/تیر زمری/mordad/مرداد وږی/sonbola/sunbulah/sonbula/sumbula/shahrivar/شهریور ' +
      'تله/mehr/مهر لړم/aban/آبان لیندۍ/qaus/qows/azar/آذر مرغومی/jady/jaddi/dey/دی ' +
      'سلواغه/dalwa/dalv/bahman/بهمن کب/hoot/esfand/اسفند',
  ),
  'islamic-umalqura': list(
    'moharram صفرالمظفر rabii/ربیع‌اول rabiii/rabialakhir/ربیع‌الآخر/ربیع‌دوم ' +
      'jumadai/jumadaalawwal/جمادی‌الاولی/جمادی‌اول jumadaii/jumadaalthani/جمادی‌الآخر/جمادی‌الاخری/جمادی‌دوم ' +
      'رجب‌المرجب شعبان‌المعظم ramazan/رمضان‌المبارک شوال‌المکرم ' +
      'zulqada/dhualqadah/ذی‌القعده/ذوالقعده zulhijja/dhualhijjah/ذی‌الحجه/ذوالحجه',
  ),
}

/** Names of the days of the week that may stand before a date and say nothing new. */
export const weekdaySpellings: readonly string[] = [
  ...weekdayNames.en,
  ...weekdayNames['fa-AF'],
  ...list('mon tue wed thu fri sat sun tues weds thur thurs چارشنبه آدینه دوشنبې سې‌شنبه جمعې اونۍ'),
]
