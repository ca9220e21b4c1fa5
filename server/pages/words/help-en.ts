/** Words of the help for citizens, in English. */
import type { helpVi } from './help-vi.ts';

export const helpEn: Record<keyof typeof helpVi, string> = {
  'help.title': 'Help',
  'help.description': 'How to look up a parcel, ask for an extract, follow a request and check a paper.',
  'help.lead': 'All of this can be done on a phone. Only to see what is held about yourself do you need an account.',
  'help.contents': 'What would you like to do?',

  'help.find': 'Find a parcel',
  'help.find.1':
    'Type the numbers of sheet and parcel as they stand on the certificate, for example “tờ 12 thửa 345”, and press “{askButton}”.',
  'help.find.2':
    'A parcel code of 12 characters, a commune, hamlet or street, or coordinates do as well. Former names of communes still work.',
  'help.find.3':
    'Where several parcels share these numbers you choose: each line says where the map sheet was numbered.',
  'help.find.4': 'On the map, touch a parcel to see what is known of it. If there is no map yet, press “{openMap}”.',
  'help.find.go': 'Look up a parcel',

  'help.read': 'Read the page of a parcel',
  'help.read.1':
    '“{legalArea}” is the figure that counts in law. “{area}” is worked out from the corners on the map, for comparison only; the two may differ.',
  'help.read.2':
    'The page does not say who uses the land, nor whether it is mortgaged or in dispute. To know that, ask for an information sheet; what you may be told depends on who you are.',
  'help.read.3': 'The page is for looking up; it replaces neither a certificate nor an extract.',
  'help.read.go': 'What is public and what is not',

  'help.ask': 'Ask for an extract, an information sheet, a copy of a certificate',
  'help.ask.1':
    'Have at hand: the numbers of sheet and parcel, your personal number (an enterprise: its code), what you need it for.',
  'help.ask.2': 'Press “{start}” and answer one question after another. Before sending you can change every answer.',
  'help.ask.3':
    'Then the page shows the number of your request and a code. Write the code down at once: we do not keep it and cannot send it again.',
  'help.ask.4': 'If there is a fee, the page where you follow the request says how much; work goes on once it is paid.',
  'help.ask.5':
    'Land users are named only on a paper for the land user, for somebody with their written consent, or for an authority within its tasks.',
  'help.ask.go': 'Ask for a paper, see time and fee',

  'help.follow': 'Follow a request, get the result',
  'help.follow.1':
    'Type the number of the request and its code, and press “{followButton}”. The code may be typed with or without hyphens.',
  'help.follow.2':
    'When it says “{fulfilled}” and you chose to download, press “{download}”. The digitally signed file is the original; keep it as it is.',
  'help.follow.3': 'If it was refused, this page says why. You can send a new request.',
  'help.follow.4': 'Lost the code? Bring proof of identity to the land registration office for a new one.',
  'help.follow.go': 'Follow a request',

  'help.check': 'Check whether a paper is genuine',
  'help.check.1': 'Scan the QR code on the paper with your phone, or type the printed code and press “{checkButton}”.',
  'help.check.2':
    'Compare number, day and office with the paper in your hand: a code can be copied onto a forged paper.',
  'help.check.3':
    '“{superseded}”: the register changed after it was issued, ask for a new one. “{revoked}”, or “{unknown}” though the code was typed correctly: do not rely on it.',
  'help.check.4':
    'With the PDF file the signature can be checked too. The file is read on your own device and sent nowhere.',
  'help.check.go': 'Check a paper',

  'help.mine': 'What is held about you',
  'help.mine.1':
    'If your account has a confirmed personal number, the page “{account}” shows the land in your name, and requests and papers that name you.',
  'help.mine.2': 'It also says who looked at what is held about you, and what for.',
  'help.mine.3': 'On a shared device, press “{signOut}” when you are done.',
  'help.mine.go': 'To the account page',

  'help.wrong': 'Something is wrong, or you need to see an officer',
  'help.wrong.1':
    'The register cannot be changed on this site. Bring your papers to the land registration office where the land lies, and name the parcel code or the numbers of sheet and parcel.',
  'help.wrong.2': 'If a page shows an error, note the “Problem code” at its end; officers need it to find the cause.',
  'help.wrong.3':
    'If the map is of no use to you: all that it shows is there as pages of text. “{about}” says how to use keyboard and screen reader.',
  'help.wrong.go': 'About the data and privacy',

  'guide.description': 'How to work at the desk of the land registration office, task by task.',
  'guide.all': 'All guides',
  'guide.contents': 'Tasks on this page',
  'guide.vietnameseOnly': 'The guides to the desk are in Vietnamese only.',
};
