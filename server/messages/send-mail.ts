import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { OutgoingMessage, SendMessage, SendOutcome } from '../domain/request/outgoing-message.ts';

const TIMES = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** A mail as its bytes (RFC 5322). The id is the mail's own, so that two of one id are known as one. */
export async function makeMail(message: OutgoingMessage, from: string): Promise<Buffer> {
  const { id, to, subject, text, language } = message;
  const made = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    from,
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${id}@${from.split('@').at(-1)}>`,
    headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
    // An address is a stranger's text: nothing in it may name a file or a place to fetch from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return made.message as Buffer;
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
}

/** A sender over the mail server at `url` (smtp: or smtps:, RFC 5321). */
export function openMailSender(url: string, from: string): SendMessage {
  const transport = createTransport({ url, ...TIMES });
  return async (message) => {
    const bytes = await makeMail(message, from);
    // Nobody asks for the text before there is a server that takes mail.
    let handedOver = false;
    const raw = new Readable({
      read() {
        handedOver = true;
        this.push(bytes);
        this.push(null);
      },
    });
    try {
      await transport.sendMail({ envelope: { from, to: message.to }, raw });
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOf(error as SmtpError, handedOver);
    }
  };
}

/** The server's answer tells; without one it is certain only before the text was handed over. */
function outcomeOf({ code = 'failed', responseCode }: SmtpError, handedOver: boolean): SendOutcome {
  if (responseCode !== undefined)
    return { kind: responseCode >= 500 ? 'never' : 'later', error: `smtp_${responseCode}` };
  const error = `smtp_${code.toLowerCase()}`;
  if (code === 'EENVELOPE') return { kind: 'never', error };
  return { kind: handedOver ? 'unsure' : 'later', error };
}
