import protobuf from 'protobufjs/minimal.js';

// 64-bit fields as plain numbers: every value of ours is below 2^53, and Long objects triple the cost of
// looking at them. A module of its own, since it must run before the generated code is evaluated.
protobuf.util.Long = null as unknown as typeof protobuf.util.Long;
protobuf.configure();
