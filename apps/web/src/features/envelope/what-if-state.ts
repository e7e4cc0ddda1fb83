import type { Day, ProcedureName, WhatIfState } from '@karavaan/domain';
import type { WhatIfData } from './what-if.graphql.js';

/** What the API told, as the rule takes it. */
export function stateOf(data: WhatIfData, today: Day): WhatIfState {
  const agreements = data.envelopes.flatMap((envelope) => envelope.agreements);
  const { orderToInvoice, invoiceToPayment } = data.leadDays;
  return {
    today,
    lines: agreements.flatMap((agreement) =>
      agreement.lines.map(({ id, amounts, flatRateBasisPoints }) => ({
        id,
        agreementId: agreement.id,
        budget: BigInt(amounts.budget),
        left: BigInt(amounts.left),
        flatRate: flatRateBasisPoints !== null,
        windowFrom: agreement.eligibleFrom,
        windowTo: agreement.eligibleTo,
      })),
    ),
    sharesOf: new Map(
      agreements.map(({ id, shares }) => [id, shares.map(({ funder, basisPoints }) => ({ funderId: funder.id, basisPoints }))]),
    ),
    usedOf: new Map(agreements.map(({ id, amounts }) => [id, BigInt(amounts.committed)])),
    thresholds: data.procurementThresholds.map(({ procedure, validFrom, belowCents }) => ({
      procedure: procedure as ProcedureName,
      validFrom,
      belowCents: belowCents === null ? null : BigInt(belowCents),
    })),
    usualDays: orderToInvoice === null || invoiceToPayment === null ? null : orderToInvoice + invoiceToPayment,
  };
}
