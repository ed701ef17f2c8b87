import Type, { type Static } from 'typebox';

/** RFC 9457 problem details; `code` is from the error catalogue. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;
