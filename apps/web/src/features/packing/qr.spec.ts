import { readCode, codeAddress } from '@karavaan/domain';
import encodeQr from 'qr';
import { decodeQR } from 'qr/decode.js';

test.each([null, 1, 12])('what is printed on a label is what the camera reads: box %s', (box) => {
  const address = codeAddress('https://karavaan.west-vlaanderen.example', { unitCode: 'PLC-S7-02', box });
  const rows = encodeQr(address, 'raw', { ecc: 'medium', border: 4 });
  const scale = 6;
  const size = rows.length * scale;
  const data = new Uint8ClampedArray(size * size * 4);
  for (let at = 0; at < size * size; at++) {
    const on = rows[Math.floor(at / size / scale)]![Math.floor((at % size) / scale)];
    data.set(on ? [0, 0, 0, 255] : [255, 255, 255, 255], at * 4);
  }
  const read = decodeQR({ width: size, height: size, data });
  expect(read).toBe(address);
  expect(readCode(read)).toEqual({ unitCode: 'PLC-S7-02', box });
});
