/** A step of letting go of what is older than a time: from a place on, at most so many places. */
export interface Retention<Place> {
  after: Place;
  before: number;
  limit: number;
}

/** How many rows went, and where to go on; null: that was all. */
export interface Pruned<Place> {
  removed: number;
  after: Place | null;
}
