/** What a kind of paper is made of: it reads the register in one transaction, and is laid out when serial and code are known. */
import type { Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import type { IssueRequest } from '../../domain/contract/paper/papers.ts';
import type { RenderedPaper } from '../rendered-paper.ts';
import type { TemplateShelf } from '../versions/template-shelf.ts';

/** What is known of a paper only when it is made. */
export interface PaperStamp {
  readonly serial: string;
  /** As printed, in fours. */
  readonly code: string;
  /** Address at which anyone checks it. */
  readonly link: string;
  /** What the QR code holds: the address, and behind it what is checked without the register. */
  readonly qr: string;
  /** `YYYY-MM-DD` in Viet Nam. */
  readonly day: string;
  readonly moment: Date;
  readonly signer: string;
  readonly trialSignature: boolean;
}

/** A parcel that a paper is about, and by what it is known that the register still says so. */
export interface ShownParcel {
  readonly parcelId: string;
  readonly version: number;
  readonly state: string;
  readonly rightIds: readonly string[];
}

export interface ReadPaper {
  /** The version by which it is laid out; the paper remembers it. */
  readonly template: { readonly version: number; readonly serialPrefix: string };
  readonly communeCode: string;
  readonly office: string;
  /** Parties that it names. */
  readonly partyIds: readonly string[];
  readonly parcels: readonly ShownParcel[];
  /** Code of the first of them, for what the QR code states; null where it has none. */
  readonly parcelCode: string | null;
  /** With the commune held: whether the register still says the same. */
  stillSo(trx: Trx): Promise<boolean>;
  render(stamp: PaperStamp): Promise<RenderedPaper>;
}

export interface Asking {
  readonly actor: Actor;
  readonly request: IssueRequest;
  readonly day: string;
  /** It names no holder, whoever is registered. */
  readonly leftOut: boolean;
  readonly personalDataKey: Buffer;
  readonly publicUrl: string;
  readonly templates: TemplateShelf;
}

export interface PaperKindMaker {
  /** How many parcels it may be about; 0 where something else says which. */
  readonly most: number;
  read(trx: Trx, asking: Asking): Promise<ReadPaper>;
}
