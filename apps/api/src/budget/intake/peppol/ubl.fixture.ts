/** Makes Peppol BIS Billing 3.0 documents to test with, right in every sum unless a test breaks them. */
export interface GivenVat {
  readonly category?: string;
  readonly rate?: number;
}

export interface GivenLine extends GivenVat {
  readonly name?: string;
  readonly quantity?: string;
  /** Price of one, as written. */
  readonly price?: string;
  readonly baseQuantity?: string;
  readonly net: bigint;
  /** Allowances below zero and charges above it, within `net`. */
  readonly extra?: readonly bigint[];
}

export interface GivenInvoice {
  readonly kind?: 'Invoice' | 'CreditNote';
  readonly number?: string;
  readonly issuedOn?: string;
  readonly dueOn?: string | null;
  readonly currency?: string;
  readonly supplier?: {
    readonly name?: string;
    readonly enterpriseNumber?: string;
    readonly vat?: string;
    readonly scheme?: string;
  };
  readonly order?: string | null;
  readonly credits?: string | null;
  readonly communication?: string | null;
  readonly lines: readonly GivenLine[];
  readonly extras?: readonly (GivenVat & { readonly cents: bigint; readonly reason?: string })[];
  readonly prepaid?: bigint;
  readonly rounding?: bigint;
  readonly taxCurrency?: { readonly currency: string; readonly amount: string };
  readonly attachments?: readonly { readonly name: string; readonly mime: string; readonly content: Buffer }[];
  /** Written instead of the default namespace. */
  readonly prefix?: string;
}

const money = (cents: bigint) => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

