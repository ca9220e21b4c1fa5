/** A mail server that keeps what it gets (RFC 5321, as far as a sender goes), and can refuse or break off where a test wants it. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface SmtpSink {
  readonly url: string;
  /** Mails as they came, headers and all. */
  readonly mails: string[];
  /** Answer to the recipient, and to the end of the text; `null` breaks the connection off there. */
  answers: { recipient: string; text: string | null };
  close(): Promise<void>;
}

export const GOOD = { recipient: '250 fine', text: '250 taken' } as const;

export async function openSmtpSink(): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    talk(socket, sink);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sink: SmtpSink = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails: [],
    answers: { ...GOOD },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return sink;
}

function talk(socket: Socket, sink: SmtpSink): void {
  let kept = '';
  let inText = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'DATA') inText = true;
    if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say(verb === 'DATA' ? '354 go on' : verb === 'RCPT' ? sink.answers.recipient : '250 fine');
  };
  const text = (mail: string) => {
    inText = false;
    const { text: answer } = sink.answers;
    if (answer === null) return socket.destroy();
    if (answer.startsWith('2')) sink.mails.push(mail);
    return say(answer);
  };
  say('220 sink');
  socket.setEncoding('utf8').on('data', (part: string) => {
    kept += part;
    for (;;) {
      const mark = inText ? '\r\n.\r\n' : '\r\n';
      const end = kept.indexOf(mark);
      if (end < 0) return;
      const whole = kept.slice(0, end);
      kept = kept.slice(end + mark.length);
      if (inText) text(whole);
      else command(whole);
    }
  });
}

/** The words of a mail, decoded. */
export function wordsOfMail(mail: string): string {
  const split = mail.indexOf('\r\n\r\n');
  const [head, body] = [mail.slice(0, split), mail.slice(split + 4)];
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
