import type { Audited } from './audit.ts';

export interface StoredTarget {
  id: string;
  name: string;
  kind: string;
  config: Record<string, unknown>;
  createdAt: number;
}

export interface TargetWrites {
  /** False while another has that name. */
  createTarget(target: StoredTarget & Audited): Promise<boolean>;
  removeTarget(input: { id: string; at: number } & Audited): Promise<boolean>;
}

export interface TargetReads {
  targets(): Promise<StoredTarget[]>;
}
