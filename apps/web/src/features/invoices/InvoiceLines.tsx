import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { SelectField } from '../../ui/SelectField.js';
import { useFormat } from '../../ui/useFormat.js';
import { AmountField } from './AmountField.js';
import { WHERE_TO_CHARGE } from './invoices.graphql.js';
import styles from './invoices.module.css';

export interface TypedLine {
  readonly description: string;
  readonly net: string;
  readonly vat: string;
  /** The budget line, and after a space the order. */
  readonly charge: string;
}
export const NO_LINE: TypedLine = { description: '', net: '', vat: '', charge: '' };

type Props = { supplierId: string; lines: readonly TypedLine[]; onChange: (lines: readonly TypedLine[]) => void };

/** The lines of an invoice: what, how much, and on which order or budget line. */
export function InvoiceLines({ supplierId, lines, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(WHERE_TO_CHARGE, { variables: { supplierId }, skip: supplierId === '' });
  const orders = (data?.commitments.edges ?? []).map(({ node }) => node);
  const places = (data?.budgetLines.edges ?? []).map(({ node }) => node).filter((line) => line.flatRateBasisPoints === null);
  const change = (at: number, changes: Partial<TypedLine>) =>
    onChange(lines.map((line, n) => (n === at ? { ...line, ...changes } : line)));
  return (
    <>
      {lines.map((line, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other name while they are typed
        <fieldset key={at} className={styles.line}>
          <legend>{t('invoices.line', { number: at + 1 })}</legend>
          <TextInput
            label={t('invoices.what')}
            required
            maxLength={500}
            value={line.description}
            onChange={(event) => change(at, { description: event.currentTarget.value })}
          />
          <AmountField label={t('invoices.net')} required value={line.net} onChange={(net) => change(at, { net })} />
          <AmountField label={t('invoices.vat')} value={line.vat} onChange={(vat) => change(at, { vat })} />
          <SelectField label={t('invoices.charge')} value={line.charge} onChange={(charge) => change(at, { charge })}>
            <option value="">{t(supplierId ? 'invoices.choose' : 'invoices.supplierFirst')}</option>
            {orders.length > 0 ? (
              <optgroup label={t('invoices.orders')}>
                {orders.map(({ id, number, description, state, line: of }) => (
                  <option key={id} value={`${of.id} ${id}`}>
                    {t('invoices.orderOption', { number, description, line: of.code, open: format.euro(state.open) })}
                  </option>
                ))}
              </optgroup>
            ) : null}
            <optgroup label={t('invoices.withoutOrder')}>
              {places.map(({ id, code, name, amounts }) => (
                <option key={id} value={id}>
                  {t('invoices.lineOption', { code, name, left: format.euro(amounts.left) })}
                </option>
              ))}
            </optgroup>
          </SelectField>
        </fieldset>
      ))}
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => onChange([...lines, { ...NO_LINE, charge: lines.at(-1)?.charge ?? '' }])}>
          {t('invoices.addLine')}
        </Button>
        {lines.length > 1 ? (
          <Button variant="subtle" onClick={() => onChange(lines.slice(0, -1))}>
            {t('invoices.removeLine')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
