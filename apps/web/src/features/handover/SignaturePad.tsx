import { Button, TextInput } from '@mantine/core';
import { useId, useRef, type PointerEvent } from 'react';
import { useTranslation } from '../../ui/i18n/texts.js';
import styles from './handover.module.css';

export interface Signature {
  readonly name: string;
  readonly strokes: string;
}

const WIDE = 600;
const HIGH = 180;
const LONGEST = 19_000;

type Props = { label: string; value: Signature; onChange: (value: Signature) => void; error: string | null };

/** Signs by a typed name, which is enough, and by a line with finger or pen where one wants. */
export function SignaturePad({ label, value, onChange, error }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const drawing = useRef('');
  const at = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const clamp = (share: number, most: number) => Math.max(0, Math.min(most, Math.round(share * most)));
    return `${clamp((event.clientX - box.left) / box.width, WIDE)} ${clamp((event.clientY - box.top) / box.height, HIGH)}`;
  };
  const draw = (more: string) => {
    if (drawing.current.length + more.length > LONGEST) return;
    drawing.current += more;
    onChange({ ...value, strokes: drawing.current });
  };
  return (
    <fieldset className={styles.signature}>
      <legend>{label}</legend>
      <TextInput
        label={t('handover.sign.name')}
        required
        autoComplete="off"
        maxLength={120}
        value={value.name}
        error={error}
        onChange={(event) => onChange({ ...value, name: event.target.value })}
      />
      <p id={id} className={styles.hint}>
        {t('handover.sign.draw')}
      </p>
      <svg
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        className={styles.pad}
        role="img"
        aria-label={value.strokes ? t('handover.sign.drawn') : t('handover.sign.empty')}
        aria-describedby={id}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drawing.current = value.strokes;
          draw(`M${at(event)}`);
        }}
        onPointerMove={(event) => {
          if (event.buttons > 0 && drawing.current) draw(`L${at(event)}`);
        }}
      >
        <path d={value.strokes} className={styles.ink} />
      </svg>
      {value.strokes ? (
        <Button size="sm" variant="default" onClick={() => onChange({ ...value, strokes: '' })}>
          {t('handover.sign.clear')}
        </Button>
      ) : null}
    </fieldset>
  );
}
