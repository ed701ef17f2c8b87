/** A product's own word on itself; what it does not say is left out. */
export interface ProductHealth {
  healthy?: boolean;
  version?: string;
  evidence: string[];
}
