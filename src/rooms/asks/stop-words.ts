import { fold } from '#ground/fold'
import { stemOf } from './text-words.ts'

/** Words that say nothing of the matter: they count neither in a text nor in a name of several words. */
const written = `a an the and or of to in on at for from by with without my our your his her their its me us you i we it this that
  these those is are was were be been am do does did have has had can could should would must will may not no nor so as but if when how
  what which who where why there here than then them they he she into about over under up down out off own one two very much more most
  some any all each need want help know like get make take find good better new work working people از به در با بر برای که را و یا این
  آن من ما تو شما او آنان خود خودم است هست هستم هستیم بود شد شود شده شدم می نمی ها های هایم هایش ام ات اش یک دو سه هر همه هیچ چه چی
  چطور چگونه کجا کی تا پس پیش دیگر هم نیز اگر ولی اما باید کنم کنیم کند کنید کرد کردن کرده دارم دارد داریم ندارم می‌خواهم خواهم خواهد
  بسیار کم زیاد خوب کار کارها نو دادن گرفتن داشتن شدن`

const stops = new Set(written.split(/[\s\u200c]+/u).map((word) => stemOf(fold(word))))

export const isStop = (stem: string): boolean => stops.has(stem)
