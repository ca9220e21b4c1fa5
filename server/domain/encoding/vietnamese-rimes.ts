/**
 * What a Vietnamese syllable is made of, in spelling: onsets, and the rimes that may follow them (tone removed). Sources:
 * the spelling rules taught in school (c/k/q, g/gh, ng/ngh) and the list of rimes in use; loan rimes such as `oong` are in.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Rimes that begin with a plain vowel, for any onset but q. */
export const RIMES = words(`
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ
  uy uya uych uyên uyêt uynh uyp uyt uyu
  ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y yêm yên yêng yêt yêu`);

/** Rimes after `qu`. */
export const RIMES_AFTER_QU = words(`
  a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âu e en eo et ê ên ênh êt êu êch
  i ich in it ơ ơi ơn ôc y ych yên yêt ynh yt`);

/** Rimes after `gi`, whose i is a consonant there; `giêng` is written for `gi` + `iêng`. */
export const RIMES_AFTER_GI = words(`
  a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăt âm ân âng âp ât âu ây e em en eo ep et êc êng êt êu êm ên
  o oc oi on ong ô ôc ôi ôn ông ôt ơ ơi ơn u uc ui um ua ung uôc ư ưa ưc ưng ương ươc ươm ươi ươn`);

/** Onsets other than q and gi, longest first so that the first that fits is the onset. */
export const ONSETS = ['ngh', 'ng', 'nh', 'ch', 'gh', 'kh', 'ph', 'th', 'tr', ...'bcdđghklmnprstvx'] as const;

/** Onsets that stand before e ê i y, and those that never do. */
export const BEFORE_FRONT_VOWEL = words('k gh ngh');
export const NEVER_BEFORE_FRONT_VOWEL = words('c g ng');

/** Onsets after which the spelling of the rime `i` may be `y` (`ký`, `Mỹ`, `Vy`); without an onset `y` and `i` both occur. */
export const BEFORE_Y = words('h k l m n s t th v d');
