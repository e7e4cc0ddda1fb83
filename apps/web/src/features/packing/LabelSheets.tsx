import { useApolloClient } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { codeAddress } from '@karavaan/domain';
import { useEffect, useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { DelayedSkeleton } from '../../ui/DelayedSkeleton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import { UNIT_PACKING, type PackedUnit } from './packing.graphql.js';
import styles from './packing.module.css';
import { QrCode } from '../../ui/QrCode.js';
import { onSheets, perSheet, placeOf, SHEET_FORMATS, type FormatName } from './sheet-formats.js';

interface Label {
  readonly key: string;
  readonly address: string;
  readonly code: string;
  readonly name: string;
  readonly box: string;
}

const MOST_UNITS = 40;
const codesOf = (text: string) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))].slice(0, MOST_UNITS);

/** Labels of units and their boxes, on sheets as shops sell them. What is shown is what the printer gets. */
export function LabelSheets() {
  const { t } = useTranslation();
  const text = useText();
  const numbers = useFormat();
  const client = useApolloClient();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const asked = params.get('kits') ?? '';
  const formatName = (Object.hasOwn(SHEET_FORMATS, params.get('vel') ?? '') ? params.get('vel') : 'L7160') as FormatName;
  const format = SHEET_FORMATS[formatName];
  const first = Math.min(perSheet(format), Math.max(1, Math.trunc(Number(params.get('vanaf') ?? 1)) || 1));
  const [typed, setTyped] = useState(asked);
  const [found, setFound] = useState<{ asked: string; units: PackedUnit[]; unknown: string[] } | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    let over = false;
    async function read() {
      setError(null);
      try {
        const codes = codesOf(asked);
        const answers = await Promise.all(codes.map((code) => client.query({ query: UNIT_PACKING, variables: { code } })));
        const units = answers.map(({ data }) => data?.equipmentUnit ?? null);
        if (!over)
          setFound({ asked, units: units.filter((unit) => unit !== null), unknown: codes.filter((_, at) => !units[at]) });
      } catch (thrown) {
        if (!over) setError(thrown);
      }
    }
    void read();
    return () => {
      over = true;
    };
  }, [client, asked]);

  const set = (changes: Record<string, string>) =>
    setParams((old) => {
      for (const [name, value] of Object.entries(changes)) old.set(name, value);
      return old;
    });
  const labels = (found?.units ?? []).flatMap((unit) => labelsOf(unit, text(unit.model.name), t));
  const sheets = onSheets(labels, format, first - 1);

  return (
    <div className={styles.labels}>
      <form
        className={styles.choose}
        onSubmit={(event) => {
          event.preventDefault();
          set({ kits: codesOf(typed).join(',') });
        }}
      >
        <TextInput
          label={t('packing.label.codes')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className={styles.codes}
        />
        <div>
          <label htmlFor={id}>{t('packing.label.format')}</label>
          <select id={id} value={formatName} onChange={(event) => set({ vel: event.target.value })}>
            {Object.entries(SHEET_FORMATS).map(([name, each]) => (
              <option key={name} value={name}>
                Avery {name} ({perSheet(each)} × {numbers.number(each.width, 1)} × {numbers.number(each.height, 1)} mm)
              </option>
            ))}
          </select>
        </div>
        <TextInput
          label={t('packing.label.first')}
          type="number"
          min={1}
          max={perSheet(format)}
          value={String(first)}
          onChange={(event) => set({ vanaf: event.target.value })}
        />
        <Button type="submit" variant="default">
          {t('packing.label.show')}
        </Button>
        <Button color="yellow" disabled={labels.length === 0} onClick={() => globalThis.print()}>
          {t('packing.label.print')}
        </Button>
      </form>
      {error ? <ErrorState error={error} /> : null}
      {found?.asked !== asked && !error ? <DelayedSkeleton count={1} height={300} /> : null}
      {found && found.unknown.length > 0 ? (
        <p role="alert">{t('packing.label.unknown', { codes: found.unknown.join(', ') })}</p>
      ) : null}
      {found && labels.length === 0 && found.unknown.length === 0 ? <p>{t('packing.label.none')}</p> : null}
      {sheets.length > 0 ? (
        // A sheet is wider than a phone: by keyboard it scrolls only when it can have the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.preview} role="region" aria-label={t('packing.label.preview')} tabIndex={0}>
          {sheets.map((sheet, page) => (
            // oxlint-disable-next-line no-array-index-key -- sheets have no other name than their number
            <div key={page} className={styles.sheet}>
              {sheet.map((label, at) => {
                if (!label) return null;
                const { left, top } = placeOf(format, at);
                const place = { left: `${left}mm`, top: `${top}mm`, width: `${format.width}mm`, height: `${format.height}mm` };
                return (
                  <div key={label.key} className={styles.label} style={place} data-address={label.address}>
                    <QrCode text={label.address} />
                    <div>
                      <strong>{label.code}</strong>
                      <span>{label.name}</span>
                      <b>{label.box}</b>
                    </div>
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** One for the unit as a whole, and one for each of its boxes. */
function labelsOf(unit: PackedUnit, name: string, t: ReturnType<typeof useTranslation>['t']): Label[] {
  const { origin } = globalThis.location;
  const of = unit.packing.boxes.length;
  const one = (box: number | null, words: string): Label => ({
    key: `${unit.code} ${box}`,
    address: codeAddress(origin, { unitCode: unit.code, box }),
    code: unit.code,
    name,
    box: words,
  });
  return [one(null, t('packing.label.unit')), ...unit.packing.boxes.map(({ box }) => one(box, t('packing.box', { box, of })))];
}
