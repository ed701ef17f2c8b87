import protobuf from 'protobufjs/minimal.js';

// A message that had a property deleted is a dictionary from then on, slow to read; the library's setter deletes every
// other field of the oneof, whether it is there or not, for each one that is decoded. A module of its own, since it must
// run before the generated code is evaluated.
protobuf.util.oneOfSetter = (fieldNames: string[]) =>
  function setOneOf(this: object, name?: string) {
    for (const field of fieldNames) {
      if (field !== name && Object.hasOwn(this, field)) Reflect.deleteProperty(this, field);
    }
  };
