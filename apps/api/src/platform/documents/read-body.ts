import type { IncomingMessage } from 'node:http';

export const MOST_BYTES = 10 * 1024 * 1024;

/** The whole body, or undefined as soon as it is known to be larger than `most`: no more than that is ever kept. */
export function readBody(req: IncomingMessage, most = MOST_BYTES): Promise<Buffer | undefined> {
  if (Number(req.headers['content-length'] ?? 0) > most) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) {
        chunks.push(chunk);
        return;
      }
      // Not destroyed: the answer still has to go out by the same connection.
      chunks.length = 0;
      req.removeAllListeners('data').pause();
      resolve(undefined);
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', reject);
    req.on('close', () => reject(new Error('the upload broke off')));
  });
}
