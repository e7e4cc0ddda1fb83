import net from 'node:net';

const INT4 = 23;
const TEXT = 25;

/**
 * A server that speaks just enough of PostgreSQL's wire protocol to let anybody in and to answer each simple query with
 * one row about itself: an old one.
 */
export async function oldPostgres(major: number): Promise<{ port: number; stop: () => void }> {
  const server = net.createServer((socket) => {
    let started = false;
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      for (let at = 0; at < data.length;) {
        const type = started ? String.fromCharCode(data[at]!) : 'startup';
        const end = at + (started ? 1 : 0) + data.readInt32BE(at + (started ? 1 : 0));
        if (type === 'startup') {
          started = true;
          socket.write(Buffer.concat([message('R', int32(0)), READY]));
        } else if (type === 'Q') socket.write(answer(data.toString('utf8', at + 5, end - 1), major));
        else if (type === 'X') socket.end();
        at = end;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as net.AddressInfo).port, stop: () => server.close() };
}

function answer(query: string, major: number): Buffer {
  const asksNumber = query.includes('server_version_num');
  const row = asksNumber ? String(major) : `PostgreSQL ${major}.9`;
  const column = Buffer.concat([
    int16(1),
    text('version'),
    int32(0),
    int16(0),
    int32(asksNumber ? INT4 : TEXT),
    int16(-1),
    int32(-1),
    int16(0),
  ]);
  const value = Buffer.concat([int16(1), int32(Buffer.byteLength(row)), Buffer.from(row)]);
  return Buffer.concat([message('T', column), message('D', value), message('C', text('SELECT 1')), READY]);
}

const int16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const int32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const text = (value: string) => Buffer.from(`${value}\0`);
const message = (type: string, body: Buffer) => Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
const READY = message('Z', Buffer.from('I'));
