import { Button, Textarea } from '@mantine/core';
import { HANDOVER_MOMENTS, readCode, type HandoverMoment } from '@karavaan/domain';
import { useApolloClient } from '@apollo/client/react';
import { useId, useState } from 'react';
import { ErrorState } from '../../ui/ErrorState.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { beep } from './beep.js';
import { BoxCard } from './BoxCard.js';
import { boxesOf, boxKey, EMPTY, isOpen, likelyMoment, type Draft } from './draft.js';
import { SCANNED_UNIT, type HandoverInput, type Sheet } from './handover.graphql.js';
import styles from './handover.module.css';
import { Photos } from './Photos.js';
import { ScanField, type ScanAnswer } from './ScanField.js';
import { SignaturePad, type Signature } from './SignaturePad.js';
import type { KeptPhoto } from './store.js';

const UNSIGNED: Signature = { name: '', strokes: '' };

type Props = {
  sheet: Sheet;
  scanned: string | null;
  onSave: (input: HandoverInput, photos: readonly KeptPhoto[]) => Promise<void>;
};

/** Scan, check, sign: the boxes of one loan pass from hand to hand. */
export function HandoverForm({ sheet, scanned, onSave }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const client = useApolloClient();
  const id = useId();
  const [moment, setMoment] = useState<HandoverMoment>(() => likelyMoment(sheet));
  const [draft, setDraft] = useState<Draft>(() => markScanned(sheet, likelyMoment(sheet), scanned));
  const [answer, setAnswer] = useState<ScanAnswer | null>(null);
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const [giver, setGiver] = useState(UNSIGNED);
  const [receiver, setReceiver] = useState(UNSIGNED);
  const [remark, setRemark] = useState('');
  const [complaint, setComplaint] = useState<'boxes' | 'sign' | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const boxes = [boxesOf(sheet, moment, draft)].flat();
  const later = boxes.filter((box) => box.state === 'LATER');

  function tell(good: boolean, words: string) {
    beep(good);
    setAnswer({ good, text: words });
  }

  async function scan(code: string) {
    const read = readCode(code);
    if (!read) return tell(false, t('handover.scan.unknown', { code: code.slice(0, 40) }));
    const unit = sheet.units.find((each) => each.code.toUpperCase() === read.unitCode);
    if (!unit) return tell(false, await whose(read.unitCode));
    const only = read.box ?? (unit.boxes.length === 1 ? 1 : null);
    if (only === null) return tell(false, t('handover.scan.whichBox', { code: unit.code, count: unit.boxes.length }));
    const box = unit.boxes.find((each) => each.box === only);
    const name = t('handover.box.name', { box: only, of: unit.boxes.length });
    if (!box) return tell(false, t('handover.scan.noBox', { code: unit.code, box: only }));
    if (!isOpen(moment, unit, box)) return tell(false, t('handover.scan.done', { code: unit.code, name }));
    const key = boxKey(unit.unitId, only);
    setDraft((old) => ({ ...old, [key]: { ...(old[key] ?? EMPTY), state: 'PRESENT' } }));
    tell(true, t('handover.scan.good', { code: unit.code, name }));
  }

  /** Another booking's unit is named with that booking; without network only that it is not one of these. */
  async function whose(code: string): Promise<string> {
    try {
      const { data } = await client.query({ query: SCANNED_UNIT, variables: { code }, fetchPolicy: 'no-cache' });
      const number = data?.scannedUnit?.number;
      return number ? t('handover.scan.other', { code, number }) : t('handover.scan.notHere', { code });
    } catch {
      return t('handover.scan.notHere', { code });
    }
  }

  async function save() {
    const signed = giver.name.trim().length >= 2 && receiver.name.trim().length >= 2;
    const wrong = boxes.length === 0 ? 'boxes' : signed ? null : 'sign';
    setComplaint(wrong);
    if (wrong) return;
    setBusy(true);
    setFailed(null);
    try {
      await onSave(
        {
          idempotencyKey: crypto.randomUUID(),
          reservationId: sheet.reservationId,
          moment,
          happenedAt: new Date().toISOString(),
          boxes,
          giver: { name: giver.name.trim(), strokes: giver.strokes || null },
          receiver: { name: receiver.name.trim(), strokes: receiver.strokes || null },
          remark: remark.trim() || null,
          photoIds: photos.map((photo) => photo.id),
          second: false,
        },
        photos,
      );
    } catch (error) {
      // Nothing was kept: everything that was filled in stays on the screen.
      setFailed(error);
      setBusy(false);
    }
  }

  return (
    // Not a form: the field for codes is one, and a hand scanner presses Enter.
    <div className={styles.form}>
      <fieldset className={styles.moment}>
        <legend>{t('handover.moment.label')}</legend>
        <div>
          {HANDOVER_MOMENTS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}-moment`}
                checked={moment === each}
                onChange={() => {
                  setMoment(each);
                  setDraft({});
                }}
              />
              {t(`handover.moment.${each}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <ScanField onCode={(code) => void scan(code)} answer={answer} />
      {sheet.units.map((unit) => {
        const open = unit.boxes.filter((box) => isOpen(moment, unit, box));
        const ready = open.filter((box) => draft[boxKey(unit.unitId, box.box)]?.state).length;
        return (
          <section key={unit.unitId} className={styles.part} aria-labelledby={`${id}-${unit.unitId}`}>
            <h2 id={`${id}-${unit.unitId}`}>
              {text(unit.modelName)} <span className={styles.code}>{unit.code}</span>
            </h2>
            <p className={styles.hint}>
              {open.length === 0 ? t('handover.unit.done') : t('handover.unit.ready', { ready, of: open.length })}
            </p>
            {open.length > 0 ? (
              <ul className={styles.boxes}>
                {open.map((box) => {
                  const key = boxKey(unit.unitId, box.box);
                  return (
                    <BoxCard
                      key={key}
                      box={box}
                      of={unit.boxes.length}
                      unitCode={unit.code}
                      value={draft[key] ?? EMPTY}
                      onChange={(value) => setDraft((old) => ({ ...old, [key]: value }))}
                    />
                  );
                })}
              </ul>
            ) : null}
          </section>
        );
      })}
      <Photos photos={photos} onChange={setPhotos} />
      <section className={styles.part} aria-labelledby={`${id}-sign`}>
        <h2 id={`${id}-sign`}>{t('handover.sign.title')}</h2>
        <div className={styles.signatures}>
          {(
            [
              ['giver', giver, setGiver],
              ['receiver', receiver, setReceiver],
            ] as const
          ).map(([who, value, set]) => (
            <SignaturePad
              key={who}
              label={t(`handover.sign.${who}.${moment}`)}
              value={value}
              onChange={set}
              error={complaint === 'sign' && value.name.trim().length < 2 ? t('handover.sign.needed') : null}
            />
          ))}
        </div>
        <Textarea
          label={t('handover.remark')}
          maxLength={2000}
          autosize
          minRows={2}
          value={remark}
          onChange={(event) => setRemark(event.target.value)}
        />
      </section>
      {later.length > 0 ? <p className={styles.note}>{t('handover.later', { count: later.length })}</p> : null}
      {complaint ? (
        <p role="alert" className={styles.wrong}>
          {t(complaint === 'boxes' ? 'handover.noBoxes' : 'handover.sign.both')}
        </p>
      ) : null}
      {failed ? <ErrorState error={failed} /> : null}
      <Button color="yellow" size="lg" disabled={busy} className={styles.save} onClick={() => void save()}>
        {busy ? t('handover.saving') : t('handover.save')}
      </Button>
    </div>
  );
}

/** A label that was read by the phone's own camera opened this page: its box is there. */
function markScanned(sheet: Sheet, moment: HandoverMoment, scanned: string | null): Draft {
  const read = scanned ? readCode(scanned) : undefined;
  const unit = sheet.units.find((each) => each.code.toUpperCase() === read?.unitCode);
  const box = unit?.boxes.find((each) => each.box === read?.box);
  return unit && box && isOpen(moment, unit, box) ? { [boxKey(unit.unitId, box.box)]: { ...EMPTY, state: 'PRESENT' } } : {};
}
