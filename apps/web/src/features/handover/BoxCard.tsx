import { Button, Textarea } from '@mantine/core';
import { useId } from 'react';
import { Icon } from '../../ui/icons.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import type { BoxDraft } from './draft.js';
import styles from './handover.module.css';
import type { SheetBox } from './handover.graphql.js';

type Props = { box: SheetBox; of: number; unitCode: string; value: BoxDraft; onChange: (value: BoxDraft) => void };

/** One box to check off, part by part where something is wrong. */
export function BoxCard({ box, of, unitCode, value, onChange }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const name = t('handover.box.name', { box: box.box, of });
  const set = (change: Partial<BoxDraft>) => onChange({ ...value, ...change });
  const wrong = Object.values(value.findings).some((each) => each.missing > 0 || each.broken > 0);
  return (
    <li className={styles.box} data-state={value.state ?? 'open'} data-box={`${unitCode}/${box.box}`}>
      <div className={styles.boxHead}>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={value.state === 'PRESENT'}
            onChange={(event) => set({ state: event.target.checked ? 'PRESENT' : null })}
          />
          <span>
            <strong>{name}</strong>, {t('handover.box.parts', { count: box.parts.reduce((sum, part) => sum + part.quantity, 0) })}
          </span>
        </label>
        <span className={styles.boxState}>{t(`handover.box.${value.state ?? 'open'}`)}</span>
      </div>
      <details>
        <summary>
          {t('handover.box.check')}
          {wrong ? <strong> {t('handover.box.wrong')}</strong> : null}
        </summary>
        {box.parts.length > 0 ? (
          <ul className={styles.parts}>
            {box.parts.map((part) => {
              const found = value.findings[part.position] ?? { missing: 0, broken: 0 };
              const label = text(part.name);
              const count = (kind: 'missing' | 'broken', step: number) => {
                const next = { ...found, [kind]: Math.max(0, found[kind] + step) };
                if (next.missing + next.broken > part.quantity) return;
                set({ state: 'PRESENT', findings: { ...value.findings, [part.position]: next } });
              };
              return (
                <li key={part.position}>
                  <span>
                    <span className="tabular">{part.quantity} ×</span> {label}
                  </span>
                  {(['missing', 'broken'] as const).map((kind) => (
                    <span key={kind} className={styles.count} role="group" aria-label={`${label}: ${t(`handover.part.${kind}`)}`}>
                      <span>{t(`handover.part.${kind}`)}</span>
                      <button
                        type="button"
                        aria-label={t('handover.part.less')}
                        disabled={found[kind] === 0}
                        onClick={() => count(kind, -1)}
                      >
                        <Icon name="minus" size={18} />
                      </button>
                      <output className="tabular">{found[kind]}</output>
                      <button
                        type="button"
                        aria-label={t('handover.part.more')}
                        disabled={found.missing + found.broken >= part.quantity}
                        onClick={() => count(kind, 1)}
                      >
                        <Icon name="plus" size={18} />
                      </button>
                    </span>
                  ))}
                </li>
              );
            })}
          </ul>
        ) : (
          <p className={styles.hint}>{t('handover.box.unknown')}</p>
        )}
        {wrong ? (
          <Textarea
            id={id}
            label={t('handover.part.note')}
            maxLength={500}
            autosize
            value={value.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        ) : null}
        <Button
          variant="default"
          color="red"
          aria-pressed={value.state === 'MISSING'}
          onClick={() => set({ state: value.state === 'MISSING' ? null : 'MISSING', findings: {} })}
        >
          {t('handover.box.lose', { name })}
        </Button>
      </details>
    </li>
  );
}