export function makeUbl(given: GivenInvoice): string {
  const { kind = 'Invoice', currency = 'EUR', lines, extras = [], prepaid = 0n, rounding = 0n } = given;
  const amount = (name: string, cents: bigint) => `<cbc:${name} currencyID="${currency}">${money(cents)}</cbc:${name}>`;
  const category = (name: string, { category = 'S', rate = 21 }: GivenVat) =>
    `<cac:${name}><cbc:ID>${category}</cbc:ID>${category === 'O' ? '' : `<cbc:Percent>${'SLM'.includes(category) ? rate.toFixed(2) : 0}</cbc:Percent>`}<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${name}>`;
  const groups = new Map<string, { vat: GivenVat; base: bigint }>();
  for (const { net, ...vat } of [...lines, ...extras.map(({ cents, ...vat }) => ({ ...vat, net: cents }))]) {
    const key = `${vat.category ?? 'S'} ${vat.rate ?? 21}`;
    groups.set(key, { vat, base: (groups.get(key)?.base ?? 0n) + net });
  }
  const taxes = [...groups.values()].map(({ vat, base }) => {
    const rate = 'SLM'.includes(vat.category ?? 'S') ? Math.round((vat.rate ?? 21) * 100) : 0;
    const up = base * BigInt(rate) * 2n;
    return { vat, base, tax: (up + (up < 0n ? -10_000n : 10_000n)) / 20_000n };
  });
  const tax = taxes.reduce((sum, each) => sum + each.tax, 0n);
  const netLines = lines.reduce((sum, { net }) => sum + net, 0n);
  const less = extras.reduce((sum, { cents }) => (cents < 0n ? sum - cents : sum), 0n);
  const more = extras.reduce((sum, { cents }) => (cents > 0n ? sum + cents : sum), 0n);
  const net = netLines - less + more;
  const allowance = (cents: bigint, reason: string, vat?: GivenVat) =>
    `<cac:AllowanceCharge><cbc:ChargeIndicator>${cents > 0n}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>${reason}</cbc:AllowanceChargeReason>${amount('Amount', cents < 0n ? -cents : cents)}${vat ? category('TaxCategory', vat) : ''}</cac:AllowanceCharge>`;
  const quantityName = kind === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity';
  const {
    name = 'Robotica Demo bv',
    enterpriseNumber = '0123456749',
    vat = `BE${enterpriseNumber}`,
    scheme = '0208',
  } = given.supplier ?? {};
  const party = (number: string, vatNumber: string, title: string) => `<cac:Party>
      <cbc:EndpointID schemeID="${scheme}">${number}</cbc:EndpointID>
      <cac:PostalAddress><cac:Country><cbc:IdentificationCode>BE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      ${vatNumber ? `<cac:PartyTaxScheme><cbc:CompanyID>${vatNumber}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>` : ''}
      <cac:PartyLegalEntity><cbc:RegistrationName>${title}</cbc:RegistrationName><cbc:CompanyID schemeID="${scheme}">${number}</cbc:CompanyID></cac:PartyLegalEntity>
    </cac:Party>`;
  const due = given.dueOn === undefined ? '2027-03-03' : given.dueOn;
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<${kind} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${kind}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>${given.number ?? 'F2027-0815'}</cbc:ID>
  <cbc:IssueDate>${given.issuedOn ?? '2027-02-01'}</cbc:IssueDate>
  ${kind === 'Invoice' && due ? `<cbc:DueDate>${due}</cbc:DueDate>` : ''}
  <cbc:${kind}TypeCode>${kind === 'Invoice' ? 380 : 381}</cbc:${kind}TypeCode>
  <cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
  ${given.taxCurrency ? `<cbc:TaxCurrencyCode>${given.taxCurrency.currency}</cbc:TaxCurrencyCode>` : ''}
  <cbc:BuyerReference>UPSKILL</cbc:BuyerReference>
  ${given.order ? `<cac:OrderReference><cbc:ID>${given.order}</cbc:ID></cac:OrderReference>` : ''}
  ${given.credits ? `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${given.credits}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>` : ''}
  ${(given.attachments ?? []).map((file) => `<cac:AdditionalDocumentReference><cbc:ID>${file.name}</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="${file.mime}" filename="${file.name}">${file.content.toString('base64')}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`).join('\n  ')}
  <cac:AccountingSupplierParty>${party(enterpriseNumber, vat, name)}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party('0206653946', 'BE0206653946', 'POM Demo')}</cac:AccountingCustomerParty>
  <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>${given.communication ? `<cbc:PaymentID>${given.communication}</cbc:PaymentID>` : ''}<cac:PayeeFinancialAccount><cbc:ID>BE62510007547061</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
  ${extras.map((each) => allowance(each.cents, each.reason ?? 'Korting', each)).join('\n  ')}
  <cac:TaxTotal>
    ${amount('TaxAmount', tax)}
    ${taxes.map((each) => `<cac:TaxSubtotal>${amount('TaxableAmount', each.base)}${amount('TaxAmount', each.tax)}${category('TaxCategory', each.vat)}</cac:TaxSubtotal>`).join('\n    ')}
  </cac:TaxTotal>
  ${given.taxCurrency ? `<cac:TaxTotal><cbc:TaxAmount currencyID="${given.taxCurrency.currency}">${given.taxCurrency.amount}</cbc:TaxAmount></cac:TaxTotal>` : ''}
  <cac:LegalMonetaryTotal>
    ${amount('LineExtensionAmount', netLines)}
    ${amount('TaxExclusiveAmount', net)}
    ${amount('TaxInclusiveAmount', net + tax)}
    ${less ? amount('AllowanceTotalAmount', less) : ''}
    ${more ? amount('ChargeTotalAmount', more) : ''}
    ${prepaid ? amount('PrepaidAmount', prepaid) : ''}
    ${rounding ? amount('PayableRoundingAmount', rounding) : ''}
    ${amount('PayableAmount', net + tax - prepaid + rounding)}
  </cac:LegalMonetaryTotal>
  ${lines
    .map(
      (line, at) => `<cac:${kind}Line>
    <cbc:ID>${at + 1}</cbc:ID>
    <cbc:${quantityName} unitCode="C62">${line.quantity ?? '1'}</cbc:${quantityName}>
    ${amount('LineExtensionAmount', line.net)}
    ${(line.extra ?? []).map((cents) => allowance(cents, 'Op de regel')).join('')}
    <cac:Item><cbc:Name>${line.name ?? 'Lasrobot'}</cbc:Name>${category('ClassifiedTaxCategory', line)}</cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="${currency}">${line.price ?? money(line.net)}</cbc:PriceAmount>${line.baseQuantity ? `<cbc:BaseQuantity unitCode="C62">${line.baseQuantity}</cbc:BaseQuantity>` : ''}</cac:Price>
  </cac:${kind}Line>`,
    )
    .join('\n  ')}
</${kind}>`;
  const { prefix } = given;
  return prefix ? text.replaceAll(/(<\/?)cbc:/g, `$1${prefix}:`).replace('xmlns:cbc', `xmlns:${prefix}`) : text;
}
