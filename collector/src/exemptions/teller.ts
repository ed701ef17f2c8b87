import type { Policy } from '../policy/policy.ts';
import type { Notice } from '../publish/notice.ts';
import type { NoticeDelivery } from '../publish/target.ts';
import type { BreakGlassRecord, ExemptionReads, ExemptionRecord } from '../store/exemptions.ts';
import type { NoticeWrites } from '../store/notices.ts';
import type { ExemptionBook } from './book.ts';
import { noticesOf, noticesOfBreakGlass } from './notices.ts';

/** What ended longer ago than this while the collector was down is no news any more. */
const NEWS_MS = 24 * 3_600_000;
const PAGE = 100;

export interface TellerServices {
  store: Pick<ExemptionReads, 'exemptions' | 'breakGlasses'> & NoticeWrites;
  publisher: {
    planNotice(notice: Notice): NoticeDelivery[];
    enqueue(deliveries: readonly NoticeDelivery[]): void;
  };
  book: ExemptionBook;
  policy(): Policy;
}

/**
 * Tells targets once what becomes of exemptions and of break-glass: durable together with the deliveries, so it is
 * neither lost nor told again after a crash or a restart.
 * @throws AssayError `store_unavailable`: what was not told is with the next call
 */
export function createTeller({
  store,
  publisher,
  book,
  policy,
}: TellerServices): (now: number) => Promise<void> {
  /** Known to be told, so that the store is not asked twice a minute. */
  const told = new Set<string>();
  let hasLookedBack = false;

  async function tell(notice: Notice): Promise<void> {
    const key = `${notice.event} ${notice.subject}`;
    if (told.has(key)) return;
    const deliveries = publisher.planNotice(notice);
    if (await store.keepNotice({ notice, deliveries })) publisher.enqueue(deliveries);
    told.add(key);
  }

  async function tellOf(exemptions: readonly ExemptionRecord[], now: number): Promise<void> {
    const { checks, exemptions: rules } = policy();
    const renewed = new Set(exemptions.flatMap(({ renews, from }) => (from === null ? [] : (renews ?? []))));
    for (const exemption of exemptions) {
      const title = checks.find(({ id }) => id === exemption.check)?.title ?? exemption.check;
      const isRenewed = renewed.has(exemption.id) && exemption.endedAt !== null;
      const { warnBeforeMs } = rules;
      for (const notice of noticesOf(exemption, { now, warnBeforeMs, title, isRenewed })) await tell(notice);
    }
  }

  const isNews = ({ until, endedAt }: ExemptionRecord | BreakGlassRecord, now: number): boolean =>
    (endedAt ?? until) > now - NEWS_MS;

  /** All of them: they come by when they were asked for, and one that was long may end after many that were short. */
  async function pastOnes(at: number): Promise<ExemptionRecord[]> {
    const past: ExemptionRecord[] = [];
    for (let before: string | null = null; ; before = past.at(-1)?.id ?? null) {
      const page = await store.exemptions({ state: 'past', at, limit: PAGE, before });
      past.push(...page);
      if (page.length < PAGE) return past;
    }
  }

  return async (now) => {
    const past = hasLookedBack ? [] : await pastOnes(now);
    const present = book.all();
    const known = new Set(present.map(({ id }) => id));
    await tellOf([...present, ...past.filter((one) => !known.has(one.id) && isNews(one, now))], now);
    for (const glass of await store.breakGlasses())
      if (isNews(glass, now)) for (const notice of noticesOfBreakGlass(glass, now)) await tell(notice);
    hasLookedBack = true;
  };
}
