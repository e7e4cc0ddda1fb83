import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.js';

const MOST_ENTRIES = 1_000;
const END_OF_DIRECTORY = 0x06_05_4b_50;
const DIRECTORY_ENTRY = 0x02_01_4b_50;
const LOCAL_ENTRY = 0x04_03_4b_50;

/** All files of a ZIP by their name, in its order; no more than `most` bytes together. @throws {UnreadableFile} */
export function unzip(content: Buffer, most: number): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let room = most;
  for (const part of partsOf(content)) {
    const unpacked = unpack(part, room);
    room -= unpacked.length;
    if (room < 0) throw new UnreadableFile('TOO_LARGE');
    files.set(part.name, unpacked);
  }
  return files;
}

export interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
}

export function partsOf(content: Buffer): Part[] {
  try {
    const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end === -1 || content.readUInt32LE(end) !== END_OF_DIRECTORY) throw new UnreadableFile('NOT_A_TABLE');
    const count = content.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw new UnreadableFile('TOO_LARGE');
    let at = content.readUInt32LE(end + 16);
    return Array.from({ length: count }, () => {
      if (content.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new UnreadableFile('NOT_A_TABLE');
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => content.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      const name = content.toString('utf8', at + 46, at + 46 + nameLength);
      const local = content.readUInt32LE(at + 42);
      if (content.readUInt32LE(local) !== LOCAL_ENTRY) throw new UnreadableFile('NOT_A_TABLE');
      const from = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
      const part = {
        name,
        method: content.readUInt16LE(at + 10),
        packed: content.subarray(from, from + content.readUInt32LE(at + 20)),
      };
      at += 46 + nameLength + extra + comment;
      return part;
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('NOT_A_TABLE');
  }
}

export function unpack({ method, packed }: Part, room: number): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new UnreadableFile('NOT_A_TABLE');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    throw new UnreadableFile((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'TOO_LARGE' : 'NOT_A_TABLE');
  }
}
