/** Error codes a push receiver may answer with: RFC 8935 §2.4. */
export type SetErrorCode =
  | 'invalid_request'
  | 'invalid_key'
  | 'invalid_issuer'
  | 'invalid_audience'
  | 'authentication_failed';

/** A security event token that is refused: a coded error, never an effect. The message goes to the sender. */
export class SetError extends Error {
  readonly code: SetErrorCode;

  constructor(code: SetErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SetError';
    this.code = code;
  }
}
