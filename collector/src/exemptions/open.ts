import type { BreakGlass } from '../assess/exemption.ts';
import type { ExemptionBook } from './book.ts';
import { createExemptions, type ExemptionServices, type Exemptions } from './exemptions.ts';
import { createExemptionKeeper, type ExemptionKeeper, type KeeperServices } from './keeper.ts';
import { createTeller, type TellerServices } from './teller.ts';

/** Exemptions as a whole: what people do with them, and what keeps them true. */
export interface ExemptionParts {
  book: ExemptionBook;
  exemptions: Exemptions;
  keeper: ExemptionKeeper;
  breakGlass(): BreakGlass | null;
}

export function openExemptions(
  services: Omit<KeeperServices, 'tell'> & Omit<ExemptionServices, 'apply'> & TellerServices,
): ExemptionParts {
  const { book, clock } = services;
  const keeper = createExemptionKeeper({ ...services, tell: createTeller(services) });
  const exemptions = createExemptions({ ...services, apply: keeper.apply });
  return { book, exemptions, keeper, breakGlass: () => book.breakGlass(clock.now()) };
}
