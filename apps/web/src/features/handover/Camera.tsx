import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import styles from './handover.module.css';

type Read = (video: HTMLVideoElement) => Promise<string | undefined>;
type Detector = new (options: { formats: string[] }) => { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };

const EVERY_MS = 200;

/** The browser's own reader where it has one; else a library that comes only then. */
async function makeReader(): Promise<Read> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Detector & { getSupportedFormats: () => Promise<string[]> } };
  if (BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { readFrame } = await import('./read-frame.js');
  return (video) => Promise.resolve(readFrame(video));
}

/** Looks through the camera at the back until it is closed; each code is told once until another comes by. */
export default function Camera({ onCode }: { onCode: (text: string) => void }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const tell = useRef(onCode);
  useEffect(() => {
    tell.current = onCode;
  }, [onCode]);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let last = '';
    async function begin() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const element = video.current;
      if (over || !element) return stop();
      element.srcObject = stream;
      await element.play();
      const read = await makeReader();
      const look = async () => {
        if (over) return;
        const text = await read(element).catch(() => undefined);
        if (text !== undefined && text !== last) {
          last = text;
          tell.current(text);
        }
        timer = setTimeout(() => void look(), EVERY_MS);
      };
      await look();
    }
    function stop() {
      over = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    }
    begin().catch(() => setFailed(true));
    return stop;
  }, []);
  if (failed)
    return (
      <p role="alert" className={styles.note}>
        {t('handover.camera.failed')}
      </p>
    );
  return <video ref={video} className={styles.video} muted playsInline aria-label={t('handover.camera.label')} />;
}
