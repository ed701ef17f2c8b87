/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Array = $util.global.Array, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $Boolean = $util.global.Boolean;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const assay = $root.assay = (() => {

    /**
     * Namespace assay.
     * @exports assay
     * @namespace
     */
    const assay = {};

    assay.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof assay
         * @namespace
         */
        const v1 = {};

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} assay.v1.Envelope.$Properties
             * @property {Uint8Array|null} [payload] Envelope payload
             * @property {Uint8Array|null} [key_id] Envelope key_id
             * @property {Uint8Array|null} [signature] Envelope signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof assay.v1
             * @interface IEnvelope
             * @augments assay.v1.Envelope.$Properties
             * @deprecated Use assay.v1.Envelope.$Properties instead.
             */

            /**
             * Shape of an Envelope.
             * @typedef {assay.v1.Envelope.$Properties} assay.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof assay.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {assay.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope payload.
             * @member {Uint8Array} payload
             * @memberof assay.v1.Envelope
             * @instance
             */
            Envelope.prototype.payload = $util.newBuffer([]);

            /**
             * Envelope key_id.
             * @member {Uint8Array} key_id
             * @memberof assay.v1.Envelope
             * @instance
             */
            Envelope.prototype.key_id = $util.newBuffer([]);

            /**
             * Envelope signature.
             * @member {Uint8Array} signature
             * @memberof assay.v1.Envelope
             * @instance
             */
            Envelope.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link assay.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Envelope
             * @static
             * @param {assay.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.payload);
                if (message.key_id != null && $Object.hasOwnProperty.call(message, "key_id") && message.key_id.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key_id);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Envelope & assay.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key_id = value;
                            else
                                delete message.key_id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Envelope message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Envelope
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Envelope} Envelope
             */
            Envelope.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Envelope)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Envelope: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Envelope();
                if (object.payload != null)
                    if (object.payload.length)
                        if (typeof object.payload === "string")
                            $util.base64.decode(object.payload, message.payload = $util.newBuffer($util.base64.length(object.payload)), 0);
                        else if (object.payload.length >= 0)
                            message.payload = object.payload;
                if (object.key_id != null)
                    if (object.key_id.length)
                        if (typeof object.key_id === "string")
                            $util.base64.decode(object.key_id, message.key_id = $util.newBuffer($util.base64.length(object.key_id)), 0);
                        else if (object.key_id.length >= 0)
                            message.key_id = object.key_id;
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from an Envelope message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Envelope
             * @static
             * @param {assay.v1.Envelope} message Envelope
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Envelope.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.payload = "";
                    else {
                        object.payload = [];
                        if (options.bytes !== $Array)
                            object.payload = $util.newBuffer(object.payload);
                    }
                    if (options.bytes === $String)
                        object.key_id = "";
                    else {
                        object.key_id = [];
                        if (options.bytes !== $Array)
                            object.key_id = $util.newBuffer(object.key_id);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload"))
                    object.payload = options.bytes === $String ? $util.base64.encode(message.payload, 0, message.payload.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.payload) : message.payload;
                if (message.key_id != null && $Object.hasOwnProperty.call(message, "key_id"))
                    object.key_id = options.bytes === $String ? $util.base64.encode(message.key_id, 0, message.key_id.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.key_id) : message.key_id;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this Envelope to JSON.
             * @function toJSON
             * @memberof assay.v1.Envelope
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Envelope.prototype.toJSON = function() {
                return Envelope.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Envelope;
        })();

        v1.Enrollment = (function() {

            /**
             * Properties of an Enrollment.
             * @typedef {Object} assay.v1.Enrollment.$Properties
             * @property {Uint8Array|null} [nonce] Enrollment nonce
             * @property {string|null} [collector_id] Enrollment collector_id
             * @property {string|null} [token] Enrollment token
             * @property {Uint8Array|null} [public_key] Enrollment public_key
             * @property {string|null} [key_storage] Enrollment key_storage
             * @property {string|null} [platform] Enrollment platform
             * @property {assay.v1.Hardware.$Properties|null} [hardware] Enrollment hardware
             * @property {string|null} [agent_version] Enrollment agent_version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Enrollment.
             * @memberof assay.v1
             * @interface IEnrollment
             * @augments assay.v1.Enrollment.$Properties
             * @deprecated Use assay.v1.Enrollment.$Properties instead.
             */

            /**
             * Shape of an Enrollment.
             * @typedef {assay.v1.Enrollment.$Properties} assay.v1.Enrollment.$Shape
             */

            /**
             * Constructs a new Enrollment.
             * @memberof assay.v1
             * @classdesc Represents an Enrollment.
             * @constructor
             * @param {assay.v1.Enrollment.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Enrollment = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Enrollment nonce.
             * @member {Uint8Array} nonce
             * @memberof assay.v1.Enrollment
             * @instance
             */
            Enrollment.prototype.nonce = $util.newBuffer([]);

            /**
             * Enrollment collector_id.
             * @member {string} collector_id
             * @memberof assay.v1.Enrollment
             * @instance
             */
            Enrollment.prototype.collector_id = "";

            /**
             * Enrollment token.
             * @member {string} token
             * @memberof assay.v1.Enrollment
             * @instance
             */
            Enrollment.prototype.token = "";

            /**
             * Enrollment public_key.
             * @member {Uint8Array} public_key
             * @memberof assay.v1.Enrollment
             * @instance
             */
            Enrollment.prototype.public_key = $util.newBuffer([]);

            /**
             * Enrollment key_storage.
             * @member {string} key_storage
             * @memberof assay.v1.Enrollment
             * @instance
             */
            Enrollment.prototype.key_storage = "";

            /**
             * Enrollment platform.
             * @member {string} platform
             * @memberof assay.v1.Enrollment
             * @instance
             */
            Enrollment.prototype.platform = "";

            /**
             * Enrollment hardware.
             * @member {assay.v1.Hardware.$Properties|null|undefined} hardware
             * @memberof assay.v1.Enrollment
             * @instance
             */
            Enrollment.prototype.hardware = null;

            /**
             * Enrollment agent_version.
             * @member {string} agent_version
             * @memberof assay.v1.Enrollment
             * @instance
             */
            Enrollment.prototype.agent_version = "";

            /**
             * Encodes the specified Enrollment message. Does not implicitly {@link assay.v1.Enrollment.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Enrollment
             * @static
             * @param {assay.v1.Enrollment.$Properties} message Enrollment message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Enrollment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.nonce);
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id") && message.collector_id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.collector_id);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.token);
                if (message.public_key != null && $Object.hasOwnProperty.call(message, "public_key") && message.public_key.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.public_key);
                if (message.key_storage != null && $Object.hasOwnProperty.call(message, "key_storage") && message.key_storage !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.key_storage);
                if (message.platform != null && $Object.hasOwnProperty.call(message, "platform") && message.platform !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.platform);
                if (message.hardware != null && $Object.hasOwnProperty.call(message, "hardware"))
                    $root.assay.v1.Hardware.encode(message.hardware, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.agent_version != null && $Object.hasOwnProperty.call(message, "agent_version") && message.agent_version !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.agent_version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Enrollment message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Enrollment
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Enrollment & assay.v1.Enrollment.$Shape} Enrollment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Enrollment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Enrollment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.collector_id = value;
                            else
                                delete message.collector_id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.public_key = value;
                            else
                                delete message.public_key;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key_storage = value;
                            else
                                delete message.key_storage;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.platform = value;
                            else
                                delete message.platform;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.hardware = $root.assay.v1.Hardware.decode(reader, reader.size(), $undefined, _depth + 1, message.hardware);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agent_version = value;
                            else
                                delete message.agent_version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Enrollment message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Enrollment
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Enrollment} Enrollment
             */
            Enrollment.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Enrollment)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Enrollment: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Enrollment();
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.collector_id != null)
                    if (typeof object.collector_id !== "string" || object.collector_id.length)
                        message.collector_id = $String(object.collector_id);
                if (object.token != null)
                    if (typeof object.token !== "string" || object.token.length)
                        message.token = $String(object.token);
                if (object.public_key != null)
                    if (object.public_key.length)
                        if (typeof object.public_key === "string")
                            $util.base64.decode(object.public_key, message.public_key = $util.newBuffer($util.base64.length(object.public_key)), 0);
                        else if (object.public_key.length >= 0)
                            message.public_key = object.public_key;
                if (object.key_storage != null)
                    if (typeof object.key_storage !== "string" || object.key_storage.length)
                        message.key_storage = $String(object.key_storage);
                if (object.platform != null)
                    if (typeof object.platform !== "string" || object.platform.length)
                        message.platform = $String(object.platform);
                if (object.hardware != null) {
                    if (!$util.isObject(object.hardware))
                        throw $TypeError(".assay.v1.Enrollment.hardware: object expected");
                    message.hardware = $root.assay.v1.Hardware.fromObject(object.hardware, _depth + 1);
                }
                if (object.agent_version != null)
                    if (typeof object.agent_version !== "string" || object.agent_version.length)
                        message.agent_version = $String(object.agent_version);
                return message;
            };

            /**
             * Creates a plain object from an Enrollment message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Enrollment
             * @static
             * @param {assay.v1.Enrollment} message Enrollment
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Enrollment.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    object.collector_id = "";
                    object.token = "";
                    if (options.bytes === $String)
                        object.public_key = "";
                    else {
                        object.public_key = [];
                        if (options.bytes !== $Array)
                            object.public_key = $util.newBuffer(object.public_key);
                    }
                    object.key_storage = "";
                    object.platform = "";
                    object.hardware = null;
                    object.agent_version = "";
                }
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id"))
                    object.collector_id = message.collector_id;
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    object.token = message.token;
                if (message.public_key != null && $Object.hasOwnProperty.call(message, "public_key"))
                    object.public_key = options.bytes === $String ? $util.base64.encode(message.public_key, 0, message.public_key.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.public_key) : message.public_key;
                if (message.key_storage != null && $Object.hasOwnProperty.call(message, "key_storage"))
                    object.key_storage = message.key_storage;
                if (message.platform != null && $Object.hasOwnProperty.call(message, "platform"))
                    object.platform = message.platform;
                if (message.hardware != null && $Object.hasOwnProperty.call(message, "hardware"))
                    object.hardware = $root.assay.v1.Hardware.toObject(message.hardware, options, _depth + 1);
                if (message.agent_version != null && $Object.hasOwnProperty.call(message, "agent_version"))
                    object.agent_version = message.agent_version;
                return object;
            };

            /**
             * Converts this Enrollment to JSON.
             * @function toJSON
             * @memberof assay.v1.Enrollment
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Enrollment.prototype.toJSON = function() {
                return Enrollment.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Enrollment;
        })();

        v1.Enrolled = (function() {

            /**
             * Properties of an Enrolled.
             * @typedef {Object} assay.v1.Enrolled.$Properties
             * @property {string|null} [device_id] Enrolled device_id
             * @property {string|null} [state] Enrolled state
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Enrolled.
             * @memberof assay.v1
             * @interface IEnrolled
             * @augments assay.v1.Enrolled.$Properties
             * @deprecated Use assay.v1.Enrolled.$Properties instead.
             */

            /**
             * Shape of an Enrolled.
             * @typedef {assay.v1.Enrolled.$Properties} assay.v1.Enrolled.$Shape
             */

            /**
             * Constructs a new Enrolled.
             * @memberof assay.v1
             * @classdesc Represents an Enrolled.
             * @constructor
             * @param {assay.v1.Enrolled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Enrolled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Enrolled device_id.
             * @member {string} device_id
             * @memberof assay.v1.Enrolled
             * @instance
             */
            Enrolled.prototype.device_id = "";

            /**
             * Enrolled state.
             * @member {string} state
             * @memberof assay.v1.Enrolled
             * @instance
             */
            Enrolled.prototype.state = "";

            /**
             * Encodes the specified Enrolled message. Does not implicitly {@link assay.v1.Enrolled.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Enrolled
             * @static
             * @param {assay.v1.Enrolled.$Properties} message Enrolled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Enrolled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id") && message.device_id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.device_id);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.state);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Enrolled message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Enrolled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Enrolled & assay.v1.Enrolled.$Shape} Enrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Enrolled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Enrolled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device_id = value;
                            else
                                delete message.device_id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Enrolled message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Enrolled
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Enrolled} Enrolled
             */
            Enrolled.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Enrolled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Enrolled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Enrolled();
                if (object.device_id != null)
                    if (typeof object.device_id !== "string" || object.device_id.length)
                        message.device_id = $String(object.device_id);
                if (object.state != null)
                    if (typeof object.state !== "string" || object.state.length)
                        message.state = $String(object.state);
                return message;
            };

            /**
             * Creates a plain object from an Enrolled message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Enrolled
             * @static
             * @param {assay.v1.Enrolled} message Enrolled
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Enrolled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.device_id = "";
                    object.state = "";
                }
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = message.state;
                return object;
            };

            /**
             * Converts this Enrolled to JSON.
             * @function toJSON
             * @memberof assay.v1.Enrolled
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Enrolled.prototype.toJSON = function() {
                return Enrolled.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Enrolled;
        })();

        v1.Rotation = (function() {

            /**
             * Properties of a Rotation.
             * @typedef {Object} assay.v1.Rotation.$Properties
             * @property {string|null} [device_id] Rotation device_id
             * @property {Uint8Array|null} [nonce] Rotation nonce
             * @property {string|null} [collector_id] Rotation collector_id
             * @property {Uint8Array|null} [public_key] Rotation public_key
             * @property {string|null} [key_storage] Rotation key_storage
             * @property {assay.v1.Envelope.$Properties|null} [proof] Rotation proof
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Rotation.
             * @memberof assay.v1
             * @interface IRotation
             * @augments assay.v1.Rotation.$Properties
             * @deprecated Use assay.v1.Rotation.$Properties instead.
             */

            /**
             * Shape of a Rotation.
             * @typedef {assay.v1.Rotation.$Properties} assay.v1.Rotation.$Shape
             */

            /**
             * Constructs a new Rotation.
             * @memberof assay.v1
             * @classdesc Represents a Rotation.
             * @constructor
             * @param {assay.v1.Rotation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Rotation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Rotation device_id.
             * @member {string} device_id
             * @memberof assay.v1.Rotation
             * @instance
             */
            Rotation.prototype.device_id = "";

            /**
             * Rotation nonce.
             * @member {Uint8Array} nonce
             * @memberof assay.v1.Rotation
             * @instance
             */
            Rotation.prototype.nonce = $util.newBuffer([]);

            /**
             * Rotation collector_id.
             * @member {string} collector_id
             * @memberof assay.v1.Rotation
             * @instance
             */
            Rotation.prototype.collector_id = "";

            /**
             * Rotation public_key.
             * @member {Uint8Array} public_key
             * @memberof assay.v1.Rotation
             * @instance
             */
            Rotation.prototype.public_key = $util.newBuffer([]);

            /**
             * Rotation key_storage.
             * @member {string} key_storage
             * @memberof assay.v1.Rotation
             * @instance
             */
            Rotation.prototype.key_storage = "";

            /**
             * Rotation proof.
             * @member {assay.v1.Envelope.$Properties|null|undefined} proof
             * @memberof assay.v1.Rotation
             * @instance
             */
            Rotation.prototype.proof = null;

            /**
             * Encodes the specified Rotation message. Does not implicitly {@link assay.v1.Rotation.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Rotation
             * @static
             * @param {assay.v1.Rotation.$Properties} message Rotation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Rotation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id") && message.device_id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.device_id);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.nonce);
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id") && message.collector_id !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.collector_id);
                if (message.public_key != null && $Object.hasOwnProperty.call(message, "public_key") && message.public_key.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.public_key);
                if (message.key_storage != null && $Object.hasOwnProperty.call(message, "key_storage") && message.key_storage !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.key_storage);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    $root.assay.v1.Envelope.encode(message.proof, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Rotation message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Rotation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Rotation & assay.v1.Rotation.$Shape} Rotation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Rotation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Rotation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device_id = value;
                            else
                                delete message.device_id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.collector_id = value;
                            else
                                delete message.collector_id;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.public_key = value;
                            else
                                delete message.public_key;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key_storage = value;
                            else
                                delete message.key_storage;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.proof = $root.assay.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1, message.proof);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Rotation message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Rotation
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Rotation} Rotation
             */
            Rotation.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Rotation)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Rotation: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Rotation();
                if (object.device_id != null)
                    if (typeof object.device_id !== "string" || object.device_id.length)
                        message.device_id = $String(object.device_id);
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.collector_id != null)
                    if (typeof object.collector_id !== "string" || object.collector_id.length)
                        message.collector_id = $String(object.collector_id);
                if (object.public_key != null)
                    if (object.public_key.length)
                        if (typeof object.public_key === "string")
                            $util.base64.decode(object.public_key, message.public_key = $util.newBuffer($util.base64.length(object.public_key)), 0);
                        else if (object.public_key.length >= 0)
                            message.public_key = object.public_key;
                if (object.key_storage != null)
                    if (typeof object.key_storage !== "string" || object.key_storage.length)
                        message.key_storage = $String(object.key_storage);
                if (object.proof != null) {
                    if (!$util.isObject(object.proof))
                        throw $TypeError(".assay.v1.Rotation.proof: object expected");
                    message.proof = $root.assay.v1.Envelope.fromObject(object.proof, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Rotation message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Rotation
             * @static
             * @param {assay.v1.Rotation} message Rotation
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Rotation.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.device_id = "";
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    object.collector_id = "";
                    if (options.bytes === $String)
                        object.public_key = "";
                    else {
                        object.public_key = [];
                        if (options.bytes !== $Array)
                            object.public_key = $util.newBuffer(object.public_key);
                    }
                    object.key_storage = "";
                    object.proof = null;
                }
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id"))
                    object.collector_id = message.collector_id;
                if (message.public_key != null && $Object.hasOwnProperty.call(message, "public_key"))
                    object.public_key = options.bytes === $String ? $util.base64.encode(message.public_key, 0, message.public_key.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.public_key) : message.public_key;
                if (message.key_storage != null && $Object.hasOwnProperty.call(message, "key_storage"))
                    object.key_storage = message.key_storage;
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    object.proof = $root.assay.v1.Envelope.toObject(message.proof, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Rotation to JSON.
             * @function toJSON
             * @memberof assay.v1.Rotation
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Rotation.prototype.toJSON = function() {
                return Rotation.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Rotation;
        })();

        v1.RotationProof = (function() {

            /**
             * Properties of a RotationProof.
             * @typedef {Object} assay.v1.RotationProof.$Properties
             * @property {string|null} [device_id] RotationProof device_id
             * @property {Uint8Array|null} [nonce] RotationProof nonce
             * @property {Uint8Array|null} [old_key_id] RotationProof old_key_id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RotationProof.
             * @memberof assay.v1
             * @interface IRotationProof
             * @augments assay.v1.RotationProof.$Properties
             * @deprecated Use assay.v1.RotationProof.$Properties instead.
             */

            /**
             * Shape of a RotationProof.
             * @typedef {assay.v1.RotationProof.$Properties} assay.v1.RotationProof.$Shape
             */

            /**
             * Constructs a new RotationProof.
             * @memberof assay.v1
             * @classdesc Represents a RotationProof.
             * @constructor
             * @param {assay.v1.RotationProof.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RotationProof = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RotationProof device_id.
             * @member {string} device_id
             * @memberof assay.v1.RotationProof
             * @instance
             */
            RotationProof.prototype.device_id = "";

            /**
             * RotationProof nonce.
             * @member {Uint8Array} nonce
             * @memberof assay.v1.RotationProof
             * @instance
             */
            RotationProof.prototype.nonce = $util.newBuffer([]);

            /**
             * RotationProof old_key_id.
             * @member {Uint8Array} old_key_id
             * @memberof assay.v1.RotationProof
             * @instance
             */
            RotationProof.prototype.old_key_id = $util.newBuffer([]);

            /**
             * Encodes the specified RotationProof message. Does not implicitly {@link assay.v1.RotationProof.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.RotationProof
             * @static
             * @param {assay.v1.RotationProof.$Properties} message RotationProof message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RotationProof.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id") && message.device_id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.device_id);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.nonce);
                if (message.old_key_id != null && $Object.hasOwnProperty.call(message, "old_key_id") && message.old_key_id.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.old_key_id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RotationProof message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.RotationProof
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.RotationProof & assay.v1.RotationProof.$Shape} RotationProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RotationProof.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.RotationProof();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device_id = value;
                            else
                                delete message.device_id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.old_key_id = value;
                            else
                                delete message.old_key_id;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RotationProof message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.RotationProof
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.RotationProof} RotationProof
             */
            RotationProof.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.RotationProof)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.RotationProof: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.RotationProof();
                if (object.device_id != null)
                    if (typeof object.device_id !== "string" || object.device_id.length)
                        message.device_id = $String(object.device_id);
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.old_key_id != null)
                    if (object.old_key_id.length)
                        if (typeof object.old_key_id === "string")
                            $util.base64.decode(object.old_key_id, message.old_key_id = $util.newBuffer($util.base64.length(object.old_key_id)), 0);
                        else if (object.old_key_id.length >= 0)
                            message.old_key_id = object.old_key_id;
                return message;
            };

            /**
             * Creates a plain object from a RotationProof message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.RotationProof
             * @static
             * @param {assay.v1.RotationProof} message RotationProof
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RotationProof.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.device_id = "";
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    if (options.bytes === $String)
                        object.old_key_id = "";
                    else {
                        object.old_key_id = [];
                        if (options.bytes !== $Array)
                            object.old_key_id = $util.newBuffer(object.old_key_id);
                    }
                }
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.old_key_id != null && $Object.hasOwnProperty.call(message, "old_key_id"))
                    object.old_key_id = options.bytes === $String ? $util.base64.encode(message.old_key_id, 0, message.old_key_id.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.old_key_id) : message.old_key_id;
                return object;
            };

            /**
             * Converts this RotationProof to JSON.
             * @function toJSON
             * @memberof assay.v1.RotationProof
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RotationProof.prototype.toJSON = function() {
                return RotationProof.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RotationProof;
        })();

        v1.Rotated = (function() {

            /**
             * Properties of a Rotated.
             * @typedef {Object} assay.v1.Rotated.$Properties
             * @property {Uint8Array|null} [key_id] Rotated key_id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Rotated.
             * @memberof assay.v1
             * @interface IRotated
             * @augments assay.v1.Rotated.$Properties
             * @deprecated Use assay.v1.Rotated.$Properties instead.
             */

            /**
             * Shape of a Rotated.
             * @typedef {assay.v1.Rotated.$Properties} assay.v1.Rotated.$Shape
             */

            /**
             * Constructs a new Rotated.
             * @memberof assay.v1
             * @classdesc Represents a Rotated.
             * @constructor
             * @param {assay.v1.Rotated.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Rotated = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Rotated key_id.
             * @member {Uint8Array} key_id
             * @memberof assay.v1.Rotated
             * @instance
             */
            Rotated.prototype.key_id = $util.newBuffer([]);

            /**
             * Encodes the specified Rotated message. Does not implicitly {@link assay.v1.Rotated.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Rotated
             * @static
             * @param {assay.v1.Rotated.$Properties} message Rotated message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Rotated.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key_id != null && $Object.hasOwnProperty.call(message, "key_id") && message.key_id.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key_id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Rotated message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Rotated
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Rotated & assay.v1.Rotated.$Shape} Rotated
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Rotated.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Rotated();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key_id = value;
                            else
                                delete message.key_id;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Rotated message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Rotated
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Rotated} Rotated
             */
            Rotated.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Rotated)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Rotated: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Rotated();
                if (object.key_id != null)
                    if (object.key_id.length)
                        if (typeof object.key_id === "string")
                            $util.base64.decode(object.key_id, message.key_id = $util.newBuffer($util.base64.length(object.key_id)), 0);
                        else if (object.key_id.length >= 0)
                            message.key_id = object.key_id;
                return message;
            };

            /**
             * Creates a plain object from a Rotated message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Rotated
             * @static
             * @param {assay.v1.Rotated} message Rotated
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Rotated.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if (options.bytes === $String)
                        object.key_id = "";
                    else {
                        object.key_id = [];
                        if (options.bytes !== $Array)
                            object.key_id = $util.newBuffer(object.key_id);
                    }
                if (message.key_id != null && $Object.hasOwnProperty.call(message, "key_id"))
                    object.key_id = options.bytes === $String ? $util.base64.encode(message.key_id, 0, message.key_id.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.key_id) : message.key_id;
                return object;
            };

            /**
             * Converts this Rotated to JSON.
             * @function toJSON
             * @memberof assay.v1.Rotated
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Rotated.prototype.toJSON = function() {
                return Rotated.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Rotated;
        })();

        v1.Unenrollment = (function() {

            /**
             * Properties of an Unenrollment.
             * @typedef {Object} assay.v1.Unenrollment.$Properties
             * @property {string|null} [device_id] Unenrollment device_id
             * @property {Uint8Array|null} [nonce] Unenrollment nonce
             * @property {string|null} [collector_id] Unenrollment collector_id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Unenrollment.
             * @memberof assay.v1
             * @interface IUnenrollment
             * @augments assay.v1.Unenrollment.$Properties
             * @deprecated Use assay.v1.Unenrollment.$Properties instead.
             */

            /**
             * Shape of an Unenrollment.
             * @typedef {assay.v1.Unenrollment.$Properties} assay.v1.Unenrollment.$Shape
             */

            /**
             * Constructs a new Unenrollment.
             * @memberof assay.v1
             * @classdesc Represents an Unenrollment.
             * @constructor
             * @param {assay.v1.Unenrollment.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Unenrollment = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Unenrollment device_id.
             * @member {string} device_id
             * @memberof assay.v1.Unenrollment
             * @instance
             */
            Unenrollment.prototype.device_id = "";

            /**
             * Unenrollment nonce.
             * @member {Uint8Array} nonce
             * @memberof assay.v1.Unenrollment
             * @instance
             */
            Unenrollment.prototype.nonce = $util.newBuffer([]);

            /**
             * Unenrollment collector_id.
             * @member {string} collector_id
             * @memberof assay.v1.Unenrollment
             * @instance
             */
            Unenrollment.prototype.collector_id = "";

            /**
             * Encodes the specified Unenrollment message. Does not implicitly {@link assay.v1.Unenrollment.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Unenrollment
             * @static
             * @param {assay.v1.Unenrollment.$Properties} message Unenrollment message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Unenrollment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id") && message.device_id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.device_id);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.nonce);
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id") && message.collector_id !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.collector_id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Unenrollment message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Unenrollment
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Unenrollment & assay.v1.Unenrollment.$Shape} Unenrollment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Unenrollment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Unenrollment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device_id = value;
                            else
                                delete message.device_id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.collector_id = value;
                            else
                                delete message.collector_id;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Unenrollment message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Unenrollment
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Unenrollment} Unenrollment
             */
            Unenrollment.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Unenrollment)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Unenrollment: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Unenrollment();
                if (object.device_id != null)
                    if (typeof object.device_id !== "string" || object.device_id.length)
                        message.device_id = $String(object.device_id);
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.collector_id != null)
                    if (typeof object.collector_id !== "string" || object.collector_id.length)
                        message.collector_id = $String(object.collector_id);
                return message;
            };

            /**
             * Creates a plain object from an Unenrollment message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Unenrollment
             * @static
             * @param {assay.v1.Unenrollment} message Unenrollment
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Unenrollment.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.device_id = "";
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    object.collector_id = "";
                }
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id"))
                    object.collector_id = message.collector_id;
                return object;
            };

            /**
             * Converts this Unenrollment to JSON.
             * @function toJSON
             * @memberof assay.v1.Unenrollment
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Unenrollment.prototype.toJSON = function() {
                return Unenrollment.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Unenrollment;
        })();

        v1.Unenrolled = (function() {

            /**
             * Properties of an Unenrolled.
             * @typedef {Object} assay.v1.Unenrolled.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Unenrolled.
             * @memberof assay.v1
             * @interface IUnenrolled
             * @augments assay.v1.Unenrolled.$Properties
             * @deprecated Use assay.v1.Unenrolled.$Properties instead.
             */

            /**
             * Shape of an Unenrolled.
             * @typedef {assay.v1.Unenrolled.$Properties} assay.v1.Unenrolled.$Shape
             */

            /**
             * Constructs a new Unenrolled.
             * @memberof assay.v1
             * @classdesc Represents an Unenrolled.
             * @constructor
             * @param {assay.v1.Unenrolled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Unenrolled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Unenrolled message. Does not implicitly {@link assay.v1.Unenrolled.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Unenrolled
             * @static
             * @param {assay.v1.Unenrolled.$Properties} message Unenrolled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Unenrolled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Unenrolled message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Unenrolled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Unenrolled & assay.v1.Unenrolled.$Shape} Unenrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Unenrolled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Unenrolled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Unenrolled message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Unenrolled
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Unenrolled} Unenrolled
             */
            Unenrolled.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Unenrolled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Unenrolled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.assay.v1.Unenrolled();
            };

            /**
             * Creates a plain object from an Unenrolled message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Unenrolled
             * @static
             * @param {assay.v1.Unenrolled} message Unenrolled
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Unenrolled.toObject = function () {
                return {};
            };

            /**
             * Converts this Unenrolled to JSON.
             * @function toJSON
             * @memberof assay.v1.Unenrolled
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Unenrolled.prototype.toJSON = function() {
                return Unenrolled.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Unenrolled;
        })();

        /**
         * SignalName enum.
         * @name assay.v1.SignalName
         * @enum {number}
         * @property {number} SIGNAL_NAME_UNSPECIFIED=0 SIGNAL_NAME_UNSPECIFIED value
         * @property {number} os=10 os value
         * @property {number} reboot_pending=11 reboot_pending value
         * @property {number} disk_encryption=12 disk_encryption value
         * @property {number} edr=13 edr value
         * @property {number} firewall=14 firewall value
         * @property {number} secure_boot=15 secure_boot value
         * @property {number} tpm=16 tpm value
         * @property {number} hardware=17 hardware value
         * @property {number} local_admins=18 local_admins value
         * @property {number} remote_access=19 remote_access value
         * @property {number} agent=20 agent value
         * @property {number} updates=21 updates value
         * @property {number} screen_lock=22 screen_lock value
         * @property {number} kernel_integrity=23 kernel_integrity value
         * @property {number} mdm=24 mdm value
         * @property {number} identity=25 identity value
         * @property {number} browsers=26 browsers value
         */
        v1.SignalName = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SIGNAL_NAME_UNSPECIFIED"] = 0;
            values[valuesById[10] = "os"] = 10;
            values[valuesById[11] = "reboot_pending"] = 11;
            values[valuesById[12] = "disk_encryption"] = 12;
            values[valuesById[13] = "edr"] = 13;
            values[valuesById[14] = "firewall"] = 14;
            values[valuesById[15] = "secure_boot"] = 15;
            values[valuesById[16] = "tpm"] = 16;
            values[valuesById[17] = "hardware"] = 17;
            values[valuesById[18] = "local_admins"] = 18;
            values[valuesById[19] = "remote_access"] = 19;
            values[valuesById[20] = "agent"] = 20;
            values[valuesById[21] = "updates"] = 21;
            values[valuesById[22] = "screen_lock"] = 22;
            values[valuesById[23] = "kernel_integrity"] = 23;
            values[valuesById[24] = "mdm"] = 24;
            values[valuesById[25] = "identity"] = 25;
            values[valuesById[26] = "browsers"] = 26;
            return values;
        })();

        /**
         * UnknownReason enum.
         * @name assay.v1.UnknownReason
         * @enum {number}
         * @property {number} UNKNOWN_REASON_UNSPECIFIED=0 UNKNOWN_REASON_UNSPECIFIED value
         * @property {number} not_supported=1 not_supported value
         * @property {number} tool_missing=2 tool_missing value
         * @property {number} permission=3 permission value
         * @property {number} timeout=4 timeout value
         * @property {number} exit=5 exit value
         * @property {number} unparsed=6 unparsed value
         * @property {number} stale=7 stale value
         * @property {number} conflict=8 conflict value
         * @property {number} namespace=9 namespace value
         * @property {number} session=10 session value
         * @property {number} crashed=11 crashed value
         */
        v1.UnknownReason = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNKNOWN_REASON_UNSPECIFIED"] = 0;
            values[valuesById[1] = "not_supported"] = 1;
            values[valuesById[2] = "tool_missing"] = 2;
            values[valuesById[3] = "permission"] = 3;
            values[valuesById[4] = "timeout"] = 4;
            values[valuesById[5] = "exit"] = 5;
            values[valuesById[6] = "unparsed"] = 6;
            values[valuesById[7] = "stale"] = 7;
            values[valuesById[8] = "conflict"] = 8;
            values[valuesById[9] = "namespace"] = 9;
            values[valuesById[10] = "session"] = 10;
            values[valuesById[11] = "crashed"] = 11;
            return values;
        })();

        v1.Observation = (function() {

            /**
             * Properties of an Observation.
             * @typedef {Object} assay.v1.Observation.$Properties
             * @property {assay.v1.SignalName|null} [name] Observation name
             * @property {number|null} [observed_at_ms] Observation observed_at_ms
             * @property {assay.v1.Absent.$Properties|null} [absent] Observation absent
             * @property {assay.v1.Unknown.$Properties|null} [unknown] Observation unknown
             * @property {assay.v1.Os.$Properties|null} [os] Observation os
             * @property {assay.v1.RebootPending.$Properties|null} [reboot_pending] Observation reboot_pending
             * @property {assay.v1.DiskEncryption.$Properties|null} [disk_encryption] Observation disk_encryption
             * @property {assay.v1.Edr.$Properties|null} [edr] Observation edr
             * @property {assay.v1.Firewall.$Properties|null} [firewall] Observation firewall
             * @property {assay.v1.SecureBoot.$Properties|null} [secure_boot] Observation secure_boot
             * @property {assay.v1.Tpm.$Properties|null} [tpm] Observation tpm
             * @property {assay.v1.Hardware.$Properties|null} [hardware] Observation hardware
             * @property {assay.v1.LocalAdmins.$Properties|null} [local_admins] Observation local_admins
             * @property {assay.v1.RemoteAccess.$Properties|null} [remote_access] Observation remote_access
             * @property {assay.v1.Agent.$Properties|null} [agent] Observation agent
             * @property {assay.v1.Updates.$Properties|null} [updates] Observation updates
             * @property {assay.v1.ScreenLock.$Properties|null} [screen_lock] Observation screen_lock
             * @property {assay.v1.KernelIntegrity.$Properties|null} [kernel_integrity] Observation kernel_integrity
             * @property {assay.v1.Mdm.$Properties|null} [mdm] Observation mdm
             * @property {assay.v1.Identity.$Properties|null} [identity] Observation identity
             * @property {assay.v1.Browsers.$Properties|null} [browsers] Observation browsers
             * @property {"absent"|"unknown"|"os"|"reboot_pending"|"disk_encryption"|"edr"|"firewall"|"secure_boot"|"tpm"|"hardware"|"local_admins"|"remote_access"|"agent"|"updates"|"screen_lock"|"kernel_integrity"|"mdm"|"identity"|"browsers"} [outcome] Observation outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Observation.
             * @memberof assay.v1
             * @interface IObservation
             * @augments assay.v1.Observation.$Properties
             * @deprecated Use assay.v1.Observation.$Properties instead.
             */

            /**
             * Narrowed shape of an Observation.
             * @typedef {{
             *   name?: assay.v1.SignalName|null;
             *   observed_at_ms?: number|null;
             *   absent?: assay.v1.Absent.$Shape|null;
             *   unknown?: assay.v1.Unknown.$Shape|null;
             *   os?: assay.v1.Os.$Shape|null;
             *   reboot_pending?: assay.v1.RebootPending.$Shape|null;
             *   disk_encryption?: assay.v1.DiskEncryption.$Shape|null;
             *   edr?: assay.v1.Edr.$Shape|null;
             *   firewall?: assay.v1.Firewall.$Shape|null;
             *   secure_boot?: assay.v1.SecureBoot.$Shape|null;
             *   tpm?: assay.v1.Tpm.$Shape|null;
             *   hardware?: assay.v1.Hardware.$Shape|null;
             *   local_admins?: assay.v1.LocalAdmins.$Shape|null;
             *   remote_access?: assay.v1.RemoteAccess.$Shape|null;
             *   agent?: assay.v1.Agent.$Shape|null;
             *   updates?: assay.v1.Updates.$Shape|null;
             *   screen_lock?: assay.v1.ScreenLock.$Shape|null;
             *   kernel_integrity?: assay.v1.KernelIntegrity.$Shape|null;
             *   mdm?: assay.v1.Mdm.$Shape|null;
             *   identity?: assay.v1.Identity.$Shape|null;
             *   browsers?: assay.v1.Browsers.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "absent"; absent: assay.v1.Absent.$Shape; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "unknown"; absent?: null; unknown: assay.v1.Unknown.$Shape; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "os"; absent?: null; unknown?: null; os: assay.v1.Os.$Shape; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "reboot_pending"; absent?: null; unknown?: null; os?: null; reboot_pending: assay.v1.RebootPending.$Shape; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "disk_encryption"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption: assay.v1.DiskEncryption.$Shape; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "edr"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr: assay.v1.Edr.$Shape; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "firewall"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall: assay.v1.Firewall.$Shape; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "secure_boot"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot: assay.v1.SecureBoot.$Shape; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "tpm"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm: assay.v1.Tpm.$Shape; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "hardware"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware: assay.v1.Hardware.$Shape; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "local_admins"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins: assay.v1.LocalAdmins.$Shape; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "remote_access"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access: assay.v1.RemoteAccess.$Shape; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "agent"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent: assay.v1.Agent.$Shape; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "updates"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates: assay.v1.Updates.$Shape; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "screen_lock"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock: assay.v1.ScreenLock.$Shape; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "kernel_integrity"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity: assay.v1.KernelIntegrity.$Shape; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "mdm"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm: assay.v1.Mdm.$Shape; identity?: null; browsers?: null }|{ outcome?: "identity"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity: assay.v1.Identity.$Shape; browsers?: null }|{ outcome?: "browsers"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers: assay.v1.Browsers.$Shape })
             * )} assay.v1.Observation.$Shape
             */

            /**
             * Constructs a new Observation.
             * @memberof assay.v1
             * @classdesc Represents an Observation.
             * @constructor
             * @param {assay.v1.Observation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Observation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Observation name.
             * @member {assay.v1.SignalName} name
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.name = 0;

            /**
             * Observation observed_at_ms.
             * @member {number} observed_at_ms
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.observed_at_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Observation absent.
             * @member {assay.v1.Absent.$Properties|null|undefined} absent
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.absent = null;

            /**
             * Observation unknown.
             * @member {assay.v1.Unknown.$Properties|null|undefined} unknown
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.unknown = null;

            /**
             * Observation os.
             * @member {assay.v1.Os.$Properties|null|undefined} os
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.os = null;

            /**
             * Observation reboot_pending.
             * @member {assay.v1.RebootPending.$Properties|null|undefined} reboot_pending
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.reboot_pending = null;

            /**
             * Observation disk_encryption.
             * @member {assay.v1.DiskEncryption.$Properties|null|undefined} disk_encryption
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.disk_encryption = null;

            /**
             * Observation edr.
             * @member {assay.v1.Edr.$Properties|null|undefined} edr
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.edr = null;

            /**
             * Observation firewall.
             * @member {assay.v1.Firewall.$Properties|null|undefined} firewall
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.firewall = null;

            /**
             * Observation secure_boot.
             * @member {assay.v1.SecureBoot.$Properties|null|undefined} secure_boot
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.secure_boot = null;

            /**
             * Observation tpm.
             * @member {assay.v1.Tpm.$Properties|null|undefined} tpm
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.tpm = null;

            /**
             * Observation hardware.
             * @member {assay.v1.Hardware.$Properties|null|undefined} hardware
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.hardware = null;

            /**
             * Observation local_admins.
             * @member {assay.v1.LocalAdmins.$Properties|null|undefined} local_admins
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.local_admins = null;

            /**
             * Observation remote_access.
             * @member {assay.v1.RemoteAccess.$Properties|null|undefined} remote_access
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.remote_access = null;

            /**
             * Observation agent.
             * @member {assay.v1.Agent.$Properties|null|undefined} agent
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.agent = null;

            /**
             * Observation updates.
             * @member {assay.v1.Updates.$Properties|null|undefined} updates
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.updates = null;

            /**
             * Observation screen_lock.
             * @member {assay.v1.ScreenLock.$Properties|null|undefined} screen_lock
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.screen_lock = null;

            /**
             * Observation kernel_integrity.
             * @member {assay.v1.KernelIntegrity.$Properties|null|undefined} kernel_integrity
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.kernel_integrity = null;

            /**
             * Observation mdm.
             * @member {assay.v1.Mdm.$Properties|null|undefined} mdm
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.mdm = null;

            /**
             * Observation identity.
             * @member {assay.v1.Identity.$Properties|null|undefined} identity
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.identity = null;

            /**
             * Observation browsers.
             * @member {assay.v1.Browsers.$Properties|null|undefined} browsers
             * @memberof assay.v1.Observation
             * @instance
             */
            Observation.prototype.browsers = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Observation outcome.
             * @member {"absent"|"unknown"|"os"|"reboot_pending"|"disk_encryption"|"edr"|"firewall"|"secure_boot"|"tpm"|"hardware"|"local_admins"|"remote_access"|"agent"|"updates"|"screen_lock"|"kernel_integrity"|"mdm"|"identity"|"browsers"|undefined} outcome
             * @memberof assay.v1.Observation
             * @instance
             */
            $Object.defineProperty(Observation.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["absent", "unknown", "os", "reboot_pending", "disk_encryption", "edr", "firewall", "secure_boot", "tpm", "hardware", "local_admins", "remote_access", "agent", "updates", "screen_lock", "kernel_integrity", "mdm", "identity", "browsers"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Observation message. Does not implicitly {@link assay.v1.Observation.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Observation
             * @static
             * @param {assay.v1.Observation.$Properties} message Observation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Observation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.name);
                if (message.observed_at_ms != null && $Object.hasOwnProperty.call(message, "observed_at_ms") && (typeof message.observed_at_ms === "object" ? message.observed_at_ms.low || message.observed_at_ms.high : message.observed_at_ms !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).int64(message.observed_at_ms);
                if (message.absent != null && $Object.hasOwnProperty.call(message, "absent"))
                    $root.assay.v1.Absent.encode(message.absent, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.unknown != null && $Object.hasOwnProperty.call(message, "unknown"))
                    $root.assay.v1.Unknown.encode(message.unknown, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.os != null && $Object.hasOwnProperty.call(message, "os"))
                    $root.assay.v1.Os.encode(message.os, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.reboot_pending != null && $Object.hasOwnProperty.call(message, "reboot_pending"))
                    $root.assay.v1.RebootPending.encode(message.reboot_pending, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.disk_encryption != null && $Object.hasOwnProperty.call(message, "disk_encryption"))
                    $root.assay.v1.DiskEncryption.encode(message.disk_encryption, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.edr != null && $Object.hasOwnProperty.call(message, "edr"))
                    $root.assay.v1.Edr.encode(message.edr, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.firewall != null && $Object.hasOwnProperty.call(message, "firewall"))
                    $root.assay.v1.Firewall.encode(message.firewall, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.secure_boot != null && $Object.hasOwnProperty.call(message, "secure_boot"))
                    $root.assay.v1.SecureBoot.encode(message.secure_boot, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.tpm != null && $Object.hasOwnProperty.call(message, "tpm"))
                    $root.assay.v1.Tpm.encode(message.tpm, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                if (message.hardware != null && $Object.hasOwnProperty.call(message, "hardware"))
                    $root.assay.v1.Hardware.encode(message.hardware, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                if (message.local_admins != null && $Object.hasOwnProperty.call(message, "local_admins"))
                    $root.assay.v1.LocalAdmins.encode(message.local_admins, writer.uint32(/* id 18, wireType 2 =*/146).fork(), _depth + 1).ldelim();
                if (message.remote_access != null && $Object.hasOwnProperty.call(message, "remote_access"))
                    $root.assay.v1.RemoteAccess.encode(message.remote_access, writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
                if (message.agent != null && $Object.hasOwnProperty.call(message, "agent"))
                    $root.assay.v1.Agent.encode(message.agent, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.updates != null && $Object.hasOwnProperty.call(message, "updates"))
                    $root.assay.v1.Updates.encode(message.updates, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.screen_lock != null && $Object.hasOwnProperty.call(message, "screen_lock"))
                    $root.assay.v1.ScreenLock.encode(message.screen_lock, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.kernel_integrity != null && $Object.hasOwnProperty.call(message, "kernel_integrity"))
                    $root.assay.v1.KernelIntegrity.encode(message.kernel_integrity, writer.uint32(/* id 23, wireType 2 =*/186).fork(), _depth + 1).ldelim();
                if (message.mdm != null && $Object.hasOwnProperty.call(message, "mdm"))
                    $root.assay.v1.Mdm.encode(message.mdm, writer.uint32(/* id 24, wireType 2 =*/194).fork(), _depth + 1).ldelim();
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity"))
                    $root.assay.v1.Identity.encode(message.identity, writer.uint32(/* id 25, wireType 2 =*/202).fork(), _depth + 1).ldelim();
                if (message.browsers != null && $Object.hasOwnProperty.call(message, "browsers"))
                    $root.assay.v1.Browsers.encode(message.browsers, writer.uint32(/* id 26, wireType 2 =*/210).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Observation message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Observation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Observation & assay.v1.Observation.$Shape} Observation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Observation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Observation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.observed_at_ms = value;
                            else
                                delete message.observed_at_ms;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.absent = $root.assay.v1.Absent.decode(reader, reader.size(), $undefined, _depth + 1, message.absent);
                            message.outcome = "absent";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.unknown = $root.assay.v1.Unknown.decode(reader, reader.size(), $undefined, _depth + 1, message.unknown);
                            message.outcome = "unknown";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.os = $root.assay.v1.Os.decode(reader, reader.size(), $undefined, _depth + 1, message.os);
                            message.outcome = "os";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.reboot_pending = $root.assay.v1.RebootPending.decode(reader, reader.size(), $undefined, _depth + 1, message.reboot_pending);
                            message.outcome = "reboot_pending";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.disk_encryption = $root.assay.v1.DiskEncryption.decode(reader, reader.size(), $undefined, _depth + 1, message.disk_encryption);
                            message.outcome = "disk_encryption";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.edr = $root.assay.v1.Edr.decode(reader, reader.size(), $undefined, _depth + 1, message.edr);
                            message.outcome = "edr";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.firewall = $root.assay.v1.Firewall.decode(reader, reader.size(), $undefined, _depth + 1, message.firewall);
                            message.outcome = "firewall";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.secure_boot = $root.assay.v1.SecureBoot.decode(reader, reader.size(), $undefined, _depth + 1, message.secure_boot);
                            message.outcome = "secure_boot";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.tpm = $root.assay.v1.Tpm.decode(reader, reader.size(), $undefined, _depth + 1, message.tpm);
                            message.outcome = "tpm";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.hardware = $root.assay.v1.Hardware.decode(reader, reader.size(), $undefined, _depth + 1, message.hardware);
                            message.outcome = "hardware";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.local_admins = $root.assay.v1.LocalAdmins.decode(reader, reader.size(), $undefined, _depth + 1, message.local_admins);
                            message.outcome = "local_admins";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.remote_access = $root.assay.v1.RemoteAccess.decode(reader, reader.size(), $undefined, _depth + 1, message.remote_access);
                            message.outcome = "remote_access";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.agent = $root.assay.v1.Agent.decode(reader, reader.size(), $undefined, _depth + 1, message.agent);
                            message.outcome = "agent";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.updates = $root.assay.v1.Updates.decode(reader, reader.size(), $undefined, _depth + 1, message.updates);
                            message.outcome = "updates";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.screen_lock = $root.assay.v1.ScreenLock.decode(reader, reader.size(), $undefined, _depth + 1, message.screen_lock);
                            message.outcome = "screen_lock";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.kernel_integrity = $root.assay.v1.KernelIntegrity.decode(reader, reader.size(), $undefined, _depth + 1, message.kernel_integrity);
                            message.outcome = "kernel_integrity";
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.mdm = $root.assay.v1.Mdm.decode(reader, reader.size(), $undefined, _depth + 1, message.mdm);
                            message.outcome = "mdm";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.identity = $root.assay.v1.Identity.decode(reader, reader.size(), $undefined, _depth + 1, message.identity);
                            message.outcome = "identity";
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.browsers = $root.assay.v1.Browsers.decode(reader, reader.size(), $undefined, _depth + 1, message.browsers);
                            message.outcome = "browsers";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Observation message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Observation
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Observation} Observation
             */
            Observation.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Observation)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Observation: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Observation();
                if (object.name !== 0 && (typeof object.name !== "string" || $root.assay.v1.SignalName[object.name] !== 0))
                    switch (object.name) {
                    case "SIGNAL_NAME_UNSPECIFIED":
                    case 0:
                        message.name = 0;
                        break;
                    case "os":
                    case 10:
                        message.name = 10;
                        break;
                    case "reboot_pending":
                    case 11:
                        message.name = 11;
                        break;
                    case "disk_encryption":
                    case 12:
                        message.name = 12;
                        break;
                    case "edr":
                    case 13:
                        message.name = 13;
                        break;
                    case "firewall":
                    case 14:
                        message.name = 14;
                        break;
                    case "secure_boot":
                    case 15:
                        message.name = 15;
                        break;
                    case "tpm":
                    case 16:
                        message.name = 16;
                        break;
                    case "hardware":
                    case 17:
                        message.name = 17;
                        break;
                    case "local_admins":
                    case 18:
                        message.name = 18;
                        break;
                    case "remote_access":
                    case 19:
                        message.name = 19;
                        break;
                    case "agent":
                    case 20:
                        message.name = 20;
                        break;
                    case "updates":
                    case 21:
                        message.name = 21;
                        break;
                    case "screen_lock":
                    case 22:
                        message.name = 22;
                        break;
                    case "kernel_integrity":
                    case 23:
                        message.name = 23;
                        break;
                    case "mdm":
                    case 24:
                        message.name = 24;
                        break;
                    case "identity":
                    case 25:
                        message.name = 25;
                        break;
                    case "browsers":
                    case 26:
                        message.name = 26;
                        break;
                    default:
                        if (typeof object.name === "number" && (object.name | 0) === object.name)
                            message.name = object.name;
                    }
                if (object.observed_at_ms != null)
                    if (typeof object.observed_at_ms === "object" ? object.observed_at_ms.low || object.observed_at_ms.high : $Number(object.observed_at_ms) !== 0)
                        if ($util.Long)
                            message.observed_at_ms = $util.Long.fromValue(object.observed_at_ms, false);
                        else if (typeof object.observed_at_ms === "string")
                            message.observed_at_ms = $parseInt(object.observed_at_ms, 10);
                        else if (typeof object.observed_at_ms === "number")
                            message.observed_at_ms = object.observed_at_ms;
                        else if (typeof object.observed_at_ms === "object")
                            message.observed_at_ms = new $util.LongBits(object.observed_at_ms.low >>> 0, object.observed_at_ms.high >>> 0).toNumber();
                if (object.absent != null) {
                    if (!$util.isObject(object.absent))
                        throw $TypeError(".assay.v1.Observation.absent: object expected");
                    message.absent = $root.assay.v1.Absent.fromObject(object.absent, _depth + 1);
                }
                if (object.unknown != null) {
                    if (!$util.isObject(object.unknown))
                        throw $TypeError(".assay.v1.Observation.unknown: object expected");
                    message.unknown = $root.assay.v1.Unknown.fromObject(object.unknown, _depth + 1);
                }
                if (object.os != null) {
                    if (!$util.isObject(object.os))
                        throw $TypeError(".assay.v1.Observation.os: object expected");
                    message.os = $root.assay.v1.Os.fromObject(object.os, _depth + 1);
                }
                if (object.reboot_pending != null) {
                    if (!$util.isObject(object.reboot_pending))
                        throw $TypeError(".assay.v1.Observation.reboot_pending: object expected");
                    message.reboot_pending = $root.assay.v1.RebootPending.fromObject(object.reboot_pending, _depth + 1);
                }
                if (object.disk_encryption != null) {
                    if (!$util.isObject(object.disk_encryption))
                        throw $TypeError(".assay.v1.Observation.disk_encryption: object expected");
                    message.disk_encryption = $root.assay.v1.DiskEncryption.fromObject(object.disk_encryption, _depth + 1);
                }
                if (object.edr != null) {
                    if (!$util.isObject(object.edr))
                        throw $TypeError(".assay.v1.Observation.edr: object expected");
                    message.edr = $root.assay.v1.Edr.fromObject(object.edr, _depth + 1);
                }
                if (object.firewall != null) {
                    if (!$util.isObject(object.firewall))
                        throw $TypeError(".assay.v1.Observation.firewall: object expected");
                    message.firewall = $root.assay.v1.Firewall.fromObject(object.firewall, _depth + 1);
                }
                if (object.secure_boot != null) {
                    if (!$util.isObject(object.secure_boot))
                        throw $TypeError(".assay.v1.Observation.secure_boot: object expected");
                    message.secure_boot = $root.assay.v1.SecureBoot.fromObject(object.secure_boot, _depth + 1);
                }
                if (object.tpm != null) {
                    if (!$util.isObject(object.tpm))
                        throw $TypeError(".assay.v1.Observation.tpm: object expected");
                    message.tpm = $root.assay.v1.Tpm.fromObject(object.tpm, _depth + 1);
                }
                if (object.hardware != null) {
                    if (!$util.isObject(object.hardware))
                        throw $TypeError(".assay.v1.Observation.hardware: object expected");
                    message.hardware = $root.assay.v1.Hardware.fromObject(object.hardware, _depth + 1);
                }
                if (object.local_admins != null) {
                    if (!$util.isObject(object.local_admins))
                        throw $TypeError(".assay.v1.Observation.local_admins: object expected");
                    message.local_admins = $root.assay.v1.LocalAdmins.fromObject(object.local_admins, _depth + 1);
                }
                if (object.remote_access != null) {
                    if (!$util.isObject(object.remote_access))
                        throw $TypeError(".assay.v1.Observation.remote_access: object expected");
                    message.remote_access = $root.assay.v1.RemoteAccess.fromObject(object.remote_access, _depth + 1);
                }
                if (object.agent != null) {
                    if (!$util.isObject(object.agent))
                        throw $TypeError(".assay.v1.Observation.agent: object expected");
                    message.agent = $root.assay.v1.Agent.fromObject(object.agent, _depth + 1);
                }
                if (object.updates != null) {
                    if (!$util.isObject(object.updates))
                        throw $TypeError(".assay.v1.Observation.updates: object expected");
                    message.updates = $root.assay.v1.Updates.fromObject(object.updates, _depth + 1);
                }
                if (object.screen_lock != null) {
                    if (!$util.isObject(object.screen_lock))
                        throw $TypeError(".assay.v1.Observation.screen_lock: object expected");
                    message.screen_lock = $root.assay.v1.ScreenLock.fromObject(object.screen_lock, _depth + 1);
                }
                if (object.kernel_integrity != null) {
                    if (!$util.isObject(object.kernel_integrity))
                        throw $TypeError(".assay.v1.Observation.kernel_integrity: object expected");
                    message.kernel_integrity = $root.assay.v1.KernelIntegrity.fromObject(object.kernel_integrity, _depth + 1);
                }
                if (object.mdm != null) {
                    if (!$util.isObject(object.mdm))
                        throw $TypeError(".assay.v1.Observation.mdm: object expected");
                    message.mdm = $root.assay.v1.Mdm.fromObject(object.mdm, _depth + 1);
                }
                if (object.identity != null) {
                    if (!$util.isObject(object.identity))
                        throw $TypeError(".assay.v1.Observation.identity: object expected");
                    message.identity = $root.assay.v1.Identity.fromObject(object.identity, _depth + 1);
                }
                if (object.browsers != null) {
                    if (!$util.isObject(object.browsers))
                        throw $TypeError(".assay.v1.Observation.browsers: object expected");
                    message.browsers = $root.assay.v1.Browsers.fromObject(object.browsers, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an Observation message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Observation
             * @static
             * @param {assay.v1.Observation} message Observation
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Observation.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = options.enums === $String ? "SIGNAL_NAME_UNSPECIFIED" : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.observed_at_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.observed_at_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = options.enums === $String ? $root.assay.v1.SignalName[message.name] === $undefined ? message.name : $root.assay.v1.SignalName[message.name] : message.name;
                if (message.observed_at_ms != null && $Object.hasOwnProperty.call(message, "observed_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.observed_at_ms = typeof message.observed_at_ms === "number" ? $BigInt(message.observed_at_ms) : $util.Long.fromBits(message.observed_at_ms.low >>> 0, message.observed_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.observed_at_ms === "number")
                        object.observed_at_ms = options.longs === $String ? $String(message.observed_at_ms) : message.observed_at_ms;
                    else
                        object.observed_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.observed_at_ms) : options.longs === $Number ? new $util.LongBits(message.observed_at_ms.low >>> 0, message.observed_at_ms.high >>> 0).toNumber() : message.observed_at_ms;
                if (message.absent != null && $Object.hasOwnProperty.call(message, "absent")) {
                    object.absent = $root.assay.v1.Absent.toObject(message.absent, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "absent";
                }
                if (message.unknown != null && $Object.hasOwnProperty.call(message, "unknown")) {
                    object.unknown = $root.assay.v1.Unknown.toObject(message.unknown, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "unknown";
                }
                if (message.os != null && $Object.hasOwnProperty.call(message, "os")) {
                    object.os = $root.assay.v1.Os.toObject(message.os, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "os";
                }
                if (message.reboot_pending != null && $Object.hasOwnProperty.call(message, "reboot_pending")) {
                    object.reboot_pending = $root.assay.v1.RebootPending.toObject(message.reboot_pending, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "reboot_pending";
                }
                if (message.disk_encryption != null && $Object.hasOwnProperty.call(message, "disk_encryption")) {
                    object.disk_encryption = $root.assay.v1.DiskEncryption.toObject(message.disk_encryption, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "disk_encryption";
                }
                if (message.edr != null && $Object.hasOwnProperty.call(message, "edr")) {
                    object.edr = $root.assay.v1.Edr.toObject(message.edr, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "edr";
                }
                if (message.firewall != null && $Object.hasOwnProperty.call(message, "firewall")) {
                    object.firewall = $root.assay.v1.Firewall.toObject(message.firewall, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "firewall";
                }
                if (message.secure_boot != null && $Object.hasOwnProperty.call(message, "secure_boot")) {
                    object.secure_boot = $root.assay.v1.SecureBoot.toObject(message.secure_boot, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "secure_boot";
                }
                if (message.tpm != null && $Object.hasOwnProperty.call(message, "tpm")) {
                    object.tpm = $root.assay.v1.Tpm.toObject(message.tpm, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "tpm";
                }
                if (message.hardware != null && $Object.hasOwnProperty.call(message, "hardware")) {
                    object.hardware = $root.assay.v1.Hardware.toObject(message.hardware, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "hardware";
                }
                if (message.local_admins != null && $Object.hasOwnProperty.call(message, "local_admins")) {
                    object.local_admins = $root.assay.v1.LocalAdmins.toObject(message.local_admins, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "local_admins";
                }
                if (message.remote_access != null && $Object.hasOwnProperty.call(message, "remote_access")) {
                    object.remote_access = $root.assay.v1.RemoteAccess.toObject(message.remote_access, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "remote_access";
                }
                if (message.agent != null && $Object.hasOwnProperty.call(message, "agent")) {
                    object.agent = $root.assay.v1.Agent.toObject(message.agent, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "agent";
                }
                if (message.updates != null && $Object.hasOwnProperty.call(message, "updates")) {
                    object.updates = $root.assay.v1.Updates.toObject(message.updates, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "updates";
                }
                if (message.screen_lock != null && $Object.hasOwnProperty.call(message, "screen_lock")) {
                    object.screen_lock = $root.assay.v1.ScreenLock.toObject(message.screen_lock, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "screen_lock";
                }
                if (message.kernel_integrity != null && $Object.hasOwnProperty.call(message, "kernel_integrity")) {
                    object.kernel_integrity = $root.assay.v1.KernelIntegrity.toObject(message.kernel_integrity, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "kernel_integrity";
                }
                if (message.mdm != null && $Object.hasOwnProperty.call(message, "mdm")) {
                    object.mdm = $root.assay.v1.Mdm.toObject(message.mdm, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "mdm";
                }
                if (message.identity != null && $Object.hasOwnProperty.call(message, "identity")) {
                    object.identity = $root.assay.v1.Identity.toObject(message.identity, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "identity";
                }
                if (message.browsers != null && $Object.hasOwnProperty.call(message, "browsers")) {
                    object.browsers = $root.assay.v1.Browsers.toObject(message.browsers, options, _depth + 1);
                    if (options.oneofs)
                        object.outcome = "browsers";
                }
                return object;
            };

            /**
             * Converts this Observation to JSON.
             * @function toJSON
             * @memberof assay.v1.Observation
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Observation.prototype.toJSON = function() {
                return Observation.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Observation;
        })();

        v1.Absent = (function() {

            /**
             * Properties of an Absent.
             * @typedef {Object} assay.v1.Absent.$Properties
             * @property {string|null} [detail] Absent detail
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Absent.
             * @memberof assay.v1
             * @interface IAbsent
             * @augments assay.v1.Absent.$Properties
             * @deprecated Use assay.v1.Absent.$Properties instead.
             */

            /**
             * Shape of an Absent.
             * @typedef {assay.v1.Absent.$Properties} assay.v1.Absent.$Shape
             */

            /**
             * Constructs a new Absent.
             * @memberof assay.v1
             * @classdesc Represents an Absent.
             * @constructor
             * @param {assay.v1.Absent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Absent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Absent detail.
             * @member {string} detail
             * @memberof assay.v1.Absent
             * @instance
             */
            Absent.prototype.detail = "";

            /**
             * Encodes the specified Absent message. Does not implicitly {@link assay.v1.Absent.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Absent
             * @static
             * @param {assay.v1.Absent.$Properties} message Absent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Absent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Absent message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Absent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Absent & assay.v1.Absent.$Shape} Absent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Absent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Absent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Absent message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Absent
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Absent} Absent
             */
            Absent.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Absent)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Absent: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Absent();
                if (object.detail != null)
                    if (typeof object.detail !== "string" || object.detail.length)
                        message.detail = $String(object.detail);
                return message;
            };

            /**
             * Creates a plain object from an Absent message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Absent
             * @static
             * @param {assay.v1.Absent} message Absent
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Absent.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.detail = "";
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                    object.detail = message.detail;
                return object;
            };

            /**
             * Converts this Absent to JSON.
             * @function toJSON
             * @memberof assay.v1.Absent
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Absent.prototype.toJSON = function() {
                return Absent.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Absent;
        })();

        v1.Unknown = (function() {

            /**
             * Properties of an Unknown.
             * @typedef {Object} assay.v1.Unknown.$Properties
             * @property {assay.v1.UnknownReason|null} [reason] Unknown reason
             * @property {string|null} [detail] Unknown detail
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Unknown.
             * @memberof assay.v1
             * @interface IUnknown
             * @augments assay.v1.Unknown.$Properties
             * @deprecated Use assay.v1.Unknown.$Properties instead.
             */

            /**
             * Shape of an Unknown.
             * @typedef {assay.v1.Unknown.$Properties} assay.v1.Unknown.$Shape
             */

            /**
             * Constructs a new Unknown.
             * @memberof assay.v1
             * @classdesc Represents an Unknown.
             * @constructor
             * @param {assay.v1.Unknown.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Unknown = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Unknown reason.
             * @member {assay.v1.UnknownReason} reason
             * @memberof assay.v1.Unknown
             * @instance
             */
            Unknown.prototype.reason = 0;

            /**
             * Unknown detail.
             * @member {string} detail
             * @memberof assay.v1.Unknown
             * @instance
             */
            Unknown.prototype.detail = "";

            /**
             * Encodes the specified Unknown message. Does not implicitly {@link assay.v1.Unknown.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Unknown
             * @static
             * @param {assay.v1.Unknown.$Properties} message Unknown message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Unknown.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.reason);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Unknown message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Unknown
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Unknown & assay.v1.Unknown.$Shape} Unknown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Unknown.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Unknown();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Unknown message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Unknown
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Unknown} Unknown
             */
            Unknown.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Unknown)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Unknown: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Unknown();
                if (object.reason !== 0 && (typeof object.reason !== "string" || $root.assay.v1.UnknownReason[object.reason] !== 0))
                    switch (object.reason) {
                    case "UNKNOWN_REASON_UNSPECIFIED":
                    case 0:
                        message.reason = 0;
                        break;
                    case "not_supported":
                    case 1:
                        message.reason = 1;
                        break;
                    case "tool_missing":
                    case 2:
                        message.reason = 2;
                        break;
                    case "permission":
                    case 3:
                        message.reason = 3;
                        break;
                    case "timeout":
                    case 4:
                        message.reason = 4;
                        break;
                    case "exit":
                    case 5:
                        message.reason = 5;
                        break;
                    case "unparsed":
                    case 6:
                        message.reason = 6;
                        break;
                    case "stale":
                    case 7:
                        message.reason = 7;
                        break;
                    case "conflict":
                    case 8:
                        message.reason = 8;
                        break;
                    case "namespace":
                    case 9:
                        message.reason = 9;
                        break;
                    case "session":
                    case 10:
                        message.reason = 10;
                        break;
                    case "crashed":
                    case 11:
                        message.reason = 11;
                        break;
                    default:
                        if (typeof object.reason === "number" && (object.reason | 0) === object.reason)
                            message.reason = object.reason;
                    }
                if (object.detail != null)
                    if (typeof object.detail !== "string" || object.detail.length)
                        message.detail = $String(object.detail);
                return message;
            };

            /**
             * Creates a plain object from an Unknown message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Unknown
             * @static
             * @param {assay.v1.Unknown} message Unknown
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Unknown.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.reason = options.enums === $String ? "UNKNOWN_REASON_UNSPECIFIED" : 0;
                    object.detail = "";
                }
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = options.enums === $String ? $root.assay.v1.UnknownReason[message.reason] === $undefined ? message.reason : $root.assay.v1.UnknownReason[message.reason] : message.reason;
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                    object.detail = message.detail;
                return object;
            };

            /**
             * Converts this Unknown to JSON.
             * @function toJSON
             * @memberof assay.v1.Unknown
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Unknown.prototype.toJSON = function() {
                return Unknown.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Unknown;
        })();

        v1.Os = (function() {

            /**
             * Properties of an Os.
             * @typedef {Object} assay.v1.Os.$Properties
             * @property {string|null} [id] Os id
             * @property {string|null} [name] Os name
             * @property {string|null} [version] Os version
             * @property {Array.<string>|null} [id_like] Os id_like
             * @property {string|null} [variant] Os variant
             * @property {string|null} [build] Os build
             * @property {string|null} [arch] Os arch
             * @property {string|null} [kernel] Os kernel
             * @property {string|null} [newest_kernel] Os newest_kernel
             * @property {string|null} [support_end] Os support_end
             * @property {string|null} [supplement] Os supplement
             * @property {boolean|null} [extended_support] Os extended_support
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Os.
             * @memberof assay.v1
             * @interface IOs
             * @augments assay.v1.Os.$Properties
             * @deprecated Use assay.v1.Os.$Properties instead.
             */

            /**
             * Shape of an Os.
             * @typedef {assay.v1.Os.$Properties} assay.v1.Os.$Shape
             */

            /**
             * Constructs a new Os.
             * @memberof assay.v1
             * @classdesc Represents an Os.
             * @constructor
             * @param {assay.v1.Os.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Os = function (properties) {
                this.id_like = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Os id.
             * @member {string} id
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.id = "";

            /**
             * Os name.
             * @member {string} name
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.name = "";

            /**
             * Os version.
             * @member {string|null|undefined} version
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.version = null;

            /**
             * Os id_like.
             * @member {Array.<string>} id_like
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.id_like = $util.emptyArray;

            /**
             * Os variant.
             * @member {string|null|undefined} variant
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.variant = null;

            /**
             * Os build.
             * @member {string|null|undefined} build
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.build = null;

            /**
             * Os arch.
             * @member {string} arch
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.arch = "";

            /**
             * Os kernel.
             * @member {string} kernel
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.kernel = "";

            /**
             * Os newest_kernel.
             * @member {string|null|undefined} newest_kernel
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.newest_kernel = null;

            /**
             * Os support_end.
             * @member {string|null|undefined} support_end
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.support_end = null;

            /**
             * Os supplement.
             * @member {string|null|undefined} supplement
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.supplement = null;

            /**
             * Os extended_support.
             * @member {boolean|null|undefined} extended_support
             * @memberof assay.v1.Os
             * @instance
             */
            Os.prototype.extended_support = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Os.prototype, "_version", {
                get: $util.oneOfGetter($oneOfFields = ["version"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Os.prototype, "_variant", {
                get: $util.oneOfGetter($oneOfFields = ["variant"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Os.prototype, "_build", {
                get: $util.oneOfGetter($oneOfFields = ["build"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Os.prototype, "_newest_kernel", {
                get: $util.oneOfGetter($oneOfFields = ["newest_kernel"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Os.prototype, "_support_end", {
                get: $util.oneOfGetter($oneOfFields = ["support_end"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Os.prototype, "_supplement", {
                get: $util.oneOfGetter($oneOfFields = ["supplement"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Os.prototype, "_extended_support", {
                get: $util.oneOfGetter($oneOfFields = ["extended_support"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Os message. Does not implicitly {@link assay.v1.Os.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Os
             * @static
             * @param {assay.v1.Os.$Properties} message Os message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Os.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.version);
                if (message.id_like != null && message.id_like.length)
                    for (let i = 0; i < message.id_like.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.id_like[i]);
                if (message.variant != null && $Object.hasOwnProperty.call(message, "variant"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.variant);
                if (message.build != null && $Object.hasOwnProperty.call(message, "build"))
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.build);
                if (message.arch != null && $Object.hasOwnProperty.call(message, "arch") && message.arch !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.arch);
                if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel") && message.kernel !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.kernel);
                if (message.newest_kernel != null && $Object.hasOwnProperty.call(message, "newest_kernel"))
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.newest_kernel);
                if (message.support_end != null && $Object.hasOwnProperty.call(message, "support_end"))
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.support_end);
                if (message.supplement != null && $Object.hasOwnProperty.call(message, "supplement"))
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.supplement);
                if (message.extended_support != null && $Object.hasOwnProperty.call(message, "extended_support"))
                    writer.uint32(/* id 12, wireType 0 =*/96).bool(message.extended_support);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Os message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Os
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Os & assay.v1.Os.$Shape} Os
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Os.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Os();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.stringVerify();
                            message._version = "version";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.id_like && message.id_like.length))
                                message.id_like = [];
                            message.id_like.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.variant = reader.stringVerify();
                            message._variant = "variant";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.build = reader.stringVerify();
                            message._build = "build";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.arch = value;
                            else
                                delete message.arch;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kernel = value;
                            else
                                delete message.kernel;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.newest_kernel = reader.stringVerify();
                            message._newest_kernel = "newest_kernel";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.support_end = reader.stringVerify();
                            message._support_end = "support_end";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.supplement = reader.stringVerify();
                            message._supplement = "supplement";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.extended_support = reader.bool();
                            message._extended_support = "extended_support";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Os message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Os
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Os} Os
             */
            Os.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Os)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Os: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Os();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.version != null)
                    message.version = $String(object.version);
                if (object.id_like) {
                    if (!$Array.isArray(object.id_like))
                        throw $TypeError(".assay.v1.Os.id_like: array expected");
                    message.id_like = $Array(object.id_like.length);
                    for (let i = 0; i < object.id_like.length; ++i)
                        message.id_like[i] = $String(object.id_like[i]);
                }
                if (object.variant != null)
                    message.variant = $String(object.variant);
                if (object.build != null)
                    message.build = $String(object.build);
                if (object.arch != null)
                    if (typeof object.arch !== "string" || object.arch.length)
                        message.arch = $String(object.arch);
                if (object.kernel != null)
                    if (typeof object.kernel !== "string" || object.kernel.length)
                        message.kernel = $String(object.kernel);
                if (object.newest_kernel != null)
                    message.newest_kernel = $String(object.newest_kernel);
                if (object.support_end != null)
                    message.support_end = $String(object.support_end);
                if (object.supplement != null)
                    message.supplement = $String(object.supplement);
                if (object.extended_support != null)
                    message.extended_support = $Boolean(object.extended_support);
                return message;
            };

            /**
             * Creates a plain object from an Os message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Os
             * @static
             * @param {assay.v1.Os} message Os
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Os.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.id_like = [];
                if (options.defaults) {
                    object.id = "";
                    object.name = "";
                    object.arch = "";
                    object.kernel = "";
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.id_like && message.id_like.length) {
                    object.id_like = $Array(message.id_like.length);
                    for (let j = 0; j < message.id_like.length; ++j)
                        object.id_like[j] = message.id_like[j];
                }
                if (message.variant != null && $Object.hasOwnProperty.call(message, "variant"))
                    object.variant = message.variant;
                if (message.build != null && $Object.hasOwnProperty.call(message, "build"))
                    object.build = message.build;
                if (message.arch != null && $Object.hasOwnProperty.call(message, "arch"))
                    object.arch = message.arch;
                if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel"))
                    object.kernel = message.kernel;
                if (message.newest_kernel != null && $Object.hasOwnProperty.call(message, "newest_kernel"))
                    object.newest_kernel = message.newest_kernel;
                if (message.support_end != null && $Object.hasOwnProperty.call(message, "support_end"))
                    object.support_end = message.support_end;
                if (message.supplement != null && $Object.hasOwnProperty.call(message, "supplement"))
                    object.supplement = message.supplement;
                if (message.extended_support != null && $Object.hasOwnProperty.call(message, "extended_support"))
                    object.extended_support = message.extended_support;
                return object;
            };

            /**
             * Converts this Os to JSON.
             * @function toJSON
             * @memberof assay.v1.Os
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Os.prototype.toJSON = function() {
                return Os.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Os;
        })();

        v1.Updates = (function() {

            /**
             * Properties of an Updates.
             * @typedef {Object} assay.v1.Updates.$Properties
             * @property {string|null} [source] Updates source
             * @property {number|null} [pending] Updates pending
             * @property {number|null} [pending_security] Updates pending_security
             * @property {number|null} [index_age_s] Updates index_age_s
             * @property {number|null} [last_change_ms] Updates last_change_ms
             * @property {boolean|null} [automatic] Updates automatic
             * @property {Array.<string>|null} [evidence] Updates evidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Updates.
             * @memberof assay.v1
             * @interface IUpdates
             * @augments assay.v1.Updates.$Properties
             * @deprecated Use assay.v1.Updates.$Properties instead.
             */

            /**
             * Shape of an Updates.
             * @typedef {assay.v1.Updates.$Properties} assay.v1.Updates.$Shape
             */

            /**
             * Constructs a new Updates.
             * @memberof assay.v1
             * @classdesc Represents an Updates.
             * @constructor
             * @param {assay.v1.Updates.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Updates = function (properties) {
                this.evidence = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Updates source.
             * @member {string} source
             * @memberof assay.v1.Updates
             * @instance
             */
            Updates.prototype.source = "";

            /**
             * Updates pending.
             * @member {number|null|undefined} pending
             * @memberof assay.v1.Updates
             * @instance
             */
            Updates.prototype.pending = null;

            /**
             * Updates pending_security.
             * @member {number|null|undefined} pending_security
             * @memberof assay.v1.Updates
             * @instance
             */
            Updates.prototype.pending_security = null;

            /**
             * Updates index_age_s.
             * @member {number|null|undefined} index_age_s
             * @memberof assay.v1.Updates
             * @instance
             */
            Updates.prototype.index_age_s = null;

            /**
             * Updates last_change_ms.
             * @member {number|null|undefined} last_change_ms
             * @memberof assay.v1.Updates
             * @instance
             */
            Updates.prototype.last_change_ms = null;

            /**
             * Updates automatic.
             * @member {boolean|null|undefined} automatic
             * @memberof assay.v1.Updates
             * @instance
             */
            Updates.prototype.automatic = null;

            /**
             * Updates evidence.
             * @member {Array.<string>} evidence
             * @memberof assay.v1.Updates
             * @instance
             */
            Updates.prototype.evidence = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Updates.prototype, "_pending", {
                get: $util.oneOfGetter($oneOfFields = ["pending"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Updates.prototype, "_pending_security", {
                get: $util.oneOfGetter($oneOfFields = ["pending_security"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Updates.prototype, "_index_age_s", {
                get: $util.oneOfGetter($oneOfFields = ["index_age_s"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Updates.prototype, "_last_change_ms", {
                get: $util.oneOfGetter($oneOfFields = ["last_change_ms"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Updates.prototype, "_automatic", {
                get: $util.oneOfGetter($oneOfFields = ["automatic"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Updates message. Does not implicitly {@link assay.v1.Updates.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Updates
             * @static
             * @param {assay.v1.Updates.$Properties} message Updates message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Updates.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.source);
                if (message.pending != null && $Object.hasOwnProperty.call(message, "pending"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.pending);
                if (message.pending_security != null && $Object.hasOwnProperty.call(message, "pending_security"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.pending_security);
                if (message.index_age_s != null && $Object.hasOwnProperty.call(message, "index_age_s"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.index_age_s);
                if (message.last_change_ms != null && $Object.hasOwnProperty.call(message, "last_change_ms"))
                    writer.uint32(/* id 5, wireType 0 =*/40).int64(message.last_change_ms);
                if (message.automatic != null && $Object.hasOwnProperty.call(message, "automatic"))
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.automatic);
                if (message.evidence != null && message.evidence.length)
                    for (let i = 0; i < message.evidence.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.evidence[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Updates message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Updates
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Updates & assay.v1.Updates.$Shape} Updates
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Updates.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Updates();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.pending = reader.uint32();
                            message._pending = "pending";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.pending_security = reader.uint32();
                            message._pending_security = "pending_security";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.index_age_s = reader.uint64();
                            message._index_age_s = "index_age_s";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.last_change_ms = reader.int64();
                            message._last_change_ms = "last_change_ms";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.automatic = reader.bool();
                            message._automatic = "automatic";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.evidence && message.evidence.length))
                                message.evidence = [];
                            message.evidence.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Updates message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Updates
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Updates} Updates
             */
            Updates.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Updates)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Updates: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Updates();
                if (object.source != null)
                    if (typeof object.source !== "string" || object.source.length)
                        message.source = $String(object.source);
                if (object.pending != null)
                    message.pending = object.pending >>> 0;
                if (object.pending_security != null)
                    message.pending_security = object.pending_security >>> 0;
                if (object.index_age_s != null)
                    if ($util.Long)
                        message.index_age_s = $util.Long.fromValue(object.index_age_s, true);
                    else if (typeof object.index_age_s === "string")
                        message.index_age_s = $parseInt(object.index_age_s, 10);
                    else if (typeof object.index_age_s === "number")
                        message.index_age_s = object.index_age_s;
                    else if (typeof object.index_age_s === "object")
                        message.index_age_s = new $util.LongBits(object.index_age_s.low >>> 0, object.index_age_s.high >>> 0).toNumber(true);
                if (object.last_change_ms != null)
                    if ($util.Long)
                        message.last_change_ms = $util.Long.fromValue(object.last_change_ms, false);
                    else if (typeof object.last_change_ms === "string")
                        message.last_change_ms = $parseInt(object.last_change_ms, 10);
                    else if (typeof object.last_change_ms === "number")
                        message.last_change_ms = object.last_change_ms;
                    else if (typeof object.last_change_ms === "object")
                        message.last_change_ms = new $util.LongBits(object.last_change_ms.low >>> 0, object.last_change_ms.high >>> 0).toNumber();
                if (object.automatic != null)
                    message.automatic = $Boolean(object.automatic);
                if (object.evidence) {
                    if (!$Array.isArray(object.evidence))
                        throw $TypeError(".assay.v1.Updates.evidence: array expected");
                    message.evidence = $Array(object.evidence.length);
                    for (let i = 0; i < object.evidence.length; ++i)
                        message.evidence[i] = $String(object.evidence[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from an Updates message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Updates
             * @static
             * @param {assay.v1.Updates} message Updates
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Updates.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.evidence = [];
                if (options.defaults)
                    object.source = "";
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    object.source = message.source;
                if (message.pending != null && $Object.hasOwnProperty.call(message, "pending"))
                    object.pending = message.pending;
                if (message.pending_security != null && $Object.hasOwnProperty.call(message, "pending_security"))
                    object.pending_security = message.pending_security;
                if (message.index_age_s != null && $Object.hasOwnProperty.call(message, "index_age_s"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.index_age_s = typeof message.index_age_s === "number" ? $BigInt(message.index_age_s) : $util.Long.fromBits(message.index_age_s.low >>> 0, message.index_age_s.high >>> 0, true).toBigInt();
                    else if (typeof message.index_age_s === "number")
                        object.index_age_s = options.longs === $String ? $String(message.index_age_s) : message.index_age_s;
                    else
                        object.index_age_s = options.longs === $String ? $util.Long.prototype.toString.call(message.index_age_s) : options.longs === $Number ? new $util.LongBits(message.index_age_s.low >>> 0, message.index_age_s.high >>> 0).toNumber(true) : message.index_age_s;
                if (message.last_change_ms != null && $Object.hasOwnProperty.call(message, "last_change_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.last_change_ms = typeof message.last_change_ms === "number" ? $BigInt(message.last_change_ms) : $util.Long.fromBits(message.last_change_ms.low >>> 0, message.last_change_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.last_change_ms === "number")
                        object.last_change_ms = options.longs === $String ? $String(message.last_change_ms) : message.last_change_ms;
                    else
                        object.last_change_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.last_change_ms) : options.longs === $Number ? new $util.LongBits(message.last_change_ms.low >>> 0, message.last_change_ms.high >>> 0).toNumber() : message.last_change_ms;
                if (message.automatic != null && $Object.hasOwnProperty.call(message, "automatic"))
                    object.automatic = message.automatic;
                if (message.evidence && message.evidence.length) {
                    object.evidence = $Array(message.evidence.length);
                    for (let j = 0; j < message.evidence.length; ++j)
                        object.evidence[j] = message.evidence[j];
                }
                return object;
            };

            /**
             * Converts this Updates to JSON.
             * @function toJSON
             * @memberof assay.v1.Updates
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Updates.prototype.toJSON = function() {
                return Updates.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Updates;
        })();

        v1.RebootPending = (function() {

            /**
             * Properties of a RebootPending.
             * @typedef {Object} assay.v1.RebootPending.$Properties
             * @property {boolean|null} [pending] RebootPending pending
             * @property {Array.<string>|null} [reasons] RebootPending reasons
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RebootPending.
             * @memberof assay.v1
             * @interface IRebootPending
             * @augments assay.v1.RebootPending.$Properties
             * @deprecated Use assay.v1.RebootPending.$Properties instead.
             */

            /**
             * Shape of a RebootPending.
             * @typedef {assay.v1.RebootPending.$Properties} assay.v1.RebootPending.$Shape
             */

            /**
             * Constructs a new RebootPending.
             * @memberof assay.v1
             * @classdesc Represents a RebootPending.
             * @constructor
             * @param {assay.v1.RebootPending.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RebootPending = function (properties) {
                this.reasons = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RebootPending pending.
             * @member {boolean} pending
             * @memberof assay.v1.RebootPending
             * @instance
             */
            RebootPending.prototype.pending = false;

            /**
             * RebootPending reasons.
             * @member {Array.<string>} reasons
             * @memberof assay.v1.RebootPending
             * @instance
             */
            RebootPending.prototype.reasons = $util.emptyArray;

            /**
             * Encodes the specified RebootPending message. Does not implicitly {@link assay.v1.RebootPending.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.RebootPending
             * @static
             * @param {assay.v1.RebootPending.$Properties} message RebootPending message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RebootPending.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pending != null && $Object.hasOwnProperty.call(message, "pending") && message.pending !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.pending);
                if (message.reasons != null && message.reasons.length)
                    for (let i = 0; i < message.reasons.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.reasons[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RebootPending message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.RebootPending
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.RebootPending & assay.v1.RebootPending.$Shape} RebootPending
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RebootPending.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.RebootPending();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.pending = value;
                            else
                                delete message.pending;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.reasons && message.reasons.length))
                                message.reasons = [];
                            message.reasons.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RebootPending message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.RebootPending
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.RebootPending} RebootPending
             */
            RebootPending.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.RebootPending)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.RebootPending: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.RebootPending();
                if (object.pending != null)
                    if (object.pending)
                        message.pending = $Boolean(object.pending);
                if (object.reasons) {
                    if (!$Array.isArray(object.reasons))
                        throw $TypeError(".assay.v1.RebootPending.reasons: array expected");
                    message.reasons = $Array(object.reasons.length);
                    for (let i = 0; i < object.reasons.length; ++i)
                        message.reasons[i] = $String(object.reasons[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a RebootPending message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.RebootPending
             * @static
             * @param {assay.v1.RebootPending} message RebootPending
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RebootPending.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.reasons = [];
                if (options.defaults)
                    object.pending = false;
                if (message.pending != null && $Object.hasOwnProperty.call(message, "pending"))
                    object.pending = message.pending;
                if (message.reasons && message.reasons.length) {
                    object.reasons = $Array(message.reasons.length);
                    for (let j = 0; j < message.reasons.length; ++j)
                        object.reasons[j] = message.reasons[j];
                }
                return object;
            };

            /**
             * Converts this RebootPending to JSON.
             * @function toJSON
             * @memberof assay.v1.RebootPending
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RebootPending.prototype.toJSON = function() {
                return RebootPending.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RebootPending;
        })();

        v1.DiskEncryption = (function() {

            /**
             * Properties of a DiskEncryption.
             * @typedef {Object} assay.v1.DiskEncryption.$Properties
             * @property {assay.v1.Volume.$Properties|null} [system_volume] DiskEncryption system_volume
             * @property {Array.<assay.v1.Volume.$Properties>|null} [volumes] DiskEncryption volumes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DiskEncryption.
             * @memberof assay.v1
             * @interface IDiskEncryption
             * @augments assay.v1.DiskEncryption.$Properties
             * @deprecated Use assay.v1.DiskEncryption.$Properties instead.
             */

            /**
             * Shape of a DiskEncryption.
             * @typedef {assay.v1.DiskEncryption.$Properties} assay.v1.DiskEncryption.$Shape
             */

            /**
             * Constructs a new DiskEncryption.
             * @memberof assay.v1
             * @classdesc Represents a DiskEncryption.
             * @constructor
             * @param {assay.v1.DiskEncryption.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DiskEncryption = function (properties) {
                this.volumes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DiskEncryption system_volume.
             * @member {assay.v1.Volume.$Properties|null|undefined} system_volume
             * @memberof assay.v1.DiskEncryption
             * @instance
             */
            DiskEncryption.prototype.system_volume = null;

            /**
             * DiskEncryption volumes.
             * @member {Array.<assay.v1.Volume.$Properties>} volumes
             * @memberof assay.v1.DiskEncryption
             * @instance
             */
            DiskEncryption.prototype.volumes = $util.emptyArray;

            /**
             * Encodes the specified DiskEncryption message. Does not implicitly {@link assay.v1.DiskEncryption.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.DiskEncryption
             * @static
             * @param {assay.v1.DiskEncryption.$Properties} message DiskEncryption message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DiskEncryption.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.system_volume != null && $Object.hasOwnProperty.call(message, "system_volume"))
                    $root.assay.v1.Volume.encode(message.system_volume, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.volumes != null && message.volumes.length)
                    for (let i = 0; i < message.volumes.length; ++i)
                        $root.assay.v1.Volume.encode(message.volumes[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DiskEncryption message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.DiskEncryption
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.DiskEncryption & assay.v1.DiskEncryption.$Shape} DiskEncryption
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DiskEncryption.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.DiskEncryption();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.system_volume = $root.assay.v1.Volume.decode(reader, reader.size(), $undefined, _depth + 1, message.system_volume);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.volumes && message.volumes.length))
                                message.volumes = [];
                            message.volumes.push($root.assay.v1.Volume.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a DiskEncryption message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.DiskEncryption
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.DiskEncryption} DiskEncryption
             */
            DiskEncryption.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.DiskEncryption)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.DiskEncryption: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.DiskEncryption();
                if (object.system_volume != null) {
                    if (!$util.isObject(object.system_volume))
                        throw $TypeError(".assay.v1.DiskEncryption.system_volume: object expected");
                    message.system_volume = $root.assay.v1.Volume.fromObject(object.system_volume, _depth + 1);
                }
                if (object.volumes) {
                    if (!$Array.isArray(object.volumes))
                        throw $TypeError(".assay.v1.DiskEncryption.volumes: array expected");
                    message.volumes = $Array(object.volumes.length);
                    for (let i = 0; i < object.volumes.length; ++i) {
                        if (!$util.isObject(object.volumes[i]))
                            throw $TypeError(".assay.v1.DiskEncryption.volumes: object expected");
                        message.volumes[i] = $root.assay.v1.Volume.fromObject(object.volumes[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a DiskEncryption message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.DiskEncryption
             * @static
             * @param {assay.v1.DiskEncryption} message DiskEncryption
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            DiskEncryption.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.volumes = [];
                if (options.defaults)
                    object.system_volume = null;
                if (message.system_volume != null && $Object.hasOwnProperty.call(message, "system_volume"))
                    object.system_volume = $root.assay.v1.Volume.toObject(message.system_volume, options, _depth + 1);
                if (message.volumes && message.volumes.length) {
                    object.volumes = $Array(message.volumes.length);
                    for (let j = 0; j < message.volumes.length; ++j)
                        object.volumes[j] = $root.assay.v1.Volume.toObject(message.volumes[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this DiskEncryption to JSON.
             * @function toJSON
             * @memberof assay.v1.DiskEncryption
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            DiskEncryption.prototype.toJSON = function() {
                return DiskEncryption.toObject(this, $protobuf.util.toJSONOptions);
            };

            return DiskEncryption;
        })();

        v1.Volume = (function() {

            /**
             * Properties of a Volume.
             * @typedef {Object} assay.v1.Volume.$Properties
             * @property {string|null} [mount] Volume mount
             * @property {string|null} [role] Volume role
             * @property {string|null} [device] Volume device
             * @property {string|null} [filesystem] Volume filesystem
             * @property {boolean|null} [encrypted] Volume encrypted
             * @property {string|null} [state] Volume state
             * @property {string|null} [method] Volume method
             * @property {string|null} [basis] Volume basis
             * @property {Array.<string>|null} [notes] Volume notes
             * @property {boolean|null} [protection_on] Volume protection_on
             * @property {number|null} [progress_percent] Volume progress_percent
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Volume.
             * @memberof assay.v1
             * @interface IVolume
             * @augments assay.v1.Volume.$Properties
             * @deprecated Use assay.v1.Volume.$Properties instead.
             */

            /**
             * Shape of a Volume.
             * @typedef {assay.v1.Volume.$Properties} assay.v1.Volume.$Shape
             */

            /**
             * Constructs a new Volume.
             * @memberof assay.v1
             * @classdesc Represents a Volume.
             * @constructor
             * @param {assay.v1.Volume.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Volume = function (properties) {
                this.notes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Volume mount.
             * @member {string} mount
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.mount = "";

            /**
             * Volume role.
             * @member {string} role
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.role = "";

            /**
             * Volume device.
             * @member {string} device
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.device = "";

            /**
             * Volume filesystem.
             * @member {string} filesystem
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.filesystem = "";

            /**
             * Volume encrypted.
             * @member {boolean|null|undefined} encrypted
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.encrypted = null;

            /**
             * Volume state.
             * @member {string} state
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.state = "";

            /**
             * Volume method.
             * @member {string|null|undefined} method
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.method = null;

            /**
             * Volume basis.
             * @member {string} basis
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.basis = "";

            /**
             * Volume notes.
             * @member {Array.<string>} notes
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.notes = $util.emptyArray;

            /**
             * Volume protection_on.
             * @member {boolean|null|undefined} protection_on
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.protection_on = null;

            /**
             * Volume progress_percent.
             * @member {number|null|undefined} progress_percent
             * @memberof assay.v1.Volume
             * @instance
             */
            Volume.prototype.progress_percent = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Volume.prototype, "_encrypted", {
                get: $util.oneOfGetter($oneOfFields = ["encrypted"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Volume.prototype, "_method", {
                get: $util.oneOfGetter($oneOfFields = ["method"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Volume.prototype, "_protection_on", {
                get: $util.oneOfGetter($oneOfFields = ["protection_on"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Volume.prototype, "_progress_percent", {
                get: $util.oneOfGetter($oneOfFields = ["progress_percent"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Volume message. Does not implicitly {@link assay.v1.Volume.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Volume
             * @static
             * @param {assay.v1.Volume.$Properties} message Volume message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Volume.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mount != null && $Object.hasOwnProperty.call(message, "mount") && message.mount !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.mount);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.role);
                if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.device);
                if (message.filesystem != null && $Object.hasOwnProperty.call(message, "filesystem") && message.filesystem !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.filesystem);
                if (message.encrypted != null && $Object.hasOwnProperty.call(message, "encrypted"))
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.encrypted);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.state);
                if (message.method != null && $Object.hasOwnProperty.call(message, "method"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.method);
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis") && message.basis !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.basis);
                if (message.notes != null && message.notes.length)
                    for (let i = 0; i < message.notes.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.notes[i]);
                if (message.protection_on != null && $Object.hasOwnProperty.call(message, "protection_on"))
                    writer.uint32(/* id 10, wireType 0 =*/80).bool(message.protection_on);
                if (message.progress_percent != null && $Object.hasOwnProperty.call(message, "progress_percent"))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.progress_percent);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Volume message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Volume
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Volume & assay.v1.Volume.$Shape} Volume
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Volume.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Volume();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mount = value;
                            else
                                delete message.mount;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device = value;
                            else
                                delete message.device;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.filesystem = value;
                            else
                                delete message.filesystem;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.encrypted = reader.bool();
                            message._encrypted = "encrypted";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.method = reader.stringVerify();
                            message._method = "method";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.basis = value;
                            else
                                delete message.basis;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.notes && message.notes.length))
                                message.notes = [];
                            message.notes.push(reader.stringVerify());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.protection_on = reader.bool();
                            message._protection_on = "protection_on";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.progress_percent = reader.uint32();
                            message._progress_percent = "progress_percent";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Volume message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Volume
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Volume} Volume
             */
            Volume.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Volume)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Volume: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Volume();
                if (object.mount != null)
                    if (typeof object.mount !== "string" || object.mount.length)
                        message.mount = $String(object.mount);
                if (object.role != null)
                    if (typeof object.role !== "string" || object.role.length)
                        message.role = $String(object.role);
                if (object.device != null)
                    if (typeof object.device !== "string" || object.device.length)
                        message.device = $String(object.device);
                if (object.filesystem != null)
                    if (typeof object.filesystem !== "string" || object.filesystem.length)
                        message.filesystem = $String(object.filesystem);
                if (object.encrypted != null)
                    message.encrypted = $Boolean(object.encrypted);
                if (object.state != null)
                    if (typeof object.state !== "string" || object.state.length)
                        message.state = $String(object.state);
                if (object.method != null)
                    message.method = $String(object.method);
                if (object.basis != null)
                    if (typeof object.basis !== "string" || object.basis.length)
                        message.basis = $String(object.basis);
                if (object.notes) {
                    if (!$Array.isArray(object.notes))
                        throw $TypeError(".assay.v1.Volume.notes: array expected");
                    message.notes = $Array(object.notes.length);
                    for (let i = 0; i < object.notes.length; ++i)
                        message.notes[i] = $String(object.notes[i]);
                }
                if (object.protection_on != null)
                    message.protection_on = $Boolean(object.protection_on);
                if (object.progress_percent != null)
                    message.progress_percent = object.progress_percent >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a Volume message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Volume
             * @static
             * @param {assay.v1.Volume} message Volume
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Volume.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.notes = [];
                if (options.defaults) {
                    object.mount = "";
                    object.role = "";
                    object.device = "";
                    object.filesystem = "";
                    object.state = "";
                    object.basis = "";
                }
                if (message.mount != null && $Object.hasOwnProperty.call(message, "mount"))
                    object.mount = message.mount;
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    object.role = message.role;
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    object.device = message.device;
                if (message.filesystem != null && $Object.hasOwnProperty.call(message, "filesystem"))
                    object.filesystem = message.filesystem;
                if (message.encrypted != null && $Object.hasOwnProperty.call(message, "encrypted"))
                    object.encrypted = message.encrypted;
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = message.state;
                if (message.method != null && $Object.hasOwnProperty.call(message, "method"))
                    object.method = message.method;
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis"))
                    object.basis = message.basis;
                if (message.notes && message.notes.length) {
                    object.notes = $Array(message.notes.length);
                    for (let j = 0; j < message.notes.length; ++j)
                        object.notes[j] = message.notes[j];
                }
                if (message.protection_on != null && $Object.hasOwnProperty.call(message, "protection_on"))
                    object.protection_on = message.protection_on;
                if (message.progress_percent != null && $Object.hasOwnProperty.call(message, "progress_percent"))
                    object.progress_percent = message.progress_percent;
                return object;
            };

            /**
             * Converts this Volume to JSON.
             * @function toJSON
             * @memberof assay.v1.Volume
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Volume.prototype.toJSON = function() {
                return Volume.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Volume;
        })();

        v1.Edr = (function() {

            /**
             * Properties of an Edr.
             * @typedef {Object} assay.v1.Edr.$Properties
             * @property {Array.<assay.v1.EdrProduct.$Properties>|null} [products] Edr products
             * @property {Array.<assay.v1.EdrAttestation.$Properties>|null} [attestations] Edr attestations
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Edr.
             * @memberof assay.v1
             * @interface IEdr
             * @augments assay.v1.Edr.$Properties
             * @deprecated Use assay.v1.Edr.$Properties instead.
             */

            /**
             * Shape of an Edr.
             * @typedef {assay.v1.Edr.$Properties} assay.v1.Edr.$Shape
             */

            /**
             * Constructs a new Edr.
             * @memberof assay.v1
             * @classdesc Represents an Edr.
             * @constructor
             * @param {assay.v1.Edr.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Edr = function (properties) {
                this.products = [];
                this.attestations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Edr products.
             * @member {Array.<assay.v1.EdrProduct.$Properties>} products
             * @memberof assay.v1.Edr
             * @instance
             */
            Edr.prototype.products = $util.emptyArray;

            /**
             * Edr attestations.
             * @member {Array.<assay.v1.EdrAttestation.$Properties>} attestations
             * @memberof assay.v1.Edr
             * @instance
             */
            Edr.prototype.attestations = $util.emptyArray;

            /**
             * Encodes the specified Edr message. Does not implicitly {@link assay.v1.Edr.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Edr
             * @static
             * @param {assay.v1.Edr.$Properties} message Edr message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Edr.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.products != null && message.products.length)
                    for (let i = 0; i < message.products.length; ++i)
                        $root.assay.v1.EdrProduct.encode(message.products[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.attestations != null && message.attestations.length)
                    for (let i = 0; i < message.attestations.length; ++i)
                        $root.assay.v1.EdrAttestation.encode(message.attestations[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Edr message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Edr
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Edr & assay.v1.Edr.$Shape} Edr
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Edr.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Edr();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.products && message.products.length))
                                message.products = [];
                            message.products.push($root.assay.v1.EdrProduct.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.attestations && message.attestations.length))
                                message.attestations = [];
                            message.attestations.push($root.assay.v1.EdrAttestation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Edr message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Edr
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Edr} Edr
             */
            Edr.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Edr)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Edr: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Edr();
                if (object.products) {
                    if (!$Array.isArray(object.products))
                        throw $TypeError(".assay.v1.Edr.products: array expected");
                    message.products = $Array(object.products.length);
                    for (let i = 0; i < object.products.length; ++i) {
                        if (!$util.isObject(object.products[i]))
                            throw $TypeError(".assay.v1.Edr.products: object expected");
                        message.products[i] = $root.assay.v1.EdrProduct.fromObject(object.products[i], _depth + 1);
                    }
                }
                if (object.attestations) {
                    if (!$Array.isArray(object.attestations))
                        throw $TypeError(".assay.v1.Edr.attestations: array expected");
                    message.attestations = $Array(object.attestations.length);
                    for (let i = 0; i < object.attestations.length; ++i) {
                        if (!$util.isObject(object.attestations[i]))
                            throw $TypeError(".assay.v1.Edr.attestations: object expected");
                        message.attestations[i] = $root.assay.v1.EdrAttestation.fromObject(object.attestations[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from an Edr message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Edr
             * @static
             * @param {assay.v1.Edr} message Edr
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Edr.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.products = [];
                    object.attestations = [];
                }
                if (message.products && message.products.length) {
                    object.products = $Array(message.products.length);
                    for (let j = 0; j < message.products.length; ++j)
                        object.products[j] = $root.assay.v1.EdrProduct.toObject(message.products[j], options, _depth + 1);
                }
                if (message.attestations && message.attestations.length) {
                    object.attestations = $Array(message.attestations.length);
                    for (let j = 0; j < message.attestations.length; ++j)
                        object.attestations[j] = $root.assay.v1.EdrAttestation.toObject(message.attestations[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Edr to JSON.
             * @function toJSON
             * @memberof assay.v1.Edr
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Edr.prototype.toJSON = function() {
                return Edr.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Edr;
        })();

        v1.EdrProduct = (function() {

            /**
             * Properties of an EdrProduct.
             * @typedef {Object} assay.v1.EdrProduct.$Properties
             * @property {string|null} [product] EdrProduct product
             * @property {string|null} [vendor] EdrProduct vendor
             * @property {string|null} [kind] EdrProduct kind
             * @property {boolean|null} [installed] EdrProduct installed
             * @property {boolean|null} [running] EdrProduct running
             * @property {boolean|null} [healthy] EdrProduct healthy
             * @property {string|null} [version] EdrProduct version
             * @property {boolean|null} [connected] EdrProduct connected
             * @property {number|null} [definitions_age_s] EdrProduct definitions_age_s
             * @property {boolean|null} [tamper_protection] EdrProduct tamper_protection
             * @property {string|null} [mode] EdrProduct mode
             * @property {string|null} [device_id] EdrProduct device_id
             * @property {Array.<assay.v1.EdrEvidence.$Properties>|null} [evidence] EdrProduct evidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EdrProduct.
             * @memberof assay.v1
             * @interface IEdrProduct
             * @augments assay.v1.EdrProduct.$Properties
             * @deprecated Use assay.v1.EdrProduct.$Properties instead.
             */

            /**
             * Shape of an EdrProduct.
             * @typedef {assay.v1.EdrProduct.$Properties} assay.v1.EdrProduct.$Shape
             */

            /**
             * Constructs a new EdrProduct.
             * @memberof assay.v1
             * @classdesc Represents an EdrProduct.
             * @constructor
             * @param {assay.v1.EdrProduct.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EdrProduct = function (properties) {
                this.evidence = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EdrProduct product.
             * @member {string} product
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.product = "";

            /**
             * EdrProduct vendor.
             * @member {string} vendor
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.vendor = "";

            /**
             * EdrProduct kind.
             * @member {string} kind
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.kind = "";

            /**
             * EdrProduct installed.
             * @member {boolean} installed
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.installed = false;

            /**
             * EdrProduct running.
             * @member {boolean|null|undefined} running
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.running = null;

            /**
             * EdrProduct healthy.
             * @member {boolean|null|undefined} healthy
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.healthy = null;

            /**
             * EdrProduct version.
             * @member {string|null|undefined} version
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.version = null;

            /**
             * EdrProduct connected.
             * @member {boolean|null|undefined} connected
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.connected = null;

            /**
             * EdrProduct definitions_age_s.
             * @member {number|null|undefined} definitions_age_s
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.definitions_age_s = null;

            /**
             * EdrProduct tamper_protection.
             * @member {boolean|null|undefined} tamper_protection
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.tamper_protection = null;

            /**
             * EdrProduct mode.
             * @member {string|null|undefined} mode
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.mode = null;

            /**
             * EdrProduct device_id.
             * @member {string|null|undefined} device_id
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.device_id = null;

            /**
             * EdrProduct evidence.
             * @member {Array.<assay.v1.EdrEvidence.$Properties>} evidence
             * @memberof assay.v1.EdrProduct
             * @instance
             */
            EdrProduct.prototype.evidence = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrProduct.prototype, "_running", {
                get: $util.oneOfGetter($oneOfFields = ["running"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrProduct.prototype, "_healthy", {
                get: $util.oneOfGetter($oneOfFields = ["healthy"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrProduct.prototype, "_version", {
                get: $util.oneOfGetter($oneOfFields = ["version"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrProduct.prototype, "_connected", {
                get: $util.oneOfGetter($oneOfFields = ["connected"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrProduct.prototype, "_definitions_age_s", {
                get: $util.oneOfGetter($oneOfFields = ["definitions_age_s"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrProduct.prototype, "_tamper_protection", {
                get: $util.oneOfGetter($oneOfFields = ["tamper_protection"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrProduct.prototype, "_mode", {
                get: $util.oneOfGetter($oneOfFields = ["mode"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrProduct.prototype, "_device_id", {
                get: $util.oneOfGetter($oneOfFields = ["device_id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified EdrProduct message. Does not implicitly {@link assay.v1.EdrProduct.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.EdrProduct
             * @static
             * @param {assay.v1.EdrProduct.$Properties} message EdrProduct message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EdrProduct.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.product != null && $Object.hasOwnProperty.call(message, "product") && message.product !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.product);
                if (message.vendor != null && $Object.hasOwnProperty.call(message, "vendor") && message.vendor !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.vendor);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.kind);
                if (message.installed != null && $Object.hasOwnProperty.call(message, "installed") && message.installed !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.installed);
                if (message.running != null && $Object.hasOwnProperty.call(message, "running"))
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.running);
                if (message.healthy != null && $Object.hasOwnProperty.call(message, "healthy"))
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.healthy);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.version);
                if (message.connected != null && $Object.hasOwnProperty.call(message, "connected"))
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.connected);
                if (message.definitions_age_s != null && $Object.hasOwnProperty.call(message, "definitions_age_s"))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.definitions_age_s);
                if (message.tamper_protection != null && $Object.hasOwnProperty.call(message, "tamper_protection"))
                    writer.uint32(/* id 11, wireType 0 =*/88).bool(message.tamper_protection);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.mode);
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    writer.uint32(/* id 13, wireType 2 =*/106).string(message.device_id);
                if (message.evidence != null && message.evidence.length)
                    for (let i = 0; i < message.evidence.length; ++i)
                        $root.assay.v1.EdrEvidence.encode(message.evidence[i], writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EdrProduct message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.EdrProduct
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.EdrProduct & assay.v1.EdrProduct.$Shape} EdrProduct
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EdrProduct.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.EdrProduct();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.product = value;
                            else
                                delete message.product;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vendor = value;
                            else
                                delete message.vendor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.installed = value;
                            else
                                delete message.installed;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.running = reader.bool();
                            message._running = "running";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.healthy = reader.bool();
                            message._healthy = "healthy";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.stringVerify();
                            message._version = "version";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.connected = reader.bool();
                            message._connected = "connected";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.definitions_age_s = reader.uint64();
                            message._definitions_age_s = "definitions_age_s";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.tamper_protection = reader.bool();
                            message._tamper_protection = "tamper_protection";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.mode = reader.stringVerify();
                            message._mode = "mode";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.device_id = reader.stringVerify();
                            message._device_id = "device_id";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (!(message.evidence && message.evidence.length))
                                message.evidence = [];
                            message.evidence.push($root.assay.v1.EdrEvidence.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EdrProduct message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.EdrProduct
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.EdrProduct} EdrProduct
             */
            EdrProduct.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.EdrProduct)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.EdrProduct: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.EdrProduct();
                if (object.product != null)
                    if (typeof object.product !== "string" || object.product.length)
                        message.product = $String(object.product);
                if (object.vendor != null)
                    if (typeof object.vendor !== "string" || object.vendor.length)
                        message.vendor = $String(object.vendor);
                if (object.kind != null)
                    if (typeof object.kind !== "string" || object.kind.length)
                        message.kind = $String(object.kind);
                if (object.installed != null)
                    if (object.installed)
                        message.installed = $Boolean(object.installed);
                if (object.running != null)
                    message.running = $Boolean(object.running);
                if (object.healthy != null)
                    message.healthy = $Boolean(object.healthy);
                if (object.version != null)
                    message.version = $String(object.version);
                if (object.connected != null)
                    message.connected = $Boolean(object.connected);
                if (object.definitions_age_s != null)
                    if ($util.Long)
                        message.definitions_age_s = $util.Long.fromValue(object.definitions_age_s, true);
                    else if (typeof object.definitions_age_s === "string")
                        message.definitions_age_s = $parseInt(object.definitions_age_s, 10);
                    else if (typeof object.definitions_age_s === "number")
                        message.definitions_age_s = object.definitions_age_s;
                    else if (typeof object.definitions_age_s === "object")
                        message.definitions_age_s = new $util.LongBits(object.definitions_age_s.low >>> 0, object.definitions_age_s.high >>> 0).toNumber(true);
                if (object.tamper_protection != null)
                    message.tamper_protection = $Boolean(object.tamper_protection);
                if (object.mode != null)
                    message.mode = $String(object.mode);
                if (object.device_id != null)
                    message.device_id = $String(object.device_id);
                if (object.evidence) {
                    if (!$Array.isArray(object.evidence))
                        throw $TypeError(".assay.v1.EdrProduct.evidence: array expected");
                    message.evidence = $Array(object.evidence.length);
                    for (let i = 0; i < object.evidence.length; ++i) {
                        if (!$util.isObject(object.evidence[i]))
                            throw $TypeError(".assay.v1.EdrProduct.evidence: object expected");
                        message.evidence[i] = $root.assay.v1.EdrEvidence.fromObject(object.evidence[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from an EdrProduct message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.EdrProduct
             * @static
             * @param {assay.v1.EdrProduct} message EdrProduct
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EdrProduct.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.evidence = [];
                if (options.defaults) {
                    object.product = "";
                    object.vendor = "";
                    object.kind = "";
                    object.installed = false;
                }
                if (message.product != null && $Object.hasOwnProperty.call(message, "product"))
                    object.product = message.product;
                if (message.vendor != null && $Object.hasOwnProperty.call(message, "vendor"))
                    object.vendor = message.vendor;
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = message.kind;
                if (message.installed != null && $Object.hasOwnProperty.call(message, "installed"))
                    object.installed = message.installed;
                if (message.running != null && $Object.hasOwnProperty.call(message, "running"))
                    object.running = message.running;
                if (message.healthy != null && $Object.hasOwnProperty.call(message, "healthy"))
                    object.healthy = message.healthy;
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.connected != null && $Object.hasOwnProperty.call(message, "connected"))
                    object.connected = message.connected;
                if (message.definitions_age_s != null && $Object.hasOwnProperty.call(message, "definitions_age_s"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.definitions_age_s = typeof message.definitions_age_s === "number" ? $BigInt(message.definitions_age_s) : $util.Long.fromBits(message.definitions_age_s.low >>> 0, message.definitions_age_s.high >>> 0, true).toBigInt();
                    else if (typeof message.definitions_age_s === "number")
                        object.definitions_age_s = options.longs === $String ? $String(message.definitions_age_s) : message.definitions_age_s;
                    else
                        object.definitions_age_s = options.longs === $String ? $util.Long.prototype.toString.call(message.definitions_age_s) : options.longs === $Number ? new $util.LongBits(message.definitions_age_s.low >>> 0, message.definitions_age_s.high >>> 0).toNumber(true) : message.definitions_age_s;
                if (message.tamper_protection != null && $Object.hasOwnProperty.call(message, "tamper_protection"))
                    object.tamper_protection = message.tamper_protection;
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                    object.mode = message.mode;
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.evidence && message.evidence.length) {
                    object.evidence = $Array(message.evidence.length);
                    for (let j = 0; j < message.evidence.length; ++j)
                        object.evidence[j] = $root.assay.v1.EdrEvidence.toObject(message.evidence[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this EdrProduct to JSON.
             * @function toJSON
             * @memberof assay.v1.EdrProduct
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EdrProduct.prototype.toJSON = function() {
                return EdrProduct.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EdrProduct;
        })();

        v1.EdrEvidence = (function() {

            /**
             * Properties of an EdrEvidence.
             * @typedef {Object} assay.v1.EdrEvidence.$Properties
             * @property {string|null} [kind] EdrEvidence kind
             * @property {string|null} [basis] EdrEvidence basis
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EdrEvidence.
             * @memberof assay.v1
             * @interface IEdrEvidence
             * @augments assay.v1.EdrEvidence.$Properties
             * @deprecated Use assay.v1.EdrEvidence.$Properties instead.
             */

            /**
             * Shape of an EdrEvidence.
             * @typedef {assay.v1.EdrEvidence.$Properties} assay.v1.EdrEvidence.$Shape
             */

            /**
             * Constructs a new EdrEvidence.
             * @memberof assay.v1
             * @classdesc Represents an EdrEvidence.
             * @constructor
             * @param {assay.v1.EdrEvidence.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EdrEvidence = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EdrEvidence kind.
             * @member {string} kind
             * @memberof assay.v1.EdrEvidence
             * @instance
             */
            EdrEvidence.prototype.kind = "";

            /**
             * EdrEvidence basis.
             * @member {string} basis
             * @memberof assay.v1.EdrEvidence
             * @instance
             */
            EdrEvidence.prototype.basis = "";

            /**
             * Encodes the specified EdrEvidence message. Does not implicitly {@link assay.v1.EdrEvidence.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.EdrEvidence
             * @static
             * @param {assay.v1.EdrEvidence.$Properties} message EdrEvidence message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EdrEvidence.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.kind);
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis") && message.basis !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.basis);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EdrEvidence message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.EdrEvidence
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.EdrEvidence & assay.v1.EdrEvidence.$Shape} EdrEvidence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EdrEvidence.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.EdrEvidence();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.basis = value;
                            else
                                delete message.basis;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EdrEvidence message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.EdrEvidence
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.EdrEvidence} EdrEvidence
             */
            EdrEvidence.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.EdrEvidence)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.EdrEvidence: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.EdrEvidence();
                if (object.kind != null)
                    if (typeof object.kind !== "string" || object.kind.length)
                        message.kind = $String(object.kind);
                if (object.basis != null)
                    if (typeof object.basis !== "string" || object.basis.length)
                        message.basis = $String(object.basis);
                return message;
            };

            /**
             * Creates a plain object from an EdrEvidence message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.EdrEvidence
             * @static
             * @param {assay.v1.EdrEvidence} message EdrEvidence
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EdrEvidence.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.kind = "";
                    object.basis = "";
                }
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = message.kind;
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis"))
                    object.basis = message.basis;
                return object;
            };

            /**
             * Converts this EdrEvidence to JSON.
             * @function toJSON
             * @memberof assay.v1.EdrEvidence
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EdrEvidence.prototype.toJSON = function() {
                return EdrEvidence.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EdrEvidence;
        })();

        v1.EdrAttestation = (function() {

            /**
             * Properties of an EdrAttestation.
             * @typedef {Object} assay.v1.EdrAttestation.$Properties
             * @property {string|null} [product] EdrAttestation product
             * @property {string|null} [format] EdrAttestation format
             * @property {string|null} [token] EdrAttestation token
             * @property {number|null} [overall] EdrAttestation overall
             * @property {number|null} [os] EdrAttestation os
             * @property {number|null} [sensor_config] EdrAttestation sensor_config
             * @property {string|null} [device_id] EdrAttestation device_id
             * @property {string|null} [serial] EdrAttestation serial
             * @property {number|null} [expires_at_ms] EdrAttestation expires_at_ms
             * @property {string|null} [source] EdrAttestation source
             * @property {string|null} [algorithm] EdrAttestation algorithm
             * @property {string|null} [key_id] EdrAttestation key_id
             * @property {number|null} [issued_at_ms] EdrAttestation issued_at_ms
             * @property {Array.<string>|null} [agrees] EdrAttestation agrees
             * @property {Array.<string>|null} [contradicts] EdrAttestation contradicts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EdrAttestation.
             * @memberof assay.v1
             * @interface IEdrAttestation
             * @augments assay.v1.EdrAttestation.$Properties
             * @deprecated Use assay.v1.EdrAttestation.$Properties instead.
             */

            /**
             * Shape of an EdrAttestation.
             * @typedef {assay.v1.EdrAttestation.$Properties} assay.v1.EdrAttestation.$Shape
             */

            /**
             * Constructs a new EdrAttestation.
             * @memberof assay.v1
             * @classdesc Represents an EdrAttestation.
             * @constructor
             * @param {assay.v1.EdrAttestation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EdrAttestation = function (properties) {
                this.agrees = [];
                this.contradicts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EdrAttestation product.
             * @member {string} product
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.product = "";

            /**
             * EdrAttestation format.
             * @member {string} format
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.format = "";

            /**
             * EdrAttestation token.
             * @member {string} token
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.token = "";

            /**
             * EdrAttestation overall.
             * @member {number|null|undefined} overall
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.overall = null;

            /**
             * EdrAttestation os.
             * @member {number|null|undefined} os
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.os = null;

            /**
             * EdrAttestation sensor_config.
             * @member {number|null|undefined} sensor_config
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.sensor_config = null;

            /**
             * EdrAttestation device_id.
             * @member {string|null|undefined} device_id
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.device_id = null;

            /**
             * EdrAttestation serial.
             * @member {string|null|undefined} serial
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.serial = null;

            /**
             * EdrAttestation expires_at_ms.
             * @member {number|null|undefined} expires_at_ms
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.expires_at_ms = null;

            /**
             * EdrAttestation source.
             * @member {string} source
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.source = "";

            /**
             * EdrAttestation algorithm.
             * @member {string} algorithm
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.algorithm = "";

            /**
             * EdrAttestation key_id.
             * @member {string|null|undefined} key_id
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.key_id = null;

            /**
             * EdrAttestation issued_at_ms.
             * @member {number|null|undefined} issued_at_ms
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.issued_at_ms = null;

            /**
             * EdrAttestation agrees.
             * @member {Array.<string>} agrees
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.agrees = $util.emptyArray;

            /**
             * EdrAttestation contradicts.
             * @member {Array.<string>} contradicts
             * @memberof assay.v1.EdrAttestation
             * @instance
             */
            EdrAttestation.prototype.contradicts = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrAttestation.prototype, "_overall", {
                get: $util.oneOfGetter($oneOfFields = ["overall"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrAttestation.prototype, "_os", {
                get: $util.oneOfGetter($oneOfFields = ["os"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrAttestation.prototype, "_sensor_config", {
                get: $util.oneOfGetter($oneOfFields = ["sensor_config"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrAttestation.prototype, "_device_id", {
                get: $util.oneOfGetter($oneOfFields = ["device_id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrAttestation.prototype, "_serial", {
                get: $util.oneOfGetter($oneOfFields = ["serial"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrAttestation.prototype, "_expires_at_ms", {
                get: $util.oneOfGetter($oneOfFields = ["expires_at_ms"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrAttestation.prototype, "_key_id", {
                get: $util.oneOfGetter($oneOfFields = ["key_id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EdrAttestation.prototype, "_issued_at_ms", {
                get: $util.oneOfGetter($oneOfFields = ["issued_at_ms"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified EdrAttestation message. Does not implicitly {@link assay.v1.EdrAttestation.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.EdrAttestation
             * @static
             * @param {assay.v1.EdrAttestation.$Properties} message EdrAttestation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EdrAttestation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.product != null && $Object.hasOwnProperty.call(message, "product") && message.product !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.product);
                if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.format);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.token);
                if (message.overall != null && $Object.hasOwnProperty.call(message, "overall"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.overall);
                if (message.os != null && $Object.hasOwnProperty.call(message, "os"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.os);
                if (message.sensor_config != null && $Object.hasOwnProperty.call(message, "sensor_config"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.sensor_config);
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.device_id);
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.serial);
                if (message.expires_at_ms != null && $Object.hasOwnProperty.call(message, "expires_at_ms"))
                    writer.uint32(/* id 9, wireType 0 =*/72).int64(message.expires_at_ms);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.source);
                if (message.algorithm != null && $Object.hasOwnProperty.call(message, "algorithm") && message.algorithm !== "")
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.algorithm);
                if (message.key_id != null && $Object.hasOwnProperty.call(message, "key_id"))
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.key_id);
                if (message.issued_at_ms != null && $Object.hasOwnProperty.call(message, "issued_at_ms"))
                    writer.uint32(/* id 13, wireType 0 =*/104).int64(message.issued_at_ms);
                if (message.agrees != null && message.agrees.length)
                    for (let i = 0; i < message.agrees.length; ++i)
                        writer.uint32(/* id 14, wireType 2 =*/114).string(message.agrees[i]);
                if (message.contradicts != null && message.contradicts.length)
                    for (let i = 0; i < message.contradicts.length; ++i)
                        writer.uint32(/* id 15, wireType 2 =*/122).string(message.contradicts[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EdrAttestation message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.EdrAttestation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.EdrAttestation & assay.v1.EdrAttestation.$Shape} EdrAttestation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EdrAttestation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.EdrAttestation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.product = value;
                            else
                                delete message.product;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.format = value;
                            else
                                delete message.format;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.overall = reader.uint32();
                            message._overall = "overall";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.os = reader.uint32();
                            message._os = "os";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.sensor_config = reader.uint32();
                            message._sensor_config = "sensor_config";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.device_id = reader.stringVerify();
                            message._device_id = "device_id";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.serial = reader.stringVerify();
                            message._serial = "serial";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.expires_at_ms = reader.int64();
                            message._expires_at_ms = "expires_at_ms";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.algorithm = value;
                            else
                                delete message.algorithm;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.key_id = reader.stringVerify();
                            message._key_id = "key_id";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            message.issued_at_ms = reader.int64();
                            message._issued_at_ms = "issued_at_ms";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (!(message.agrees && message.agrees.length))
                                message.agrees = [];
                            message.agrees.push(reader.stringVerify());
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if (!(message.contradicts && message.contradicts.length))
                                message.contradicts = [];
                            message.contradicts.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EdrAttestation message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.EdrAttestation
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.EdrAttestation} EdrAttestation
             */
            EdrAttestation.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.EdrAttestation)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.EdrAttestation: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.EdrAttestation();
                if (object.product != null)
                    if (typeof object.product !== "string" || object.product.length)
                        message.product = $String(object.product);
                if (object.format != null)
                    if (typeof object.format !== "string" || object.format.length)
                        message.format = $String(object.format);
                if (object.token != null)
                    if (typeof object.token !== "string" || object.token.length)
                        message.token = $String(object.token);
                if (object.overall != null)
                    message.overall = object.overall >>> 0;
                if (object.os != null)
                    message.os = object.os >>> 0;
                if (object.sensor_config != null)
                    message.sensor_config = object.sensor_config >>> 0;
                if (object.device_id != null)
                    message.device_id = $String(object.device_id);
                if (object.serial != null)
                    message.serial = $String(object.serial);
                if (object.expires_at_ms != null)
                    if ($util.Long)
                        message.expires_at_ms = $util.Long.fromValue(object.expires_at_ms, false);
                    else if (typeof object.expires_at_ms === "string")
                        message.expires_at_ms = $parseInt(object.expires_at_ms, 10);
                    else if (typeof object.expires_at_ms === "number")
                        message.expires_at_ms = object.expires_at_ms;
                    else if (typeof object.expires_at_ms === "object")
                        message.expires_at_ms = new $util.LongBits(object.expires_at_ms.low >>> 0, object.expires_at_ms.high >>> 0).toNumber();
                if (object.source != null)
                    if (typeof object.source !== "string" || object.source.length)
                        message.source = $String(object.source);
                if (object.algorithm != null)
                    if (typeof object.algorithm !== "string" || object.algorithm.length)
                        message.algorithm = $String(object.algorithm);
                if (object.key_id != null)
                    message.key_id = $String(object.key_id);
                if (object.issued_at_ms != null)
                    if ($util.Long)
                        message.issued_at_ms = $util.Long.fromValue(object.issued_at_ms, false);
                    else if (typeof object.issued_at_ms === "string")
                        message.issued_at_ms = $parseInt(object.issued_at_ms, 10);
                    else if (typeof object.issued_at_ms === "number")
                        message.issued_at_ms = object.issued_at_ms;
                    else if (typeof object.issued_at_ms === "object")
                        message.issued_at_ms = new $util.LongBits(object.issued_at_ms.low >>> 0, object.issued_at_ms.high >>> 0).toNumber();
                if (object.agrees) {
                    if (!$Array.isArray(object.agrees))
                        throw $TypeError(".assay.v1.EdrAttestation.agrees: array expected");
                    message.agrees = $Array(object.agrees.length);
                    for (let i = 0; i < object.agrees.length; ++i)
                        message.agrees[i] = $String(object.agrees[i]);
                }
                if (object.contradicts) {
                    if (!$Array.isArray(object.contradicts))
                        throw $TypeError(".assay.v1.EdrAttestation.contradicts: array expected");
                    message.contradicts = $Array(object.contradicts.length);
                    for (let i = 0; i < object.contradicts.length; ++i)
                        message.contradicts[i] = $String(object.contradicts[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from an EdrAttestation message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.EdrAttestation
             * @static
             * @param {assay.v1.EdrAttestation} message EdrAttestation
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EdrAttestation.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.agrees = [];
                    object.contradicts = [];
                }
                if (options.defaults) {
                    object.product = "";
                    object.format = "";
                    object.token = "";
                    object.source = "";
                    object.algorithm = "";
                }
                if (message.product != null && $Object.hasOwnProperty.call(message, "product"))
                    object.product = message.product;
                if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                    object.format = message.format;
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    object.token = message.token;
                if (message.overall != null && $Object.hasOwnProperty.call(message, "overall"))
                    object.overall = message.overall;
                if (message.os != null && $Object.hasOwnProperty.call(message, "os"))
                    object.os = message.os;
                if (message.sensor_config != null && $Object.hasOwnProperty.call(message, "sensor_config"))
                    object.sensor_config = message.sensor_config;
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    object.serial = message.serial;
                if (message.expires_at_ms != null && $Object.hasOwnProperty.call(message, "expires_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.expires_at_ms = typeof message.expires_at_ms === "number" ? $BigInt(message.expires_at_ms) : $util.Long.fromBits(message.expires_at_ms.low >>> 0, message.expires_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.expires_at_ms === "number")
                        object.expires_at_ms = options.longs === $String ? $String(message.expires_at_ms) : message.expires_at_ms;
                    else
                        object.expires_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.expires_at_ms) : options.longs === $Number ? new $util.LongBits(message.expires_at_ms.low >>> 0, message.expires_at_ms.high >>> 0).toNumber() : message.expires_at_ms;
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    object.source = message.source;
                if (message.algorithm != null && $Object.hasOwnProperty.call(message, "algorithm"))
                    object.algorithm = message.algorithm;
                if (message.key_id != null && $Object.hasOwnProperty.call(message, "key_id"))
                    object.key_id = message.key_id;
                if (message.issued_at_ms != null && $Object.hasOwnProperty.call(message, "issued_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.issued_at_ms = typeof message.issued_at_ms === "number" ? $BigInt(message.issued_at_ms) : $util.Long.fromBits(message.issued_at_ms.low >>> 0, message.issued_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.issued_at_ms === "number")
                        object.issued_at_ms = options.longs === $String ? $String(message.issued_at_ms) : message.issued_at_ms;
                    else
                        object.issued_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.issued_at_ms) : options.longs === $Number ? new $util.LongBits(message.issued_at_ms.low >>> 0, message.issued_at_ms.high >>> 0).toNumber() : message.issued_at_ms;
                if (message.agrees && message.agrees.length) {
                    object.agrees = $Array(message.agrees.length);
                    for (let j = 0; j < message.agrees.length; ++j)
                        object.agrees[j] = message.agrees[j];
                }
                if (message.contradicts && message.contradicts.length) {
                    object.contradicts = $Array(message.contradicts.length);
                    for (let j = 0; j < message.contradicts.length; ++j)
                        object.contradicts[j] = message.contradicts[j];
                }
                return object;
            };

            /**
             * Converts this EdrAttestation to JSON.
             * @function toJSON
             * @memberof assay.v1.EdrAttestation
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EdrAttestation.prototype.toJSON = function() {
                return EdrAttestation.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EdrAttestation;
        })();

        v1.Firewall = (function() {

            /**
             * Properties of a Firewall.
             * @typedef {Object} assay.v1.Firewall.$Properties
             * @property {boolean|null} [enabled] Firewall enabled
             * @property {string|null} [backend] Firewall backend
             * @property {Array.<string>|null} [evidence] Firewall evidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Firewall.
             * @memberof assay.v1
             * @interface IFirewall
             * @augments assay.v1.Firewall.$Properties
             * @deprecated Use assay.v1.Firewall.$Properties instead.
             */

            /**
             * Shape of a Firewall.
             * @typedef {assay.v1.Firewall.$Properties} assay.v1.Firewall.$Shape
             */

            /**
             * Constructs a new Firewall.
             * @memberof assay.v1
             * @classdesc Represents a Firewall.
             * @constructor
             * @param {assay.v1.Firewall.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Firewall = function (properties) {
                this.evidence = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Firewall enabled.
             * @member {boolean} enabled
             * @memberof assay.v1.Firewall
             * @instance
             */
            Firewall.prototype.enabled = false;

            /**
             * Firewall backend.
             * @member {string} backend
             * @memberof assay.v1.Firewall
             * @instance
             */
            Firewall.prototype.backend = "";

            /**
             * Firewall evidence.
             * @member {Array.<string>} evidence
             * @memberof assay.v1.Firewall
             * @instance
             */
            Firewall.prototype.evidence = $util.emptyArray;

            /**
             * Encodes the specified Firewall message. Does not implicitly {@link assay.v1.Firewall.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Firewall
             * @static
             * @param {assay.v1.Firewall.$Properties} message Firewall message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Firewall.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled") && message.enabled !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.enabled);
                if (message.backend != null && $Object.hasOwnProperty.call(message, "backend") && message.backend !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.backend);
                if (message.evidence != null && message.evidence.length)
                    for (let i = 0; i < message.evidence.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.evidence[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Firewall message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Firewall
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Firewall & assay.v1.Firewall.$Shape} Firewall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Firewall.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Firewall();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enabled = value;
                            else
                                delete message.enabled;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.backend = value;
                            else
                                delete message.backend;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.evidence && message.evidence.length))
                                message.evidence = [];
                            message.evidence.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Firewall message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Firewall
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Firewall} Firewall
             */
            Firewall.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Firewall)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Firewall: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Firewall();
                if (object.enabled != null)
                    if (object.enabled)
                        message.enabled = $Boolean(object.enabled);
                if (object.backend != null)
                    if (typeof object.backend !== "string" || object.backend.length)
                        message.backend = $String(object.backend);
                if (object.evidence) {
                    if (!$Array.isArray(object.evidence))
                        throw $TypeError(".assay.v1.Firewall.evidence: array expected");
                    message.evidence = $Array(object.evidence.length);
                    for (let i = 0; i < object.evidence.length; ++i)
                        message.evidence[i] = $String(object.evidence[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a Firewall message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Firewall
             * @static
             * @param {assay.v1.Firewall} message Firewall
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Firewall.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.evidence = [];
                if (options.defaults) {
                    object.enabled = false;
                    object.backend = "";
                }
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled"))
                    object.enabled = message.enabled;
                if (message.backend != null && $Object.hasOwnProperty.call(message, "backend"))
                    object.backend = message.backend;
                if (message.evidence && message.evidence.length) {
                    object.evidence = $Array(message.evidence.length);
                    for (let j = 0; j < message.evidence.length; ++j)
                        object.evidence[j] = message.evidence[j];
                }
                return object;
            };

            /**
             * Converts this Firewall to JSON.
             * @function toJSON
             * @memberof assay.v1.Firewall
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Firewall.prototype.toJSON = function() {
                return Firewall.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Firewall;
        })();

        v1.SecureBoot = (function() {

            /**
             * Properties of a SecureBoot.
             * @typedef {Object} assay.v1.SecureBoot.$Properties
             * @property {boolean|null} [enabled] SecureBoot enabled
             * @property {boolean|null} [setup_mode] SecureBoot setup_mode
             * @property {boolean|null} [loader_validation] SecureBoot loader_validation
             * @property {string|null} [level] SecureBoot level
             * @property {Array.<string>|null} [untold] SecureBoot untold
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SecureBoot.
             * @memberof assay.v1
             * @interface ISecureBoot
             * @augments assay.v1.SecureBoot.$Properties
             * @deprecated Use assay.v1.SecureBoot.$Properties instead.
             */

            /**
             * Shape of a SecureBoot.
             * @typedef {assay.v1.SecureBoot.$Properties} assay.v1.SecureBoot.$Shape
             */

            /**
             * Constructs a new SecureBoot.
             * @memberof assay.v1
             * @classdesc Represents a SecureBoot.
             * @constructor
             * @param {assay.v1.SecureBoot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SecureBoot = function (properties) {
                this.untold = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SecureBoot enabled.
             * @member {boolean} enabled
             * @memberof assay.v1.SecureBoot
             * @instance
             */
            SecureBoot.prototype.enabled = false;

            /**
             * SecureBoot setup_mode.
             * @member {boolean} setup_mode
             * @memberof assay.v1.SecureBoot
             * @instance
             */
            SecureBoot.prototype.setup_mode = false;

            /**
             * SecureBoot loader_validation.
             * @member {boolean|null|undefined} loader_validation
             * @memberof assay.v1.SecureBoot
             * @instance
             */
            SecureBoot.prototype.loader_validation = null;

            /**
             * SecureBoot level.
             * @member {string|null|undefined} level
             * @memberof assay.v1.SecureBoot
             * @instance
             */
            SecureBoot.prototype.level = null;

            /**
             * SecureBoot untold.
             * @member {Array.<string>} untold
             * @memberof assay.v1.SecureBoot
             * @instance
             */
            SecureBoot.prototype.untold = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SecureBoot.prototype, "_loader_validation", {
                get: $util.oneOfGetter($oneOfFields = ["loader_validation"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SecureBoot.prototype, "_level", {
                get: $util.oneOfGetter($oneOfFields = ["level"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified SecureBoot message. Does not implicitly {@link assay.v1.SecureBoot.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.SecureBoot
             * @static
             * @param {assay.v1.SecureBoot.$Properties} message SecureBoot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SecureBoot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled") && message.enabled !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.enabled);
                if (message.setup_mode != null && $Object.hasOwnProperty.call(message, "setup_mode") && message.setup_mode !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.setup_mode);
                if (message.loader_validation != null && $Object.hasOwnProperty.call(message, "loader_validation"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.loader_validation);
                if (message.level != null && $Object.hasOwnProperty.call(message, "level"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.level);
                if (message.untold != null && message.untold.length)
                    for (let i = 0; i < message.untold.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.untold[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SecureBoot message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.SecureBoot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.SecureBoot & assay.v1.SecureBoot.$Shape} SecureBoot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SecureBoot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.SecureBoot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enabled = value;
                            else
                                delete message.enabled;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.setup_mode = value;
                            else
                                delete message.setup_mode;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.loader_validation = reader.bool();
                            message._loader_validation = "loader_validation";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.level = reader.stringVerify();
                            message._level = "level";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.untold && message.untold.length))
                                message.untold = [];
                            message.untold.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SecureBoot message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.SecureBoot
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.SecureBoot} SecureBoot
             */
            SecureBoot.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.SecureBoot)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.SecureBoot: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.SecureBoot();
                if (object.enabled != null)
                    if (object.enabled)
                        message.enabled = $Boolean(object.enabled);
                if (object.setup_mode != null)
                    if (object.setup_mode)
                        message.setup_mode = $Boolean(object.setup_mode);
                if (object.loader_validation != null)
                    message.loader_validation = $Boolean(object.loader_validation);
                if (object.level != null)
                    message.level = $String(object.level);
                if (object.untold) {
                    if (!$Array.isArray(object.untold))
                        throw $TypeError(".assay.v1.SecureBoot.untold: array expected");
                    message.untold = $Array(object.untold.length);
                    for (let i = 0; i < object.untold.length; ++i)
                        message.untold[i] = $String(object.untold[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a SecureBoot message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.SecureBoot
             * @static
             * @param {assay.v1.SecureBoot} message SecureBoot
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SecureBoot.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.untold = [];
                if (options.defaults) {
                    object.enabled = false;
                    object.setup_mode = false;
                }
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled"))
                    object.enabled = message.enabled;
                if (message.setup_mode != null && $Object.hasOwnProperty.call(message, "setup_mode"))
                    object.setup_mode = message.setup_mode;
                if (message.loader_validation != null && $Object.hasOwnProperty.call(message, "loader_validation"))
                    object.loader_validation = message.loader_validation;
                if (message.level != null && $Object.hasOwnProperty.call(message, "level"))
                    object.level = message.level;
                if (message.untold && message.untold.length) {
                    object.untold = $Array(message.untold.length);
                    for (let j = 0; j < message.untold.length; ++j)
                        object.untold[j] = message.untold[j];
                }
                return object;
            };

            /**
             * Converts this SecureBoot to JSON.
             * @function toJSON
             * @memberof assay.v1.SecureBoot
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SecureBoot.prototype.toJSON = function() {
                return SecureBoot.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SecureBoot;
        })();

        v1.Tpm = (function() {

            /**
             * Properties of a Tpm.
             * @typedef {Object} assay.v1.Tpm.$Properties
             * @property {string|null} [version] Tpm version
             * @property {string|null} [manufacturer] Tpm manufacturer
             * @property {string|null} [kind] Tpm kind
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Tpm.
             * @memberof assay.v1
             * @interface ITpm
             * @augments assay.v1.Tpm.$Properties
             * @deprecated Use assay.v1.Tpm.$Properties instead.
             */

            /**
             * Shape of a Tpm.
             * @typedef {assay.v1.Tpm.$Properties} assay.v1.Tpm.$Shape
             */

            /**
             * Constructs a new Tpm.
             * @memberof assay.v1
             * @classdesc Represents a Tpm.
             * @constructor
             * @param {assay.v1.Tpm.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Tpm = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Tpm version.
             * @member {string} version
             * @memberof assay.v1.Tpm
             * @instance
             */
            Tpm.prototype.version = "";

            /**
             * Tpm manufacturer.
             * @member {string|null|undefined} manufacturer
             * @memberof assay.v1.Tpm
             * @instance
             */
            Tpm.prototype.manufacturer = null;

            /**
             * Tpm kind.
             * @member {string|null|undefined} kind
             * @memberof assay.v1.Tpm
             * @instance
             */
            Tpm.prototype.kind = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Tpm.prototype, "_manufacturer", {
                get: $util.oneOfGetter($oneOfFields = ["manufacturer"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Tpm.prototype, "_kind", {
                get: $util.oneOfGetter($oneOfFields = ["kind"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Tpm message. Does not implicitly {@link assay.v1.Tpm.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Tpm
             * @static
             * @param {assay.v1.Tpm.$Properties} message Tpm message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Tpm.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.version);
                if (message.manufacturer != null && $Object.hasOwnProperty.call(message, "manufacturer"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.manufacturer);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.kind);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Tpm message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Tpm
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Tpm & assay.v1.Tpm.$Shape} Tpm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Tpm.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Tpm();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.manufacturer = reader.stringVerify();
                            message._manufacturer = "manufacturer";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.kind = reader.stringVerify();
                            message._kind = "kind";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Tpm message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Tpm
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Tpm} Tpm
             */
            Tpm.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Tpm)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Tpm: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Tpm();
                if (object.version != null)
                    if (typeof object.version !== "string" || object.version.length)
                        message.version = $String(object.version);
                if (object.manufacturer != null)
                    message.manufacturer = $String(object.manufacturer);
                if (object.kind != null)
                    message.kind = $String(object.kind);
                return message;
            };

            /**
             * Creates a plain object from a Tpm message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Tpm
             * @static
             * @param {assay.v1.Tpm} message Tpm
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Tpm.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.version = "";
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.manufacturer != null && $Object.hasOwnProperty.call(message, "manufacturer"))
                    object.manufacturer = message.manufacturer;
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = message.kind;
                return object;
            };

            /**
             * Converts this Tpm to JSON.
             * @function toJSON
             * @memberof assay.v1.Tpm
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Tpm.prototype.toJSON = function() {
                return Tpm.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Tpm;
        })();

        v1.ScreenLock = (function() {

            /**
             * Properties of a ScreenLock.
             * @typedef {Object} assay.v1.ScreenLock.$Properties
             * @property {boolean|null} [enabled] ScreenLock enabled
             * @property {number|null} [idle_timeout_s] ScreenLock idle_timeout_s
             * @property {number|null} [lock_delay_s] ScreenLock lock_delay_s
             * @property {boolean|null} [enforced] ScreenLock enforced
             * @property {string|null} [source] ScreenLock source
             * @property {Array.<string>|null} [evidence] ScreenLock evidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ScreenLock.
             * @memberof assay.v1
             * @interface IScreenLock
             * @augments assay.v1.ScreenLock.$Properties
             * @deprecated Use assay.v1.ScreenLock.$Properties instead.
             */

            /**
             * Shape of a ScreenLock.
             * @typedef {assay.v1.ScreenLock.$Properties} assay.v1.ScreenLock.$Shape
             */

            /**
             * Constructs a new ScreenLock.
             * @memberof assay.v1
             * @classdesc Represents a ScreenLock.
             * @constructor
             * @param {assay.v1.ScreenLock.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ScreenLock = function (properties) {
                this.evidence = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ScreenLock enabled.
             * @member {boolean} enabled
             * @memberof assay.v1.ScreenLock
             * @instance
             */
            ScreenLock.prototype.enabled = false;

            /**
             * ScreenLock idle_timeout_s.
             * @member {number|null|undefined} idle_timeout_s
             * @memberof assay.v1.ScreenLock
             * @instance
             */
            ScreenLock.prototype.idle_timeout_s = null;

            /**
             * ScreenLock lock_delay_s.
             * @member {number|null|undefined} lock_delay_s
             * @memberof assay.v1.ScreenLock
             * @instance
             */
            ScreenLock.prototype.lock_delay_s = null;

            /**
             * ScreenLock enforced.
             * @member {boolean|null|undefined} enforced
             * @memberof assay.v1.ScreenLock
             * @instance
             */
            ScreenLock.prototype.enforced = null;

            /**
             * ScreenLock source.
             * @member {string} source
             * @memberof assay.v1.ScreenLock
             * @instance
             */
            ScreenLock.prototype.source = "";

            /**
             * ScreenLock evidence.
             * @member {Array.<string>} evidence
             * @memberof assay.v1.ScreenLock
             * @instance
             */
            ScreenLock.prototype.evidence = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScreenLock.prototype, "_idle_timeout_s", {
                get: $util.oneOfGetter($oneOfFields = ["idle_timeout_s"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScreenLock.prototype, "_lock_delay_s", {
                get: $util.oneOfGetter($oneOfFields = ["lock_delay_s"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ScreenLock.prototype, "_enforced", {
                get: $util.oneOfGetter($oneOfFields = ["enforced"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified ScreenLock message. Does not implicitly {@link assay.v1.ScreenLock.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.ScreenLock
             * @static
             * @param {assay.v1.ScreenLock.$Properties} message ScreenLock message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ScreenLock.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled") && message.enabled !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.enabled);
                if (message.idle_timeout_s != null && $Object.hasOwnProperty.call(message, "idle_timeout_s"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.idle_timeout_s);
                if (message.lock_delay_s != null && $Object.hasOwnProperty.call(message, "lock_delay_s"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.lock_delay_s);
                if (message.enforced != null && $Object.hasOwnProperty.call(message, "enforced"))
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.enforced);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.source);
                if (message.evidence != null && message.evidence.length)
                    for (let i = 0; i < message.evidence.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.evidence[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ScreenLock message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.ScreenLock
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.ScreenLock & assay.v1.ScreenLock.$Shape} ScreenLock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ScreenLock.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.ScreenLock();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enabled = value;
                            else
                                delete message.enabled;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.idle_timeout_s = reader.uint32();
                            message._idle_timeout_s = "idle_timeout_s";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.lock_delay_s = reader.uint32();
                            message._lock_delay_s = "lock_delay_s";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.enforced = reader.bool();
                            message._enforced = "enforced";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.evidence && message.evidence.length))
                                message.evidence = [];
                            message.evidence.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ScreenLock message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.ScreenLock
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.ScreenLock} ScreenLock
             */
            ScreenLock.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.ScreenLock)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.ScreenLock: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.ScreenLock();
                if (object.enabled != null)
                    if (object.enabled)
                        message.enabled = $Boolean(object.enabled);
                if (object.idle_timeout_s != null)
                    message.idle_timeout_s = object.idle_timeout_s >>> 0;
                if (object.lock_delay_s != null)
                    message.lock_delay_s = object.lock_delay_s >>> 0;
                if (object.enforced != null)
                    message.enforced = $Boolean(object.enforced);
                if (object.source != null)
                    if (typeof object.source !== "string" || object.source.length)
                        message.source = $String(object.source);
                if (object.evidence) {
                    if (!$Array.isArray(object.evidence))
                        throw $TypeError(".assay.v1.ScreenLock.evidence: array expected");
                    message.evidence = $Array(object.evidence.length);
                    for (let i = 0; i < object.evidence.length; ++i)
                        message.evidence[i] = $String(object.evidence[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a ScreenLock message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.ScreenLock
             * @static
             * @param {assay.v1.ScreenLock} message ScreenLock
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ScreenLock.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.evidence = [];
                if (options.defaults) {
                    object.enabled = false;
                    object.source = "";
                }
                if (message.enabled != null && $Object.hasOwnProperty.call(message, "enabled"))
                    object.enabled = message.enabled;
                if (message.idle_timeout_s != null && $Object.hasOwnProperty.call(message, "idle_timeout_s"))
                    object.idle_timeout_s = message.idle_timeout_s;
                if (message.lock_delay_s != null && $Object.hasOwnProperty.call(message, "lock_delay_s"))
                    object.lock_delay_s = message.lock_delay_s;
                if (message.enforced != null && $Object.hasOwnProperty.call(message, "enforced"))
                    object.enforced = message.enforced;
                if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                    object.source = message.source;
                if (message.evidence && message.evidence.length) {
                    object.evidence = $Array(message.evidence.length);
                    for (let j = 0; j < message.evidence.length; ++j)
                        object.evidence[j] = message.evidence[j];
                }
                return object;
            };

            /**
             * Converts this ScreenLock to JSON.
             * @function toJSON
             * @memberof assay.v1.ScreenLock
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ScreenLock.prototype.toJSON = function() {
                return ScreenLock.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ScreenLock;
        })();

        v1.KernelIntegrity = (function() {

            /**
             * Properties of a KernelIntegrity.
             * @typedef {Object} assay.v1.KernelIntegrity.$Properties
             * @property {string|null} [lockdown] KernelIntegrity lockdown
             * @property {Array.<string>|null} [security_modules] KernelIntegrity security_modules
             * @property {string|null} [mandatory_access] KernelIntegrity mandatory_access
             * @property {boolean|null} [module_signatures] KernelIntegrity module_signatures
             * @property {number|null} [taint] KernelIntegrity taint
             * @property {Array.<string>|null} [taint_reasons] KernelIntegrity taint_reasons
             * @property {boolean|null} [system_integrity_protection] KernelIntegrity system_integrity_protection
             * @property {boolean|null} [sealed_system] KernelIntegrity sealed_system
             * @property {boolean|null} [gatekeeper] KernelIntegrity gatekeeper
             * @property {string|null} [malware_definitions] KernelIntegrity malware_definitions
             * @property {boolean|null} [virtualization_security] KernelIntegrity virtualization_security
             * @property {boolean|null} [code_integrity] KernelIntegrity code_integrity
             * @property {boolean|null} [credential_guard] KernelIntegrity credential_guard
             * @property {boolean|null} [test_signing] KernelIntegrity test_signing
             * @property {boolean|null} [kernel_debug] KernelIntegrity kernel_debug
             * @property {boolean|null} [developer_mode] KernelIntegrity developer_mode
             * @property {boolean|null} [lsa_protection] KernelIntegrity lsa_protection
             * @property {boolean|null} [uac] KernelIntegrity uac
             * @property {Array.<string>|null} [evidence] KernelIntegrity evidence
             * @property {Array.<string>|null} [untold] KernelIntegrity untold
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KernelIntegrity.
             * @memberof assay.v1
             * @interface IKernelIntegrity
             * @augments assay.v1.KernelIntegrity.$Properties
             * @deprecated Use assay.v1.KernelIntegrity.$Properties instead.
             */

            /**
             * Shape of a KernelIntegrity.
             * @typedef {assay.v1.KernelIntegrity.$Properties} assay.v1.KernelIntegrity.$Shape
             */

            /**
             * Constructs a new KernelIntegrity.
             * @memberof assay.v1
             * @classdesc Represents a KernelIntegrity.
             * @constructor
             * @param {assay.v1.KernelIntegrity.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KernelIntegrity = function (properties) {
                this.security_modules = [];
                this.taint_reasons = [];
                this.evidence = [];
                this.untold = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KernelIntegrity lockdown.
             * @member {string|null|undefined} lockdown
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.lockdown = null;

            /**
             * KernelIntegrity security_modules.
             * @member {Array.<string>} security_modules
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.security_modules = $util.emptyArray;

            /**
             * KernelIntegrity mandatory_access.
             * @member {string|null|undefined} mandatory_access
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.mandatory_access = null;

            /**
             * KernelIntegrity module_signatures.
             * @member {boolean|null|undefined} module_signatures
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.module_signatures = null;

            /**
             * KernelIntegrity taint.
             * @member {number|null|undefined} taint
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.taint = null;

            /**
             * KernelIntegrity taint_reasons.
             * @member {Array.<string>} taint_reasons
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.taint_reasons = $util.emptyArray;

            /**
             * KernelIntegrity system_integrity_protection.
             * @member {boolean|null|undefined} system_integrity_protection
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.system_integrity_protection = null;

            /**
             * KernelIntegrity sealed_system.
             * @member {boolean|null|undefined} sealed_system
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.sealed_system = null;

            /**
             * KernelIntegrity gatekeeper.
             * @member {boolean|null|undefined} gatekeeper
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.gatekeeper = null;

            /**
             * KernelIntegrity malware_definitions.
             * @member {string|null|undefined} malware_definitions
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.malware_definitions = null;

            /**
             * KernelIntegrity virtualization_security.
             * @member {boolean|null|undefined} virtualization_security
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.virtualization_security = null;

            /**
             * KernelIntegrity code_integrity.
             * @member {boolean|null|undefined} code_integrity
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.code_integrity = null;

            /**
             * KernelIntegrity credential_guard.
             * @member {boolean|null|undefined} credential_guard
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.credential_guard = null;

            /**
             * KernelIntegrity test_signing.
             * @member {boolean|null|undefined} test_signing
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.test_signing = null;

            /**
             * KernelIntegrity kernel_debug.
             * @member {boolean|null|undefined} kernel_debug
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.kernel_debug = null;

            /**
             * KernelIntegrity developer_mode.
             * @member {boolean|null|undefined} developer_mode
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.developer_mode = null;

            /**
             * KernelIntegrity lsa_protection.
             * @member {boolean|null|undefined} lsa_protection
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.lsa_protection = null;

            /**
             * KernelIntegrity uac.
             * @member {boolean|null|undefined} uac
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.uac = null;

            /**
             * KernelIntegrity evidence.
             * @member {Array.<string>} evidence
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.evidence = $util.emptyArray;

            /**
             * KernelIntegrity untold.
             * @member {Array.<string>} untold
             * @memberof assay.v1.KernelIntegrity
             * @instance
             */
            KernelIntegrity.prototype.untold = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_lockdown", {
                get: $util.oneOfGetter($oneOfFields = ["lockdown"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_mandatory_access", {
                get: $util.oneOfGetter($oneOfFields = ["mandatory_access"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_module_signatures", {
                get: $util.oneOfGetter($oneOfFields = ["module_signatures"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_taint", {
                get: $util.oneOfGetter($oneOfFields = ["taint"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_system_integrity_protection", {
                get: $util.oneOfGetter($oneOfFields = ["system_integrity_protection"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_sealed_system", {
                get: $util.oneOfGetter($oneOfFields = ["sealed_system"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_gatekeeper", {
                get: $util.oneOfGetter($oneOfFields = ["gatekeeper"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_malware_definitions", {
                get: $util.oneOfGetter($oneOfFields = ["malware_definitions"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_virtualization_security", {
                get: $util.oneOfGetter($oneOfFields = ["virtualization_security"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_code_integrity", {
                get: $util.oneOfGetter($oneOfFields = ["code_integrity"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_credential_guard", {
                get: $util.oneOfGetter($oneOfFields = ["credential_guard"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_test_signing", {
                get: $util.oneOfGetter($oneOfFields = ["test_signing"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_kernel_debug", {
                get: $util.oneOfGetter($oneOfFields = ["kernel_debug"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_developer_mode", {
                get: $util.oneOfGetter($oneOfFields = ["developer_mode"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_lsa_protection", {
                get: $util.oneOfGetter($oneOfFields = ["lsa_protection"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelIntegrity.prototype, "_uac", {
                get: $util.oneOfGetter($oneOfFields = ["uac"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified KernelIntegrity message. Does not implicitly {@link assay.v1.KernelIntegrity.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.KernelIntegrity
             * @static
             * @param {assay.v1.KernelIntegrity.$Properties} message KernelIntegrity message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KernelIntegrity.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lockdown != null && $Object.hasOwnProperty.call(message, "lockdown"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.lockdown);
                if (message.security_modules != null && message.security_modules.length)
                    for (let i = 0; i < message.security_modules.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.security_modules[i]);
                if (message.mandatory_access != null && $Object.hasOwnProperty.call(message, "mandatory_access"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.mandatory_access);
                if (message.module_signatures != null && $Object.hasOwnProperty.call(message, "module_signatures"))
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.module_signatures);
                if (message.taint != null && $Object.hasOwnProperty.call(message, "taint"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.taint);
                if (message.taint_reasons != null && message.taint_reasons.length)
                    for (let i = 0; i < message.taint_reasons.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.taint_reasons[i]);
                if (message.system_integrity_protection != null && $Object.hasOwnProperty.call(message, "system_integrity_protection"))
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.system_integrity_protection);
                if (message.sealed_system != null && $Object.hasOwnProperty.call(message, "sealed_system"))
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.sealed_system);
                if (message.gatekeeper != null && $Object.hasOwnProperty.call(message, "gatekeeper"))
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.gatekeeper);
                if (message.malware_definitions != null && $Object.hasOwnProperty.call(message, "malware_definitions"))
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.malware_definitions);
                if (message.virtualization_security != null && $Object.hasOwnProperty.call(message, "virtualization_security"))
                    writer.uint32(/* id 11, wireType 0 =*/88).bool(message.virtualization_security);
                if (message.code_integrity != null && $Object.hasOwnProperty.call(message, "code_integrity"))
                    writer.uint32(/* id 12, wireType 0 =*/96).bool(message.code_integrity);
                if (message.credential_guard != null && $Object.hasOwnProperty.call(message, "credential_guard"))
                    writer.uint32(/* id 13, wireType 0 =*/104).bool(message.credential_guard);
                if (message.test_signing != null && $Object.hasOwnProperty.call(message, "test_signing"))
                    writer.uint32(/* id 14, wireType 0 =*/112).bool(message.test_signing);
                if (message.kernel_debug != null && $Object.hasOwnProperty.call(message, "kernel_debug"))
                    writer.uint32(/* id 15, wireType 0 =*/120).bool(message.kernel_debug);
                if (message.developer_mode != null && $Object.hasOwnProperty.call(message, "developer_mode"))
                    writer.uint32(/* id 16, wireType 0 =*/128).bool(message.developer_mode);
                if (message.lsa_protection != null && $Object.hasOwnProperty.call(message, "lsa_protection"))
                    writer.uint32(/* id 17, wireType 0 =*/136).bool(message.lsa_protection);
                if (message.uac != null && $Object.hasOwnProperty.call(message, "uac"))
                    writer.uint32(/* id 18, wireType 0 =*/144).bool(message.uac);
                if (message.evidence != null && message.evidence.length)
                    for (let i = 0; i < message.evidence.length; ++i)
                        writer.uint32(/* id 19, wireType 2 =*/154).string(message.evidence[i]);
                if (message.untold != null && message.untold.length)
                    for (let i = 0; i < message.untold.length; ++i)
                        writer.uint32(/* id 20, wireType 2 =*/162).string(message.untold[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KernelIntegrity message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.KernelIntegrity
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.KernelIntegrity & assay.v1.KernelIntegrity.$Shape} KernelIntegrity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KernelIntegrity.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.KernelIntegrity();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.lockdown = reader.stringVerify();
                            message._lockdown = "lockdown";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.security_modules && message.security_modules.length))
                                message.security_modules = [];
                            message.security_modules.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.mandatory_access = reader.stringVerify();
                            message._mandatory_access = "mandatory_access";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.module_signatures = reader.bool();
                            message._module_signatures = "module_signatures";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.taint = reader.uint64();
                            message._taint = "taint";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.taint_reasons && message.taint_reasons.length))
                                message.taint_reasons = [];
                            message.taint_reasons.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.system_integrity_protection = reader.bool();
                            message._system_integrity_protection = "system_integrity_protection";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.sealed_system = reader.bool();
                            message._sealed_system = "sealed_system";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.gatekeeper = reader.bool();
                            message._gatekeeper = "gatekeeper";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.malware_definitions = reader.stringVerify();
                            message._malware_definitions = "malware_definitions";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.virtualization_security = reader.bool();
                            message._virtualization_security = "virtualization_security";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.code_integrity = reader.bool();
                            message._code_integrity = "code_integrity";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            message.credential_guard = reader.bool();
                            message._credential_guard = "credential_guard";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            message.test_signing = reader.bool();
                            message._test_signing = "test_signing";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            message.kernel_debug = reader.bool();
                            message._kernel_debug = "kernel_debug";
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            message.developer_mode = reader.bool();
                            message._developer_mode = "developer_mode";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            message.lsa_protection = reader.bool();
                            message._lsa_protection = "lsa_protection";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            message.uac = reader.bool();
                            message._uac = "uac";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            if (!(message.evidence && message.evidence.length))
                                message.evidence = [];
                            message.evidence.push(reader.stringVerify());
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if (!(message.untold && message.untold.length))
                                message.untold = [];
                            message.untold.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a KernelIntegrity message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.KernelIntegrity
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.KernelIntegrity} KernelIntegrity
             */
            KernelIntegrity.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.KernelIntegrity)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.KernelIntegrity: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.KernelIntegrity();
                if (object.lockdown != null)
                    message.lockdown = $String(object.lockdown);
                if (object.security_modules) {
                    if (!$Array.isArray(object.security_modules))
                        throw $TypeError(".assay.v1.KernelIntegrity.security_modules: array expected");
                    message.security_modules = $Array(object.security_modules.length);
                    for (let i = 0; i < object.security_modules.length; ++i)
                        message.security_modules[i] = $String(object.security_modules[i]);
                }
                if (object.mandatory_access != null)
                    message.mandatory_access = $String(object.mandatory_access);
                if (object.module_signatures != null)
                    message.module_signatures = $Boolean(object.module_signatures);
                if (object.taint != null)
                    if ($util.Long)
                        message.taint = $util.Long.fromValue(object.taint, true);
                    else if (typeof object.taint === "string")
                        message.taint = $parseInt(object.taint, 10);
                    else if (typeof object.taint === "number")
                        message.taint = object.taint;
                    else if (typeof object.taint === "object")
                        message.taint = new $util.LongBits(object.taint.low >>> 0, object.taint.high >>> 0).toNumber(true);
                if (object.taint_reasons) {
                    if (!$Array.isArray(object.taint_reasons))
                        throw $TypeError(".assay.v1.KernelIntegrity.taint_reasons: array expected");
                    message.taint_reasons = $Array(object.taint_reasons.length);
                    for (let i = 0; i < object.taint_reasons.length; ++i)
                        message.taint_reasons[i] = $String(object.taint_reasons[i]);
                }
                if (object.system_integrity_protection != null)
                    message.system_integrity_protection = $Boolean(object.system_integrity_protection);
                if (object.sealed_system != null)
                    message.sealed_system = $Boolean(object.sealed_system);
                if (object.gatekeeper != null)
                    message.gatekeeper = $Boolean(object.gatekeeper);
                if (object.malware_definitions != null)
                    message.malware_definitions = $String(object.malware_definitions);
                if (object.virtualization_security != null)
                    message.virtualization_security = $Boolean(object.virtualization_security);
                if (object.code_integrity != null)
                    message.code_integrity = $Boolean(object.code_integrity);
                if (object.credential_guard != null)
                    message.credential_guard = $Boolean(object.credential_guard);
                if (object.test_signing != null)
                    message.test_signing = $Boolean(object.test_signing);
                if (object.kernel_debug != null)
                    message.kernel_debug = $Boolean(object.kernel_debug);
                if (object.developer_mode != null)
                    message.developer_mode = $Boolean(object.developer_mode);
                if (object.lsa_protection != null)
                    message.lsa_protection = $Boolean(object.lsa_protection);
                if (object.uac != null)
                    message.uac = $Boolean(object.uac);
                if (object.evidence) {
                    if (!$Array.isArray(object.evidence))
                        throw $TypeError(".assay.v1.KernelIntegrity.evidence: array expected");
                    message.evidence = $Array(object.evidence.length);
                    for (let i = 0; i < object.evidence.length; ++i)
                        message.evidence[i] = $String(object.evidence[i]);
                }
                if (object.untold) {
                    if (!$Array.isArray(object.untold))
                        throw $TypeError(".assay.v1.KernelIntegrity.untold: array expected");
                    message.untold = $Array(object.untold.length);
                    for (let i = 0; i < object.untold.length; ++i)
                        message.untold[i] = $String(object.untold[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a KernelIntegrity message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.KernelIntegrity
             * @static
             * @param {assay.v1.KernelIntegrity} message KernelIntegrity
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            KernelIntegrity.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.security_modules = [];
                    object.taint_reasons = [];
                    object.evidence = [];
                    object.untold = [];
                }
                if (message.lockdown != null && $Object.hasOwnProperty.call(message, "lockdown"))
                    object.lockdown = message.lockdown;
                if (message.security_modules && message.security_modules.length) {
                    object.security_modules = $Array(message.security_modules.length);
                    for (let j = 0; j < message.security_modules.length; ++j)
                        object.security_modules[j] = message.security_modules[j];
                }
                if (message.mandatory_access != null && $Object.hasOwnProperty.call(message, "mandatory_access"))
                    object.mandatory_access = message.mandatory_access;
                if (message.module_signatures != null && $Object.hasOwnProperty.call(message, "module_signatures"))
                    object.module_signatures = message.module_signatures;
                if (message.taint != null && $Object.hasOwnProperty.call(message, "taint"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.taint = typeof message.taint === "number" ? $BigInt(message.taint) : $util.Long.fromBits(message.taint.low >>> 0, message.taint.high >>> 0, true).toBigInt();
                    else if (typeof message.taint === "number")
                        object.taint = options.longs === $String ? $String(message.taint) : message.taint;
                    else
                        object.taint = options.longs === $String ? $util.Long.prototype.toString.call(message.taint) : options.longs === $Number ? new $util.LongBits(message.taint.low >>> 0, message.taint.high >>> 0).toNumber(true) : message.taint;
                if (message.taint_reasons && message.taint_reasons.length) {
                    object.taint_reasons = $Array(message.taint_reasons.length);
                    for (let j = 0; j < message.taint_reasons.length; ++j)
                        object.taint_reasons[j] = message.taint_reasons[j];
                }
                if (message.system_integrity_protection != null && $Object.hasOwnProperty.call(message, "system_integrity_protection"))
                    object.system_integrity_protection = message.system_integrity_protection;
                if (message.sealed_system != null && $Object.hasOwnProperty.call(message, "sealed_system"))
                    object.sealed_system = message.sealed_system;
                if (message.gatekeeper != null && $Object.hasOwnProperty.call(message, "gatekeeper"))
                    object.gatekeeper = message.gatekeeper;
                if (message.malware_definitions != null && $Object.hasOwnProperty.call(message, "malware_definitions"))
                    object.malware_definitions = message.malware_definitions;
                if (message.virtualization_security != null && $Object.hasOwnProperty.call(message, "virtualization_security"))
                    object.virtualization_security = message.virtualization_security;
                if (message.code_integrity != null && $Object.hasOwnProperty.call(message, "code_integrity"))
                    object.code_integrity = message.code_integrity;
                if (message.credential_guard != null && $Object.hasOwnProperty.call(message, "credential_guard"))
                    object.credential_guard = message.credential_guard;
                if (message.test_signing != null && $Object.hasOwnProperty.call(message, "test_signing"))
                    object.test_signing = message.test_signing;
                if (message.kernel_debug != null && $Object.hasOwnProperty.call(message, "kernel_debug"))
                    object.kernel_debug = message.kernel_debug;
                if (message.developer_mode != null && $Object.hasOwnProperty.call(message, "developer_mode"))
                    object.developer_mode = message.developer_mode;
                if (message.lsa_protection != null && $Object.hasOwnProperty.call(message, "lsa_protection"))
                    object.lsa_protection = message.lsa_protection;
                if (message.uac != null && $Object.hasOwnProperty.call(message, "uac"))
                    object.uac = message.uac;
                if (message.evidence && message.evidence.length) {
                    object.evidence = $Array(message.evidence.length);
                    for (let j = 0; j < message.evidence.length; ++j)
                        object.evidence[j] = message.evidence[j];
                }
                if (message.untold && message.untold.length) {
                    object.untold = $Array(message.untold.length);
                    for (let j = 0; j < message.untold.length; ++j)
                        object.untold[j] = message.untold[j];
                }
                return object;
            };

            /**
             * Converts this KernelIntegrity to JSON.
             * @function toJSON
             * @memberof assay.v1.KernelIntegrity
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            KernelIntegrity.prototype.toJSON = function() {
                return KernelIntegrity.toObject(this, $protobuf.util.toJSONOptions);
            };

            return KernelIntegrity;
        })();

        v1.Mdm = (function() {

            /**
             * Properties of a Mdm.
             * @typedef {Object} assay.v1.Mdm.$Properties
             * @property {boolean|null} [enrolled] Mdm enrolled
             * @property {Array.<assay.v1.MdmEnrollment.$Properties>|null} [enrollments] Mdm enrollments
             * @property {Array.<string>|null} [untold] Mdm untold
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Mdm.
             * @memberof assay.v1
             * @interface IMdm
             * @augments assay.v1.Mdm.$Properties
             * @deprecated Use assay.v1.Mdm.$Properties instead.
             */

            /**
             * Shape of a Mdm.
             * @typedef {assay.v1.Mdm.$Properties} assay.v1.Mdm.$Shape
             */

            /**
             * Constructs a new Mdm.
             * @memberof assay.v1
             * @classdesc Represents a Mdm.
             * @constructor
             * @param {assay.v1.Mdm.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Mdm = function (properties) {
                this.enrollments = [];
                this.untold = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Mdm enrolled.
             * @member {boolean} enrolled
             * @memberof assay.v1.Mdm
             * @instance
             */
            Mdm.prototype.enrolled = false;

            /**
             * Mdm enrollments.
             * @member {Array.<assay.v1.MdmEnrollment.$Properties>} enrollments
             * @memberof assay.v1.Mdm
             * @instance
             */
            Mdm.prototype.enrollments = $util.emptyArray;

            /**
             * Mdm untold.
             * @member {Array.<string>} untold
             * @memberof assay.v1.Mdm
             * @instance
             */
            Mdm.prototype.untold = $util.emptyArray;

            /**
             * Encodes the specified Mdm message. Does not implicitly {@link assay.v1.Mdm.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Mdm
             * @static
             * @param {assay.v1.Mdm.$Properties} message Mdm message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Mdm.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled") && message.enrolled !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.enrolled);
                if (message.enrollments != null && message.enrollments.length)
                    for (let i = 0; i < message.enrollments.length; ++i)
                        $root.assay.v1.MdmEnrollment.encode(message.enrollments[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.untold != null && message.untold.length)
                    for (let i = 0; i < message.untold.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.untold[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Mdm message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Mdm
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Mdm & assay.v1.Mdm.$Shape} Mdm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Mdm.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Mdm();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enrolled = value;
                            else
                                delete message.enrolled;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.enrollments && message.enrollments.length))
                                message.enrollments = [];
                            message.enrollments.push($root.assay.v1.MdmEnrollment.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.untold && message.untold.length))
                                message.untold = [];
                            message.untold.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Mdm message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Mdm
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Mdm} Mdm
             */
            Mdm.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Mdm)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Mdm: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Mdm();
                if (object.enrolled != null)
                    if (object.enrolled)
                        message.enrolled = $Boolean(object.enrolled);
                if (object.enrollments) {
                    if (!$Array.isArray(object.enrollments))
                        throw $TypeError(".assay.v1.Mdm.enrollments: array expected");
                    message.enrollments = $Array(object.enrollments.length);
                    for (let i = 0; i < object.enrollments.length; ++i) {
                        if (!$util.isObject(object.enrollments[i]))
                            throw $TypeError(".assay.v1.Mdm.enrollments: object expected");
                        message.enrollments[i] = $root.assay.v1.MdmEnrollment.fromObject(object.enrollments[i], _depth + 1);
                    }
                }
                if (object.untold) {
                    if (!$Array.isArray(object.untold))
                        throw $TypeError(".assay.v1.Mdm.untold: array expected");
                    message.untold = $Array(object.untold.length);
                    for (let i = 0; i < object.untold.length; ++i)
                        message.untold[i] = $String(object.untold[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a Mdm message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Mdm
             * @static
             * @param {assay.v1.Mdm} message Mdm
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Mdm.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.enrollments = [];
                    object.untold = [];
                }
                if (options.defaults)
                    object.enrolled = false;
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled"))
                    object.enrolled = message.enrolled;
                if (message.enrollments && message.enrollments.length) {
                    object.enrollments = $Array(message.enrollments.length);
                    for (let j = 0; j < message.enrollments.length; ++j)
                        object.enrollments[j] = $root.assay.v1.MdmEnrollment.toObject(message.enrollments[j], options, _depth + 1);
                }
                if (message.untold && message.untold.length) {
                    object.untold = $Array(message.untold.length);
                    for (let j = 0; j < message.untold.length; ++j)
                        object.untold[j] = message.untold[j];
                }
                return object;
            };

            /**
             * Converts this Mdm to JSON.
             * @function toJSON
             * @memberof assay.v1.Mdm
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Mdm.prototype.toJSON = function() {
                return Mdm.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Mdm;
        })();

        v1.MdmEnrollment = (function() {

            /**
             * Properties of a MdmEnrollment.
             * @typedef {Object} assay.v1.MdmEnrollment.$Properties
             * @property {string|null} [product] MdmEnrollment product
             * @property {boolean|null} [enrolled] MdmEnrollment enrolled
             * @property {string|null} [server] MdmEnrollment server
             * @property {string|null} [device_id] MdmEnrollment device_id
             * @property {number|null} [enrolled_at_ms] MdmEnrollment enrolled_at_ms
             * @property {boolean|null} [automated] MdmEnrollment automated
             * @property {boolean|null} [user_approved] MdmEnrollment user_approved
             * @property {Array.<string>|null} [evidence] MdmEnrollment evidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MdmEnrollment.
             * @memberof assay.v1
             * @interface IMdmEnrollment
             * @augments assay.v1.MdmEnrollment.$Properties
             * @deprecated Use assay.v1.MdmEnrollment.$Properties instead.
             */

            /**
             * Shape of a MdmEnrollment.
             * @typedef {assay.v1.MdmEnrollment.$Properties} assay.v1.MdmEnrollment.$Shape
             */

            /**
             * Constructs a new MdmEnrollment.
             * @memberof assay.v1
             * @classdesc Represents a MdmEnrollment.
             * @constructor
             * @param {assay.v1.MdmEnrollment.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MdmEnrollment = function (properties) {
                this.evidence = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MdmEnrollment product.
             * @member {string} product
             * @memberof assay.v1.MdmEnrollment
             * @instance
             */
            MdmEnrollment.prototype.product = "";

            /**
             * MdmEnrollment enrolled.
             * @member {boolean|null|undefined} enrolled
             * @memberof assay.v1.MdmEnrollment
             * @instance
             */
            MdmEnrollment.prototype.enrolled = null;

            /**
             * MdmEnrollment server.
             * @member {string|null|undefined} server
             * @memberof assay.v1.MdmEnrollment
             * @instance
             */
            MdmEnrollment.prototype.server = null;

            /**
             * MdmEnrollment device_id.
             * @member {string|null|undefined} device_id
             * @memberof assay.v1.MdmEnrollment
             * @instance
             */
            MdmEnrollment.prototype.device_id = null;

            /**
             * MdmEnrollment enrolled_at_ms.
             * @member {number|null|undefined} enrolled_at_ms
             * @memberof assay.v1.MdmEnrollment
             * @instance
             */
            MdmEnrollment.prototype.enrolled_at_ms = null;

            /**
             * MdmEnrollment automated.
             * @member {boolean|null|undefined} automated
             * @memberof assay.v1.MdmEnrollment
             * @instance
             */
            MdmEnrollment.prototype.automated = null;

            /**
             * MdmEnrollment user_approved.
             * @member {boolean|null|undefined} user_approved
             * @memberof assay.v1.MdmEnrollment
             * @instance
             */
            MdmEnrollment.prototype.user_approved = null;

            /**
             * MdmEnrollment evidence.
             * @member {Array.<string>} evidence
             * @memberof assay.v1.MdmEnrollment
             * @instance
             */
            MdmEnrollment.prototype.evidence = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MdmEnrollment.prototype, "_enrolled", {
                get: $util.oneOfGetter($oneOfFields = ["enrolled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MdmEnrollment.prototype, "_server", {
                get: $util.oneOfGetter($oneOfFields = ["server"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MdmEnrollment.prototype, "_device_id", {
                get: $util.oneOfGetter($oneOfFields = ["device_id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MdmEnrollment.prototype, "_enrolled_at_ms", {
                get: $util.oneOfGetter($oneOfFields = ["enrolled_at_ms"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MdmEnrollment.prototype, "_automated", {
                get: $util.oneOfGetter($oneOfFields = ["automated"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MdmEnrollment.prototype, "_user_approved", {
                get: $util.oneOfGetter($oneOfFields = ["user_approved"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified MdmEnrollment message. Does not implicitly {@link assay.v1.MdmEnrollment.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.MdmEnrollment
             * @static
             * @param {assay.v1.MdmEnrollment.$Properties} message MdmEnrollment message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MdmEnrollment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.product != null && $Object.hasOwnProperty.call(message, "product") && message.product !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.product);
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled"))
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.enrolled);
                if (message.server != null && $Object.hasOwnProperty.call(message, "server"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.server);
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.device_id);
                if (message.enrolled_at_ms != null && $Object.hasOwnProperty.call(message, "enrolled_at_ms"))
                    writer.uint32(/* id 5, wireType 0 =*/40).int64(message.enrolled_at_ms);
                if (message.automated != null && $Object.hasOwnProperty.call(message, "automated"))
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.automated);
                if (message.user_approved != null && $Object.hasOwnProperty.call(message, "user_approved"))
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.user_approved);
                if (message.evidence != null && message.evidence.length)
                    for (let i = 0; i < message.evidence.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.evidence[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MdmEnrollment message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.MdmEnrollment
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.MdmEnrollment & assay.v1.MdmEnrollment.$Shape} MdmEnrollment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MdmEnrollment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.MdmEnrollment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.product = value;
                            else
                                delete message.product;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.enrolled = reader.bool();
                            message._enrolled = "enrolled";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.server = reader.stringVerify();
                            message._server = "server";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.device_id = reader.stringVerify();
                            message._device_id = "device_id";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.enrolled_at_ms = reader.int64();
                            message._enrolled_at_ms = "enrolled_at_ms";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.automated = reader.bool();
                            message._automated = "automated";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.user_approved = reader.bool();
                            message._user_approved = "user_approved";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.evidence && message.evidence.length))
                                message.evidence = [];
                            message.evidence.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MdmEnrollment message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.MdmEnrollment
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.MdmEnrollment} MdmEnrollment
             */
            MdmEnrollment.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.MdmEnrollment)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.MdmEnrollment: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.MdmEnrollment();
                if (object.product != null)
                    if (typeof object.product !== "string" || object.product.length)
                        message.product = $String(object.product);
                if (object.enrolled != null)
                    message.enrolled = $Boolean(object.enrolled);
                if (object.server != null)
                    message.server = $String(object.server);
                if (object.device_id != null)
                    message.device_id = $String(object.device_id);
                if (object.enrolled_at_ms != null)
                    if ($util.Long)
                        message.enrolled_at_ms = $util.Long.fromValue(object.enrolled_at_ms, false);
                    else if (typeof object.enrolled_at_ms === "string")
                        message.enrolled_at_ms = $parseInt(object.enrolled_at_ms, 10);
                    else if (typeof object.enrolled_at_ms === "number")
                        message.enrolled_at_ms = object.enrolled_at_ms;
                    else if (typeof object.enrolled_at_ms === "object")
                        message.enrolled_at_ms = new $util.LongBits(object.enrolled_at_ms.low >>> 0, object.enrolled_at_ms.high >>> 0).toNumber();
                if (object.automated != null)
                    message.automated = $Boolean(object.automated);
                if (object.user_approved != null)
                    message.user_approved = $Boolean(object.user_approved);
                if (object.evidence) {
                    if (!$Array.isArray(object.evidence))
                        throw $TypeError(".assay.v1.MdmEnrollment.evidence: array expected");
                    message.evidence = $Array(object.evidence.length);
                    for (let i = 0; i < object.evidence.length; ++i)
                        message.evidence[i] = $String(object.evidence[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a MdmEnrollment message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.MdmEnrollment
             * @static
             * @param {assay.v1.MdmEnrollment} message MdmEnrollment
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MdmEnrollment.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.evidence = [];
                if (options.defaults)
                    object.product = "";
                if (message.product != null && $Object.hasOwnProperty.call(message, "product"))
                    object.product = message.product;
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled"))
                    object.enrolled = message.enrolled;
                if (message.server != null && $Object.hasOwnProperty.call(message, "server"))
                    object.server = message.server;
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.enrolled_at_ms != null && $Object.hasOwnProperty.call(message, "enrolled_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.enrolled_at_ms = typeof message.enrolled_at_ms === "number" ? $BigInt(message.enrolled_at_ms) : $util.Long.fromBits(message.enrolled_at_ms.low >>> 0, message.enrolled_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.enrolled_at_ms === "number")
                        object.enrolled_at_ms = options.longs === $String ? $String(message.enrolled_at_ms) : message.enrolled_at_ms;
                    else
                        object.enrolled_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.enrolled_at_ms) : options.longs === $Number ? new $util.LongBits(message.enrolled_at_ms.low >>> 0, message.enrolled_at_ms.high >>> 0).toNumber() : message.enrolled_at_ms;
                if (message.automated != null && $Object.hasOwnProperty.call(message, "automated"))
                    object.automated = message.automated;
                if (message.user_approved != null && $Object.hasOwnProperty.call(message, "user_approved"))
                    object.user_approved = message.user_approved;
                if (message.evidence && message.evidence.length) {
                    object.evidence = $Array(message.evidence.length);
                    for (let j = 0; j < message.evidence.length; ++j)
                        object.evidence[j] = message.evidence[j];
                }
                return object;
            };

            /**
             * Converts this MdmEnrollment to JSON.
             * @function toJSON
             * @memberof assay.v1.MdmEnrollment
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MdmEnrollment.prototype.toJSON = function() {
                return MdmEnrollment.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MdmEnrollment;
        })();

        v1.Identity = (function() {

            /**
             * Properties of an Identity.
             * @typedef {Object} assay.v1.Identity.$Properties
             * @property {string|null} [entra_device_id] Identity entra_device_id
             * @property {string|null} [entra_tenant_id] Identity entra_tenant_id
             * @property {string|null} [join] Identity join
             * @property {string|null} [domain] Identity domain
             * @property {string|null} [intune_device_id] Identity intune_device_id
             * @property {string|null} [jamf_udid] Identity jamf_udid
             * @property {string|null} [serial] Identity serial
             * @property {string|null} [primary_user] Identity primary_user
             * @property {string|null} [primary_user_basis] Identity primary_user_basis
             * @property {Array.<string>|null} [evidence] Identity evidence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Identity.
             * @memberof assay.v1
             * @interface IIdentity
             * @augments assay.v1.Identity.$Properties
             * @deprecated Use assay.v1.Identity.$Properties instead.
             */

            /**
             * Shape of an Identity.
             * @typedef {assay.v1.Identity.$Properties} assay.v1.Identity.$Shape
             */

            /**
             * Constructs a new Identity.
             * @memberof assay.v1
             * @classdesc Represents an Identity.
             * @constructor
             * @param {assay.v1.Identity.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Identity = function (properties) {
                this.evidence = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Identity entra_device_id.
             * @member {string|null|undefined} entra_device_id
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.entra_device_id = null;

            /**
             * Identity entra_tenant_id.
             * @member {string|null|undefined} entra_tenant_id
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.entra_tenant_id = null;

            /**
             * Identity join.
             * @member {string|null|undefined} join
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.join = null;

            /**
             * Identity domain.
             * @member {string|null|undefined} domain
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.domain = null;

            /**
             * Identity intune_device_id.
             * @member {string|null|undefined} intune_device_id
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.intune_device_id = null;

            /**
             * Identity jamf_udid.
             * @member {string|null|undefined} jamf_udid
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.jamf_udid = null;

            /**
             * Identity serial.
             * @member {string|null|undefined} serial
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.serial = null;

            /**
             * Identity primary_user.
             * @member {string|null|undefined} primary_user
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.primary_user = null;

            /**
             * Identity primary_user_basis.
             * @member {string|null|undefined} primary_user_basis
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.primary_user_basis = null;

            /**
             * Identity evidence.
             * @member {Array.<string>} evidence
             * @memberof assay.v1.Identity
             * @instance
             */
            Identity.prototype.evidence = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_entra_device_id", {
                get: $util.oneOfGetter($oneOfFields = ["entra_device_id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_entra_tenant_id", {
                get: $util.oneOfGetter($oneOfFields = ["entra_tenant_id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_join", {
                get: $util.oneOfGetter($oneOfFields = ["join"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_domain", {
                get: $util.oneOfGetter($oneOfFields = ["domain"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_intune_device_id", {
                get: $util.oneOfGetter($oneOfFields = ["intune_device_id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_jamf_udid", {
                get: $util.oneOfGetter($oneOfFields = ["jamf_udid"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_serial", {
                get: $util.oneOfGetter($oneOfFields = ["serial"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_primary_user", {
                get: $util.oneOfGetter($oneOfFields = ["primary_user"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Identity.prototype, "_primary_user_basis", {
                get: $util.oneOfGetter($oneOfFields = ["primary_user_basis"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Identity message. Does not implicitly {@link assay.v1.Identity.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Identity
             * @static
             * @param {assay.v1.Identity.$Properties} message Identity message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Identity.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.entra_device_id != null && $Object.hasOwnProperty.call(message, "entra_device_id"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.entra_device_id);
                if (message.entra_tenant_id != null && $Object.hasOwnProperty.call(message, "entra_tenant_id"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.entra_tenant_id);
                if (message.join != null && $Object.hasOwnProperty.call(message, "join"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.join);
                if (message.domain != null && $Object.hasOwnProperty.call(message, "domain"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.domain);
                if (message.intune_device_id != null && $Object.hasOwnProperty.call(message, "intune_device_id"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.intune_device_id);
                if (message.jamf_udid != null && $Object.hasOwnProperty.call(message, "jamf_udid"))
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.jamf_udid);
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.serial);
                if (message.primary_user != null && $Object.hasOwnProperty.call(message, "primary_user"))
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.primary_user);
                if (message.primary_user_basis != null && $Object.hasOwnProperty.call(message, "primary_user_basis"))
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.primary_user_basis);
                if (message.evidence != null && message.evidence.length)
                    for (let i = 0; i < message.evidence.length; ++i)
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.evidence[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Identity message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Identity
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Identity & assay.v1.Identity.$Shape} Identity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Identity.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Identity();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.entra_device_id = reader.stringVerify();
                            message._entra_device_id = "entra_device_id";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.entra_tenant_id = reader.stringVerify();
                            message._entra_tenant_id = "entra_tenant_id";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.join = reader.stringVerify();
                            message._join = "join";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.domain = reader.stringVerify();
                            message._domain = "domain";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.intune_device_id = reader.stringVerify();
                            message._intune_device_id = "intune_device_id";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.jamf_udid = reader.stringVerify();
                            message._jamf_udid = "jamf_udid";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.serial = reader.stringVerify();
                            message._serial = "serial";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.primary_user = reader.stringVerify();
                            message._primary_user = "primary_user";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.primary_user_basis = reader.stringVerify();
                            message._primary_user_basis = "primary_user_basis";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.evidence && message.evidence.length))
                                message.evidence = [];
                            message.evidence.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Identity message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Identity
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Identity} Identity
             */
            Identity.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Identity)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Identity: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Identity();
                if (object.entra_device_id != null)
                    message.entra_device_id = $String(object.entra_device_id);
                if (object.entra_tenant_id != null)
                    message.entra_tenant_id = $String(object.entra_tenant_id);
                if (object.join != null)
                    message.join = $String(object.join);
                if (object.domain != null)
                    message.domain = $String(object.domain);
                if (object.intune_device_id != null)
                    message.intune_device_id = $String(object.intune_device_id);
                if (object.jamf_udid != null)
                    message.jamf_udid = $String(object.jamf_udid);
                if (object.serial != null)
                    message.serial = $String(object.serial);
                if (object.primary_user != null)
                    message.primary_user = $String(object.primary_user);
                if (object.primary_user_basis != null)
                    message.primary_user_basis = $String(object.primary_user_basis);
                if (object.evidence) {
                    if (!$Array.isArray(object.evidence))
                        throw $TypeError(".assay.v1.Identity.evidence: array expected");
                    message.evidence = $Array(object.evidence.length);
                    for (let i = 0; i < object.evidence.length; ++i)
                        message.evidence[i] = $String(object.evidence[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from an Identity message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Identity
             * @static
             * @param {assay.v1.Identity} message Identity
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Identity.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.evidence = [];
                if (message.entra_device_id != null && $Object.hasOwnProperty.call(message, "entra_device_id"))
                    object.entra_device_id = message.entra_device_id;
                if (message.entra_tenant_id != null && $Object.hasOwnProperty.call(message, "entra_tenant_id"))
                    object.entra_tenant_id = message.entra_tenant_id;
                if (message.join != null && $Object.hasOwnProperty.call(message, "join"))
                    object.join = message.join;
                if (message.domain != null && $Object.hasOwnProperty.call(message, "domain"))
                    object.domain = message.domain;
                if (message.intune_device_id != null && $Object.hasOwnProperty.call(message, "intune_device_id"))
                    object.intune_device_id = message.intune_device_id;
                if (message.jamf_udid != null && $Object.hasOwnProperty.call(message, "jamf_udid"))
                    object.jamf_udid = message.jamf_udid;
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    object.serial = message.serial;
                if (message.primary_user != null && $Object.hasOwnProperty.call(message, "primary_user"))
                    object.primary_user = message.primary_user;
                if (message.primary_user_basis != null && $Object.hasOwnProperty.call(message, "primary_user_basis"))
                    object.primary_user_basis = message.primary_user_basis;
                if (message.evidence && message.evidence.length) {
                    object.evidence = $Array(message.evidence.length);
                    for (let j = 0; j < message.evidence.length; ++j)
                        object.evidence[j] = message.evidence[j];
                }
                return object;
            };

            /**
             * Converts this Identity to JSON.
             * @function toJSON
             * @memberof assay.v1.Identity
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Identity.prototype.toJSON = function() {
                return Identity.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Identity;
        })();

        v1.Browsers = (function() {

            /**
             * Properties of a Browsers.
             * @typedef {Object} assay.v1.Browsers.$Properties
             * @property {Array.<assay.v1.Browser.$Properties>|null} [browsers] Browsers browsers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Browsers.
             * @memberof assay.v1
             * @interface IBrowsers
             * @augments assay.v1.Browsers.$Properties
             * @deprecated Use assay.v1.Browsers.$Properties instead.
             */

            /**
             * Shape of a Browsers.
             * @typedef {assay.v1.Browsers.$Properties} assay.v1.Browsers.$Shape
             */

            /**
             * Constructs a new Browsers.
             * @memberof assay.v1
             * @classdesc Represents a Browsers.
             * @constructor
             * @param {assay.v1.Browsers.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Browsers = function (properties) {
                this.browsers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Browsers browsers.
             * @member {Array.<assay.v1.Browser.$Properties>} browsers
             * @memberof assay.v1.Browsers
             * @instance
             */
            Browsers.prototype.browsers = $util.emptyArray;

            /**
             * Encodes the specified Browsers message. Does not implicitly {@link assay.v1.Browsers.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Browsers
             * @static
             * @param {assay.v1.Browsers.$Properties} message Browsers message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Browsers.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.browsers != null && message.browsers.length)
                    for (let i = 0; i < message.browsers.length; ++i)
                        $root.assay.v1.Browser.encode(message.browsers[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Browsers message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Browsers
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Browsers & assay.v1.Browsers.$Shape} Browsers
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Browsers.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Browsers();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.browsers && message.browsers.length))
                                message.browsers = [];
                            message.browsers.push($root.assay.v1.Browser.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Browsers message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Browsers
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Browsers} Browsers
             */
            Browsers.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Browsers)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Browsers: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Browsers();
                if (object.browsers) {
                    if (!$Array.isArray(object.browsers))
                        throw $TypeError(".assay.v1.Browsers.browsers: array expected");
                    message.browsers = $Array(object.browsers.length);
                    for (let i = 0; i < object.browsers.length; ++i) {
                        if (!$util.isObject(object.browsers[i]))
                            throw $TypeError(".assay.v1.Browsers.browsers: object expected");
                        message.browsers[i] = $root.assay.v1.Browser.fromObject(object.browsers[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a Browsers message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Browsers
             * @static
             * @param {assay.v1.Browsers} message Browsers
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Browsers.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.browsers = [];
                if (message.browsers && message.browsers.length) {
                    object.browsers = $Array(message.browsers.length);
                    for (let j = 0; j < message.browsers.length; ++j)
                        object.browsers[j] = $root.assay.v1.Browser.toObject(message.browsers[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Browsers to JSON.
             * @function toJSON
             * @memberof assay.v1.Browsers
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Browsers.prototype.toJSON = function() {
                return Browsers.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Browsers;
        })();

        v1.Browser = (function() {

            /**
             * Properties of a Browser.
             * @typedef {Object} assay.v1.Browser.$Properties
             * @property {string|null} [browser] Browser browser
             * @property {string|null} [name] Browser name
             * @property {string|null} [version] Browser version
             * @property {boolean|null} [managed] Browser managed
             * @property {string|null} [basis] Browser basis
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Browser.
             * @memberof assay.v1
             * @interface IBrowser
             * @augments assay.v1.Browser.$Properties
             * @deprecated Use assay.v1.Browser.$Properties instead.
             */

            /**
             * Shape of a Browser.
             * @typedef {assay.v1.Browser.$Properties} assay.v1.Browser.$Shape
             */

            /**
             * Constructs a new Browser.
             * @memberof assay.v1
             * @classdesc Represents a Browser.
             * @constructor
             * @param {assay.v1.Browser.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Browser = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Browser browser.
             * @member {string} browser
             * @memberof assay.v1.Browser
             * @instance
             */
            Browser.prototype.browser = "";

            /**
             * Browser name.
             * @member {string} name
             * @memberof assay.v1.Browser
             * @instance
             */
            Browser.prototype.name = "";

            /**
             * Browser version.
             * @member {string|null|undefined} version
             * @memberof assay.v1.Browser
             * @instance
             */
            Browser.prototype.version = null;

            /**
             * Browser managed.
             * @member {boolean|null|undefined} managed
             * @memberof assay.v1.Browser
             * @instance
             */
            Browser.prototype.managed = null;

            /**
             * Browser basis.
             * @member {string} basis
             * @memberof assay.v1.Browser
             * @instance
             */
            Browser.prototype.basis = "";

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Browser.prototype, "_version", {
                get: $util.oneOfGetter($oneOfFields = ["version"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Browser.prototype, "_managed", {
                get: $util.oneOfGetter($oneOfFields = ["managed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Browser message. Does not implicitly {@link assay.v1.Browser.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Browser
             * @static
             * @param {assay.v1.Browser.$Properties} message Browser message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Browser.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.browser != null && $Object.hasOwnProperty.call(message, "browser") && message.browser !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.browser);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.version);
                if (message.managed != null && $Object.hasOwnProperty.call(message, "managed"))
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.managed);
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis") && message.basis !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.basis);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Browser message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Browser
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Browser & assay.v1.Browser.$Shape} Browser
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Browser.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Browser();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.browser = value;
                            else
                                delete message.browser;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.stringVerify();
                            message._version = "version";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.managed = reader.bool();
                            message._managed = "managed";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.basis = value;
                            else
                                delete message.basis;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Browser message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Browser
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Browser} Browser
             */
            Browser.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Browser)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Browser: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Browser();
                if (object.browser != null)
                    if (typeof object.browser !== "string" || object.browser.length)
                        message.browser = $String(object.browser);
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.version != null)
                    message.version = $String(object.version);
                if (object.managed != null)
                    message.managed = $Boolean(object.managed);
                if (object.basis != null)
                    if (typeof object.basis !== "string" || object.basis.length)
                        message.basis = $String(object.basis);
                return message;
            };

            /**
             * Creates a plain object from a Browser message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Browser
             * @static
             * @param {assay.v1.Browser} message Browser
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Browser.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.browser = "";
                    object.name = "";
                    object.basis = "";
                }
                if (message.browser != null && $Object.hasOwnProperty.call(message, "browser"))
                    object.browser = message.browser;
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.managed != null && $Object.hasOwnProperty.call(message, "managed"))
                    object.managed = message.managed;
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis"))
                    object.basis = message.basis;
                return object;
            };

            /**
             * Converts this Browser to JSON.
             * @function toJSON
             * @memberof assay.v1.Browser
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Browser.prototype.toJSON = function() {
                return Browser.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Browser;
        })();

        v1.Hardware = (function() {

            /**
             * Properties of a Hardware.
             * @typedef {Object} assay.v1.Hardware.$Properties
             * @property {string|null} [hostname] Hardware hostname
             * @property {string|null} [serial] Hardware serial
             * @property {string|null} [uuid] Hardware uuid
             * @property {string|null} [vendor] Hardware vendor
             * @property {string|null} [model] Hardware model
             * @property {string|null} [firmware] Hardware firmware
             * @property {string|null} [machine_id] Hardware machine_id
             * @property {boolean|null} [virtual] Hardware virtual
             * @property {number|null} [memory_bytes] Hardware memory_bytes
             * @property {Array.<string>|null} [problems] Hardware problems
             * @property {Array.<string>|null} [untold] Hardware untold
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hardware.
             * @memberof assay.v1
             * @interface IHardware
             * @augments assay.v1.Hardware.$Properties
             * @deprecated Use assay.v1.Hardware.$Properties instead.
             */

            /**
             * Shape of a Hardware.
             * @typedef {assay.v1.Hardware.$Properties} assay.v1.Hardware.$Shape
             */

            /**
             * Constructs a new Hardware.
             * @memberof assay.v1
             * @classdesc Represents a Hardware.
             * @constructor
             * @param {assay.v1.Hardware.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hardware = function (properties) {
                this.problems = [];
                this.untold = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hardware hostname.
             * @member {string} hostname
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.hostname = "";

            /**
             * Hardware serial.
             * @member {string|null|undefined} serial
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.serial = null;

            /**
             * Hardware uuid.
             * @member {string|null|undefined} uuid
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.uuid = null;

            /**
             * Hardware vendor.
             * @member {string|null|undefined} vendor
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.vendor = null;

            /**
             * Hardware model.
             * @member {string|null|undefined} model
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.model = null;

            /**
             * Hardware firmware.
             * @member {string|null|undefined} firmware
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.firmware = null;

            /**
             * Hardware machine_id.
             * @member {string|null|undefined} machine_id
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.machine_id = null;

            /**
             * Hardware virtual.
             * @member {boolean} virtual
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.virtual = false;

            /**
             * Hardware memory_bytes.
             * @member {number} memory_bytes
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.memory_bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Hardware problems.
             * @member {Array.<string>} problems
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.problems = $util.emptyArray;

            /**
             * Hardware untold.
             * @member {Array.<string>} untold
             * @memberof assay.v1.Hardware
             * @instance
             */
            Hardware.prototype.untold = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hardware.prototype, "_serial", {
                get: $util.oneOfGetter($oneOfFields = ["serial"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hardware.prototype, "_uuid", {
                get: $util.oneOfGetter($oneOfFields = ["uuid"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hardware.prototype, "_vendor", {
                get: $util.oneOfGetter($oneOfFields = ["vendor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hardware.prototype, "_model", {
                get: $util.oneOfGetter($oneOfFields = ["model"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hardware.prototype, "_firmware", {
                get: $util.oneOfGetter($oneOfFields = ["firmware"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Hardware.prototype, "_machine_id", {
                get: $util.oneOfGetter($oneOfFields = ["machine_id"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Hardware message. Does not implicitly {@link assay.v1.Hardware.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Hardware
             * @static
             * @param {assay.v1.Hardware.$Properties} message Hardware message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hardware.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostname);
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.serial);
                if (message.uuid != null && $Object.hasOwnProperty.call(message, "uuid"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.uuid);
                if (message.vendor != null && $Object.hasOwnProperty.call(message, "vendor"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.vendor);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.model);
                if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware"))
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.firmware);
                if (message.machine_id != null && $Object.hasOwnProperty.call(message, "machine_id"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.machine_id);
                if (message.virtual != null && $Object.hasOwnProperty.call(message, "virtual") && message.virtual !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.virtual);
                if (message.memory_bytes != null && $Object.hasOwnProperty.call(message, "memory_bytes") && (typeof message.memory_bytes === "object" ? message.memory_bytes.low || message.memory_bytes.high : message.memory_bytes !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.memory_bytes);
                if (message.problems != null && message.problems.length)
                    for (let i = 0; i < message.problems.length; ++i)
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.problems[i]);
                if (message.untold != null && message.untold.length)
                    for (let i = 0; i < message.untold.length; ++i)
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.untold[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hardware message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Hardware
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Hardware & assay.v1.Hardware.$Shape} Hardware
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hardware.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Hardware();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostname = value;
                            else
                                delete message.hostname;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.serial = reader.stringVerify();
                            message._serial = "serial";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.uuid = reader.stringVerify();
                            message._uuid = "uuid";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.vendor = reader.stringVerify();
                            message._vendor = "vendor";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.model = reader.stringVerify();
                            message._model = "model";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.firmware = reader.stringVerify();
                            message._firmware = "firmware";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.machine_id = reader.stringVerify();
                            message._machine_id = "machine_id";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.virtual = value;
                            else
                                delete message.virtual;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.memory_bytes = value;
                            else
                                delete message.memory_bytes;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push(reader.stringVerify());
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.untold && message.untold.length))
                                message.untold = [];
                            message.untold.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Hardware message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Hardware
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Hardware} Hardware
             */
            Hardware.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Hardware)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Hardware: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Hardware();
                if (object.hostname != null)
                    if (typeof object.hostname !== "string" || object.hostname.length)
                        message.hostname = $String(object.hostname);
                if (object.serial != null)
                    message.serial = $String(object.serial);
                if (object.uuid != null)
                    message.uuid = $String(object.uuid);
                if (object.vendor != null)
                    message.vendor = $String(object.vendor);
                if (object.model != null)
                    message.model = $String(object.model);
                if (object.firmware != null)
                    message.firmware = $String(object.firmware);
                if (object.machine_id != null)
                    message.machine_id = $String(object.machine_id);
                if (object.virtual != null)
                    if (object.virtual)
                        message.virtual = $Boolean(object.virtual);
                if (object.memory_bytes != null)
                    if (typeof object.memory_bytes === "object" ? object.memory_bytes.low || object.memory_bytes.high : $Number(object.memory_bytes) !== 0)
                        if ($util.Long)
                            message.memory_bytes = $util.Long.fromValue(object.memory_bytes, true);
                        else if (typeof object.memory_bytes === "string")
                            message.memory_bytes = $parseInt(object.memory_bytes, 10);
                        else if (typeof object.memory_bytes === "number")
                            message.memory_bytes = object.memory_bytes;
                        else if (typeof object.memory_bytes === "object")
                            message.memory_bytes = new $util.LongBits(object.memory_bytes.low >>> 0, object.memory_bytes.high >>> 0).toNumber(true);
                if (object.problems) {
                    if (!$Array.isArray(object.problems))
                        throw $TypeError(".assay.v1.Hardware.problems: array expected");
                    message.problems = $Array(object.problems.length);
                    for (let i = 0; i < object.problems.length; ++i)
                        message.problems[i] = $String(object.problems[i]);
                }
                if (object.untold) {
                    if (!$Array.isArray(object.untold))
                        throw $TypeError(".assay.v1.Hardware.untold: array expected");
                    message.untold = $Array(object.untold.length);
                    for (let i = 0; i < object.untold.length; ++i)
                        message.untold[i] = $String(object.untold[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a Hardware message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Hardware
             * @static
             * @param {assay.v1.Hardware} message Hardware
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Hardware.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.problems = [];
                    object.untold = [];
                }
                if (options.defaults) {
                    object.hostname = "";
                    object.virtual = false;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.memory_bytes = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.memory_bytes = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname"))
                    object.hostname = message.hostname;
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    object.serial = message.serial;
                if (message.uuid != null && $Object.hasOwnProperty.call(message, "uuid"))
                    object.uuid = message.uuid;
                if (message.vendor != null && $Object.hasOwnProperty.call(message, "vendor"))
                    object.vendor = message.vendor;
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware"))
                    object.firmware = message.firmware;
                if (message.machine_id != null && $Object.hasOwnProperty.call(message, "machine_id"))
                    object.machine_id = message.machine_id;
                if (message.virtual != null && $Object.hasOwnProperty.call(message, "virtual"))
                    object.virtual = message.virtual;
                if (message.memory_bytes != null && $Object.hasOwnProperty.call(message, "memory_bytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.memory_bytes = typeof message.memory_bytes === "number" ? $BigInt(message.memory_bytes) : $util.Long.fromBits(message.memory_bytes.low >>> 0, message.memory_bytes.high >>> 0, true).toBigInt();
                    else if (typeof message.memory_bytes === "number")
                        object.memory_bytes = options.longs === $String ? $String(message.memory_bytes) : message.memory_bytes;
                    else
                        object.memory_bytes = options.longs === $String ? $util.Long.prototype.toString.call(message.memory_bytes) : options.longs === $Number ? new $util.LongBits(message.memory_bytes.low >>> 0, message.memory_bytes.high >>> 0).toNumber(true) : message.memory_bytes;
                if (message.problems && message.problems.length) {
                    object.problems = $Array(message.problems.length);
                    for (let j = 0; j < message.problems.length; ++j)
                        object.problems[j] = message.problems[j];
                }
                if (message.untold && message.untold.length) {
                    object.untold = $Array(message.untold.length);
                    for (let j = 0; j < message.untold.length; ++j)
                        object.untold[j] = message.untold[j];
                }
                return object;
            };

            /**
             * Converts this Hardware to JSON.
             * @function toJSON
             * @memberof assay.v1.Hardware
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Hardware.prototype.toJSON = function() {
                return Hardware.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Hardware;
        })();

        v1.LocalAdmins = (function() {

            /**
             * Properties of a LocalAdmins.
             * @typedef {Object} assay.v1.LocalAdmins.$Properties
             * @property {Array.<string>|null} [accounts] LocalAdmins accounts
             * @property {boolean|null} [sudo_rules] LocalAdmins sudo_rules
             * @property {boolean|null} [automatic_login] LocalAdmins automatic_login
             * @property {boolean|null} [guest_account] LocalAdmins guest_account
             * @property {string|null} [root_login] LocalAdmins root_login
             * @property {Array.<string>|null} [untold] LocalAdmins untold
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LocalAdmins.
             * @memberof assay.v1
             * @interface ILocalAdmins
             * @augments assay.v1.LocalAdmins.$Properties
             * @deprecated Use assay.v1.LocalAdmins.$Properties instead.
             */

            /**
             * Shape of a LocalAdmins.
             * @typedef {assay.v1.LocalAdmins.$Properties} assay.v1.LocalAdmins.$Shape
             */

            /**
             * Constructs a new LocalAdmins.
             * @memberof assay.v1
             * @classdesc Represents a LocalAdmins.
             * @constructor
             * @param {assay.v1.LocalAdmins.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LocalAdmins = function (properties) {
                this.accounts = [];
                this.untold = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LocalAdmins accounts.
             * @member {Array.<string>} accounts
             * @memberof assay.v1.LocalAdmins
             * @instance
             */
            LocalAdmins.prototype.accounts = $util.emptyArray;

            /**
             * LocalAdmins sudo_rules.
             * @member {boolean} sudo_rules
             * @memberof assay.v1.LocalAdmins
             * @instance
             */
            LocalAdmins.prototype.sudo_rules = false;

            /**
             * LocalAdmins automatic_login.
             * @member {boolean|null|undefined} automatic_login
             * @memberof assay.v1.LocalAdmins
             * @instance
             */
            LocalAdmins.prototype.automatic_login = null;

            /**
             * LocalAdmins guest_account.
             * @member {boolean|null|undefined} guest_account
             * @memberof assay.v1.LocalAdmins
             * @instance
             */
            LocalAdmins.prototype.guest_account = null;

            /**
             * LocalAdmins root_login.
             * @member {string|null|undefined} root_login
             * @memberof assay.v1.LocalAdmins
             * @instance
             */
            LocalAdmins.prototype.root_login = null;

            /**
             * LocalAdmins untold.
             * @member {Array.<string>} untold
             * @memberof assay.v1.LocalAdmins
             * @instance
             */
            LocalAdmins.prototype.untold = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LocalAdmins.prototype, "_automatic_login", {
                get: $util.oneOfGetter($oneOfFields = ["automatic_login"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LocalAdmins.prototype, "_guest_account", {
                get: $util.oneOfGetter($oneOfFields = ["guest_account"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LocalAdmins.prototype, "_root_login", {
                get: $util.oneOfGetter($oneOfFields = ["root_login"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified LocalAdmins message. Does not implicitly {@link assay.v1.LocalAdmins.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.LocalAdmins
             * @static
             * @param {assay.v1.LocalAdmins.$Properties} message LocalAdmins message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LocalAdmins.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.accounts != null && message.accounts.length)
                    for (let i = 0; i < message.accounts.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.accounts[i]);
                if (message.sudo_rules != null && $Object.hasOwnProperty.call(message, "sudo_rules") && message.sudo_rules !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.sudo_rules);
                if (message.automatic_login != null && $Object.hasOwnProperty.call(message, "automatic_login"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.automatic_login);
                if (message.guest_account != null && $Object.hasOwnProperty.call(message, "guest_account"))
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.guest_account);
                if (message.root_login != null && $Object.hasOwnProperty.call(message, "root_login"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.root_login);
                if (message.untold != null && message.untold.length)
                    for (let i = 0; i < message.untold.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.untold[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LocalAdmins message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.LocalAdmins
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.LocalAdmins & assay.v1.LocalAdmins.$Shape} LocalAdmins
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LocalAdmins.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.LocalAdmins();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accounts && message.accounts.length))
                                message.accounts = [];
                            message.accounts.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.sudo_rules = value;
                            else
                                delete message.sudo_rules;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.automatic_login = reader.bool();
                            message._automatic_login = "automatic_login";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.guest_account = reader.bool();
                            message._guest_account = "guest_account";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.root_login = reader.stringVerify();
                            message._root_login = "root_login";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.untold && message.untold.length))
                                message.untold = [];
                            message.untold.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LocalAdmins message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.LocalAdmins
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.LocalAdmins} LocalAdmins
             */
            LocalAdmins.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.LocalAdmins)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.LocalAdmins: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.LocalAdmins();
                if (object.accounts) {
                    if (!$Array.isArray(object.accounts))
                        throw $TypeError(".assay.v1.LocalAdmins.accounts: array expected");
                    message.accounts = $Array(object.accounts.length);
                    for (let i = 0; i < object.accounts.length; ++i)
                        message.accounts[i] = $String(object.accounts[i]);
                }
                if (object.sudo_rules != null)
                    if (object.sudo_rules)
                        message.sudo_rules = $Boolean(object.sudo_rules);
                if (object.automatic_login != null)
                    message.automatic_login = $Boolean(object.automatic_login);
                if (object.guest_account != null)
                    message.guest_account = $Boolean(object.guest_account);
                if (object.root_login != null)
                    message.root_login = $String(object.root_login);
                if (object.untold) {
                    if (!$Array.isArray(object.untold))
                        throw $TypeError(".assay.v1.LocalAdmins.untold: array expected");
                    message.untold = $Array(object.untold.length);
                    for (let i = 0; i < object.untold.length; ++i)
                        message.untold[i] = $String(object.untold[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a LocalAdmins message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.LocalAdmins
             * @static
             * @param {assay.v1.LocalAdmins} message LocalAdmins
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LocalAdmins.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.accounts = [];
                    object.untold = [];
                }
                if (options.defaults)
                    object.sudo_rules = false;
                if (message.accounts && message.accounts.length) {
                    object.accounts = $Array(message.accounts.length);
                    for (let j = 0; j < message.accounts.length; ++j)
                        object.accounts[j] = message.accounts[j];
                }
                if (message.sudo_rules != null && $Object.hasOwnProperty.call(message, "sudo_rules"))
                    object.sudo_rules = message.sudo_rules;
                if (message.automatic_login != null && $Object.hasOwnProperty.call(message, "automatic_login"))
                    object.automatic_login = message.automatic_login;
                if (message.guest_account != null && $Object.hasOwnProperty.call(message, "guest_account"))
                    object.guest_account = message.guest_account;
                if (message.root_login != null && $Object.hasOwnProperty.call(message, "root_login"))
                    object.root_login = message.root_login;
                if (message.untold && message.untold.length) {
                    object.untold = $Array(message.untold.length);
                    for (let j = 0; j < message.untold.length; ++j)
                        object.untold[j] = message.untold[j];
                }
                return object;
            };

            /**
             * Converts this LocalAdmins to JSON.
             * @function toJSON
             * @memberof assay.v1.LocalAdmins
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LocalAdmins.prototype.toJSON = function() {
                return LocalAdmins.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LocalAdmins;
        })();

        v1.RemoteAccess = (function() {

            /**
             * Properties of a RemoteAccess.
             * @typedef {Object} assay.v1.RemoteAccess.$Properties
             * @property {Array.<assay.v1.RemoteAccessService.$Properties>|null} [services] RemoteAccess services
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RemoteAccess.
             * @memberof assay.v1
             * @interface IRemoteAccess
             * @augments assay.v1.RemoteAccess.$Properties
             * @deprecated Use assay.v1.RemoteAccess.$Properties instead.
             */

            /**
             * Shape of a RemoteAccess.
             * @typedef {assay.v1.RemoteAccess.$Properties} assay.v1.RemoteAccess.$Shape
             */

            /**
             * Constructs a new RemoteAccess.
             * @memberof assay.v1
             * @classdesc Represents a RemoteAccess.
             * @constructor
             * @param {assay.v1.RemoteAccess.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RemoteAccess = function (properties) {
                this.services = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RemoteAccess services.
             * @member {Array.<assay.v1.RemoteAccessService.$Properties>} services
             * @memberof assay.v1.RemoteAccess
             * @instance
             */
            RemoteAccess.prototype.services = $util.emptyArray;

            /**
             * Encodes the specified RemoteAccess message. Does not implicitly {@link assay.v1.RemoteAccess.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.RemoteAccess
             * @static
             * @param {assay.v1.RemoteAccess.$Properties} message RemoteAccess message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RemoteAccess.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.services != null && message.services.length)
                    for (let i = 0; i < message.services.length; ++i)
                        $root.assay.v1.RemoteAccessService.encode(message.services[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RemoteAccess message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.RemoteAccess
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.RemoteAccess & assay.v1.RemoteAccess.$Shape} RemoteAccess
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RemoteAccess.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.RemoteAccess();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.services && message.services.length))
                                message.services = [];
                            message.services.push($root.assay.v1.RemoteAccessService.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RemoteAccess message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.RemoteAccess
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.RemoteAccess} RemoteAccess
             */
            RemoteAccess.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.RemoteAccess)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.RemoteAccess: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.RemoteAccess();
                if (object.services) {
                    if (!$Array.isArray(object.services))
                        throw $TypeError(".assay.v1.RemoteAccess.services: array expected");
                    message.services = $Array(object.services.length);
                    for (let i = 0; i < object.services.length; ++i) {
                        if (!$util.isObject(object.services[i]))
                            throw $TypeError(".assay.v1.RemoteAccess.services: object expected");
                        message.services[i] = $root.assay.v1.RemoteAccessService.fromObject(object.services[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a RemoteAccess message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.RemoteAccess
             * @static
             * @param {assay.v1.RemoteAccess} message RemoteAccess
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RemoteAccess.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.services = [];
                if (message.services && message.services.length) {
                    object.services = $Array(message.services.length);
                    for (let j = 0; j < message.services.length; ++j)
                        object.services[j] = $root.assay.v1.RemoteAccessService.toObject(message.services[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this RemoteAccess to JSON.
             * @function toJSON
             * @memberof assay.v1.RemoteAccess
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RemoteAccess.prototype.toJSON = function() {
                return RemoteAccess.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RemoteAccess;
        })();

        v1.RemoteAccessService = (function() {

            /**
             * Properties of a RemoteAccessService.
             * @typedef {Object} assay.v1.RemoteAccessService.$Properties
             * @property {string|null} [service] RemoteAccessService service
             * @property {number|null} [port] RemoteAccessService port
             * @property {string|null} [basis] RemoteAccessService basis
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RemoteAccessService.
             * @memberof assay.v1
             * @interface IRemoteAccessService
             * @augments assay.v1.RemoteAccessService.$Properties
             * @deprecated Use assay.v1.RemoteAccessService.$Properties instead.
             */

            /**
             * Shape of a RemoteAccessService.
             * @typedef {assay.v1.RemoteAccessService.$Properties} assay.v1.RemoteAccessService.$Shape
             */

            /**
             * Constructs a new RemoteAccessService.
             * @memberof assay.v1
             * @classdesc Represents a RemoteAccessService.
             * @constructor
             * @param {assay.v1.RemoteAccessService.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RemoteAccessService = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RemoteAccessService service.
             * @member {string} service
             * @memberof assay.v1.RemoteAccessService
             * @instance
             */
            RemoteAccessService.prototype.service = "";

            /**
             * RemoteAccessService port.
             * @member {number} port
             * @memberof assay.v1.RemoteAccessService
             * @instance
             */
            RemoteAccessService.prototype.port = 0;

            /**
             * RemoteAccessService basis.
             * @member {string} basis
             * @memberof assay.v1.RemoteAccessService
             * @instance
             */
            RemoteAccessService.prototype.basis = "";

            /**
             * Encodes the specified RemoteAccessService message. Does not implicitly {@link assay.v1.RemoteAccessService.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.RemoteAccessService
             * @static
             * @param {assay.v1.RemoteAccessService.$Properties} message RemoteAccessService message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RemoteAccessService.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.service);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.port);
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis") && message.basis !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.basis);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RemoteAccessService message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.RemoteAccessService
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.RemoteAccessService & assay.v1.RemoteAccessService.$Shape} RemoteAccessService
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RemoteAccessService.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.RemoteAccessService();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.service = value;
                            else
                                delete message.service;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.port = value;
                            else
                                delete message.port;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.basis = value;
                            else
                                delete message.basis;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RemoteAccessService message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.RemoteAccessService
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.RemoteAccessService} RemoteAccessService
             */
            RemoteAccessService.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.RemoteAccessService)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.RemoteAccessService: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.RemoteAccessService();
                if (object.service != null)
                    if (typeof object.service !== "string" || object.service.length)
                        message.service = $String(object.service);
                if (object.port != null)
                    if ($Number(object.port) !== 0)
                        message.port = object.port >>> 0;
                if (object.basis != null)
                    if (typeof object.basis !== "string" || object.basis.length)
                        message.basis = $String(object.basis);
                return message;
            };

            /**
             * Creates a plain object from a RemoteAccessService message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.RemoteAccessService
             * @static
             * @param {assay.v1.RemoteAccessService} message RemoteAccessService
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RemoteAccessService.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.service = "";
                    object.port = 0;
                    object.basis = "";
                }
                if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                    object.service = message.service;
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    object.port = message.port;
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis"))
                    object.basis = message.basis;
                return object;
            };

            /**
             * Converts this RemoteAccessService to JSON.
             * @function toJSON
             * @memberof assay.v1.RemoteAccessService
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RemoteAccessService.prototype.toJSON = function() {
                return RemoteAccessService.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RemoteAccessService;
        })();

        v1.Agent = (function() {

            /**
             * Properties of an Agent.
             * @typedef {Object} assay.v1.Agent.$Properties
             * @property {string|null} [version] Agent version
             * @property {string|null} [key_storage] Agent key_storage
             * @property {string|null} [inspected_root] Agent inspected_root
             * @property {number|null} [failed_probes] Agent failed_probes
             * @property {string|null} [code_hash] Agent code_hash
             * @property {Array.<assay.v1.ProbeHealth.$Properties>|null} [probes] Agent probes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Agent.
             * @memberof assay.v1
             * @interface IAgent
             * @augments assay.v1.Agent.$Properties
             * @deprecated Use assay.v1.Agent.$Properties instead.
             */

            /**
             * Shape of an Agent.
             * @typedef {assay.v1.Agent.$Properties} assay.v1.Agent.$Shape
             */

            /**
             * Constructs a new Agent.
             * @memberof assay.v1
             * @classdesc Represents an Agent.
             * @constructor
             * @param {assay.v1.Agent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Agent = function (properties) {
                this.probes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Agent version.
             * @member {string} version
             * @memberof assay.v1.Agent
             * @instance
             */
            Agent.prototype.version = "";

            /**
             * Agent key_storage.
             * @member {string} key_storage
             * @memberof assay.v1.Agent
             * @instance
             */
            Agent.prototype.key_storage = "";

            /**
             * Agent inspected_root.
             * @member {string} inspected_root
             * @memberof assay.v1.Agent
             * @instance
             */
            Agent.prototype.inspected_root = "";

            /**
             * Agent failed_probes.
             * @member {number} failed_probes
             * @memberof assay.v1.Agent
             * @instance
             */
            Agent.prototype.failed_probes = 0;

            /**
             * Agent code_hash.
             * @member {string|null|undefined} code_hash
             * @memberof assay.v1.Agent
             * @instance
             */
            Agent.prototype.code_hash = null;

            /**
             * Agent probes.
             * @member {Array.<assay.v1.ProbeHealth.$Properties>} probes
             * @memberof assay.v1.Agent
             * @instance
             */
            Agent.prototype.probes = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Agent.prototype, "_code_hash", {
                get: $util.oneOfGetter($oneOfFields = ["code_hash"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Agent message. Does not implicitly {@link assay.v1.Agent.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Agent
             * @static
             * @param {assay.v1.Agent.$Properties} message Agent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Agent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.version);
                if (message.key_storage != null && $Object.hasOwnProperty.call(message, "key_storage") && message.key_storage !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.key_storage);
                if (message.inspected_root != null && $Object.hasOwnProperty.call(message, "inspected_root") && message.inspected_root !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.inspected_root);
                if (message.failed_probes != null && $Object.hasOwnProperty.call(message, "failed_probes") && message.failed_probes !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.failed_probes);
                if (message.code_hash != null && $Object.hasOwnProperty.call(message, "code_hash"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.code_hash);
                if (message.probes != null && message.probes.length)
                    for (let i = 0; i < message.probes.length; ++i)
                        $root.assay.v1.ProbeHealth.encode(message.probes[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Agent message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Agent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Agent & assay.v1.Agent.$Shape} Agent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Agent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Agent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key_storage = value;
                            else
                                delete message.key_storage;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.inspected_root = value;
                            else
                                delete message.inspected_root;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.failed_probes = value;
                            else
                                delete message.failed_probes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.code_hash = reader.stringVerify();
                            message._code_hash = "code_hash";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.probes && message.probes.length))
                                message.probes = [];
                            message.probes.push($root.assay.v1.ProbeHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Agent message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Agent
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Agent} Agent
             */
            Agent.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Agent)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Agent: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Agent();
                if (object.version != null)
                    if (typeof object.version !== "string" || object.version.length)
                        message.version = $String(object.version);
                if (object.key_storage != null)
                    if (typeof object.key_storage !== "string" || object.key_storage.length)
                        message.key_storage = $String(object.key_storage);
                if (object.inspected_root != null)
                    if (typeof object.inspected_root !== "string" || object.inspected_root.length)
                        message.inspected_root = $String(object.inspected_root);
                if (object.failed_probes != null)
                    if ($Number(object.failed_probes) !== 0)
                        message.failed_probes = object.failed_probes >>> 0;
                if (object.code_hash != null)
                    message.code_hash = $String(object.code_hash);
                if (object.probes) {
                    if (!$Array.isArray(object.probes))
                        throw $TypeError(".assay.v1.Agent.probes: array expected");
                    message.probes = $Array(object.probes.length);
                    for (let i = 0; i < object.probes.length; ++i) {
                        if (!$util.isObject(object.probes[i]))
                            throw $TypeError(".assay.v1.Agent.probes: object expected");
                        message.probes[i] = $root.assay.v1.ProbeHealth.fromObject(object.probes[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from an Agent message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Agent
             * @static
             * @param {assay.v1.Agent} message Agent
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Agent.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.probes = [];
                if (options.defaults) {
                    object.version = "";
                    object.key_storage = "";
                    object.inspected_root = "";
                    object.failed_probes = 0;
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.key_storage != null && $Object.hasOwnProperty.call(message, "key_storage"))
                    object.key_storage = message.key_storage;
                if (message.inspected_root != null && $Object.hasOwnProperty.call(message, "inspected_root"))
                    object.inspected_root = message.inspected_root;
                if (message.failed_probes != null && $Object.hasOwnProperty.call(message, "failed_probes"))
                    object.failed_probes = message.failed_probes;
                if (message.code_hash != null && $Object.hasOwnProperty.call(message, "code_hash"))
                    object.code_hash = message.code_hash;
                if (message.probes && message.probes.length) {
                    object.probes = $Array(message.probes.length);
                    for (let j = 0; j < message.probes.length; ++j)
                        object.probes[j] = $root.assay.v1.ProbeHealth.toObject(message.probes[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Agent to JSON.
             * @function toJSON
             * @memberof assay.v1.Agent
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Agent.prototype.toJSON = function() {
                return Agent.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Agent;
        })();

        v1.ProbeHealth = (function() {

            /**
             * Properties of a ProbeHealth.
             * @typedef {Object} assay.v1.ProbeHealth.$Properties
             * @property {string|null} [signal] ProbeHealth signal
             * @property {number|null} [crashed] ProbeHealth crashed
             * @property {number|null} [timed_out] ProbeHealth timed_out
             * @property {string|null} [last] ProbeHealth last
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ProbeHealth.
             * @memberof assay.v1
             * @interface IProbeHealth
             * @augments assay.v1.ProbeHealth.$Properties
             * @deprecated Use assay.v1.ProbeHealth.$Properties instead.
             */

            /**
             * Shape of a ProbeHealth.
             * @typedef {assay.v1.ProbeHealth.$Properties} assay.v1.ProbeHealth.$Shape
             */

            /**
             * Constructs a new ProbeHealth.
             * @memberof assay.v1
             * @classdesc Represents a ProbeHealth.
             * @constructor
             * @param {assay.v1.ProbeHealth.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ProbeHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ProbeHealth signal.
             * @member {string} signal
             * @memberof assay.v1.ProbeHealth
             * @instance
             */
            ProbeHealth.prototype.signal = "";

            /**
             * ProbeHealth crashed.
             * @member {number} crashed
             * @memberof assay.v1.ProbeHealth
             * @instance
             */
            ProbeHealth.prototype.crashed = 0;

            /**
             * ProbeHealth timed_out.
             * @member {number} timed_out
             * @memberof assay.v1.ProbeHealth
             * @instance
             */
            ProbeHealth.prototype.timed_out = 0;

            /**
             * ProbeHealth last.
             * @member {string} last
             * @memberof assay.v1.ProbeHealth
             * @instance
             */
            ProbeHealth.prototype.last = "";

            /**
             * Encodes the specified ProbeHealth message. Does not implicitly {@link assay.v1.ProbeHealth.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.ProbeHealth
             * @static
             * @param {assay.v1.ProbeHealth.$Properties} message ProbeHealth message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ProbeHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal") && message.signal !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.signal);
                if (message.crashed != null && $Object.hasOwnProperty.call(message, "crashed") && message.crashed !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.crashed);
                if (message.timed_out != null && $Object.hasOwnProperty.call(message, "timed_out") && message.timed_out !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.timed_out);
                if (message.last != null && $Object.hasOwnProperty.call(message, "last") && message.last !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.last);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ProbeHealth message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.ProbeHealth
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.ProbeHealth & assay.v1.ProbeHealth.$Shape} ProbeHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ProbeHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.ProbeHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.signal = value;
                            else
                                delete message.signal;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.crashed = value;
                            else
                                delete message.crashed;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timed_out = value;
                            else
                                delete message.timed_out;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.last = value;
                            else
                                delete message.last;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ProbeHealth message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.ProbeHealth
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.ProbeHealth} ProbeHealth
             */
            ProbeHealth.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.ProbeHealth)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.ProbeHealth: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.ProbeHealth();
                if (object.signal != null)
                    if (typeof object.signal !== "string" || object.signal.length)
                        message.signal = $String(object.signal);
                if (object.crashed != null)
                    if ($Number(object.crashed) !== 0)
                        message.crashed = object.crashed >>> 0;
                if (object.timed_out != null)
                    if ($Number(object.timed_out) !== 0)
                        message.timed_out = object.timed_out >>> 0;
                if (object.last != null)
                    if (typeof object.last !== "string" || object.last.length)
                        message.last = $String(object.last);
                return message;
            };

            /**
             * Creates a plain object from a ProbeHealth message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.ProbeHealth
             * @static
             * @param {assay.v1.ProbeHealth} message ProbeHealth
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ProbeHealth.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.signal = "";
                    object.crashed = 0;
                    object.timed_out = 0;
                    object.last = "";
                }
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal"))
                    object.signal = message.signal;
                if (message.crashed != null && $Object.hasOwnProperty.call(message, "crashed"))
                    object.crashed = message.crashed;
                if (message.timed_out != null && $Object.hasOwnProperty.call(message, "timed_out"))
                    object.timed_out = message.timed_out;
                if (message.last != null && $Object.hasOwnProperty.call(message, "last"))
                    object.last = message.last;
                return object;
            };

            /**
             * Converts this ProbeHealth to JSON.
             * @function toJSON
             * @memberof assay.v1.ProbeHealth
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ProbeHealth.prototype.toJSON = function() {
                return ProbeHealth.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ProbeHealth;
        })();

        v1.AgentFrame = (function() {

            /**
             * Properties of an AgentFrame.
             * @typedef {Object} assay.v1.AgentFrame.$Properties
             * @property {assay.v1.Envelope.$Properties|null} [enroll] AgentFrame enroll
             * @property {assay.v1.Envelope.$Properties|null} [hello] AgentFrame hello
             * @property {assay.v1.Envelope.$Properties|null} [report] AgentFrame report
             * @property {assay.v1.Unchanged.$Properties|null} [unchanged] AgentFrame unchanged
             * @property {assay.v1.Envelope.$Properties|null} [rotate] AgentFrame rotate
             * @property {assay.v1.Envelope.$Properties|null} [unenroll] AgentFrame unenroll
             * @property {assay.v1.History.$Properties|null} [history] AgentFrame history
             * @property {"enroll"|"hello"|"report"|"unchanged"|"rotate"|"unenroll"|"history"} [frame] AgentFrame frame
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AgentFrame.
             * @memberof assay.v1
             * @interface IAgentFrame
             * @augments assay.v1.AgentFrame.$Properties
             * @deprecated Use assay.v1.AgentFrame.$Properties instead.
             */

            /**
             * Narrowed shape of an AgentFrame.
             * @typedef {{
             *   enroll?: assay.v1.Envelope.$Shape|null;
             *   hello?: assay.v1.Envelope.$Shape|null;
             *   report?: assay.v1.Envelope.$Shape|null;
             *   unchanged?: assay.v1.Unchanged.$Shape|null;
             *   rotate?: assay.v1.Envelope.$Shape|null;
             *   unenroll?: assay.v1.Envelope.$Shape|null;
             *   history?: assay.v1.History.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ frame?: undefined; enroll?: null; hello?: null; report?: null; unchanged?: null; rotate?: null; unenroll?: null; history?: null }|{ frame?: "enroll"; enroll: assay.v1.Envelope.$Shape; hello?: null; report?: null; unchanged?: null; rotate?: null; unenroll?: null; history?: null }|{ frame?: "hello"; enroll?: null; hello: assay.v1.Envelope.$Shape; report?: null; unchanged?: null; rotate?: null; unenroll?: null; history?: null }|{ frame?: "report"; enroll?: null; hello?: null; report: assay.v1.Envelope.$Shape; unchanged?: null; rotate?: null; unenroll?: null; history?: null }|{ frame?: "unchanged"; enroll?: null; hello?: null; report?: null; unchanged: assay.v1.Unchanged.$Shape; rotate?: null; unenroll?: null; history?: null }|{ frame?: "rotate"; enroll?: null; hello?: null; report?: null; unchanged?: null; rotate: assay.v1.Envelope.$Shape; unenroll?: null; history?: null }|{ frame?: "unenroll"; enroll?: null; hello?: null; report?: null; unchanged?: null; rotate?: null; unenroll: assay.v1.Envelope.$Shape; history?: null }|{ frame?: "history"; enroll?: null; hello?: null; report?: null; unchanged?: null; rotate?: null; unenroll?: null; history: assay.v1.History.$Shape })
             * )} assay.v1.AgentFrame.$Shape
             */

            /**
             * Constructs a new AgentFrame.
             * @memberof assay.v1
             * @classdesc Represents an AgentFrame.
             * @constructor
             * @param {assay.v1.AgentFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AgentFrame = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AgentFrame enroll.
             * @member {assay.v1.Envelope.$Properties|null|undefined} enroll
             * @memberof assay.v1.AgentFrame
             * @instance
             */
            AgentFrame.prototype.enroll = null;

            /**
             * AgentFrame hello.
             * @member {assay.v1.Envelope.$Properties|null|undefined} hello
             * @memberof assay.v1.AgentFrame
             * @instance
             */
            AgentFrame.prototype.hello = null;

            /**
             * AgentFrame report.
             * @member {assay.v1.Envelope.$Properties|null|undefined} report
             * @memberof assay.v1.AgentFrame
             * @instance
             */
            AgentFrame.prototype.report = null;

            /**
             * AgentFrame unchanged.
             * @member {assay.v1.Unchanged.$Properties|null|undefined} unchanged
             * @memberof assay.v1.AgentFrame
             * @instance
             */
            AgentFrame.prototype.unchanged = null;

            /**
             * AgentFrame rotate.
             * @member {assay.v1.Envelope.$Properties|null|undefined} rotate
             * @memberof assay.v1.AgentFrame
             * @instance
             */
            AgentFrame.prototype.rotate = null;

            /**
             * AgentFrame unenroll.
             * @member {assay.v1.Envelope.$Properties|null|undefined} unenroll
             * @memberof assay.v1.AgentFrame
             * @instance
             */
            AgentFrame.prototype.unenroll = null;

            /**
             * AgentFrame history.
             * @member {assay.v1.History.$Properties|null|undefined} history
             * @memberof assay.v1.AgentFrame
             * @instance
             */
            AgentFrame.prototype.history = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * AgentFrame frame.
             * @member {"enroll"|"hello"|"report"|"unchanged"|"rotate"|"unenroll"|"history"|undefined} frame
             * @memberof assay.v1.AgentFrame
             * @instance
             */
            $Object.defineProperty(AgentFrame.prototype, "frame", {
                get: $util.oneOfGetter($oneOfFields = ["enroll", "hello", "report", "unchanged", "rotate", "unenroll", "history"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified AgentFrame message. Does not implicitly {@link assay.v1.AgentFrame.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.AgentFrame
             * @static
             * @param {assay.v1.AgentFrame.$Properties} message AgentFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AgentFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.enroll != null && $Object.hasOwnProperty.call(message, "enroll"))
                    $root.assay.v1.Envelope.encode(message.enroll, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.assay.v1.Envelope.encode(message.hello, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.assay.v1.Envelope.encode(message.report, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.unchanged != null && $Object.hasOwnProperty.call(message, "unchanged"))
                    $root.assay.v1.Unchanged.encode(message.unchanged, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.rotate != null && $Object.hasOwnProperty.call(message, "rotate"))
                    $root.assay.v1.Envelope.encode(message.rotate, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.unenroll != null && $Object.hasOwnProperty.call(message, "unenroll"))
                    $root.assay.v1.Envelope.encode(message.unenroll, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.history != null && $Object.hasOwnProperty.call(message, "history"))
                    $root.assay.v1.History.encode(message.history, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AgentFrame message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.AgentFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.AgentFrame & assay.v1.AgentFrame.$Shape} AgentFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AgentFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.AgentFrame();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.enroll = $root.assay.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1, message.enroll);
                            message.frame = "enroll";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.assay.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.frame = "hello";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.assay.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            message.frame = "report";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.unchanged = $root.assay.v1.Unchanged.decode(reader, reader.size(), $undefined, _depth + 1, message.unchanged);
                            message.frame = "unchanged";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.rotate = $root.assay.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1, message.rotate);
                            message.frame = "rotate";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.unenroll = $root.assay.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1, message.unenroll);
                            message.frame = "unenroll";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.history = $root.assay.v1.History.decode(reader, reader.size(), $undefined, _depth + 1, message.history);
                            message.frame = "history";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an AgentFrame message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.AgentFrame
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.AgentFrame} AgentFrame
             */
            AgentFrame.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.AgentFrame)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.AgentFrame: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.AgentFrame();
                if (object.enroll != null) {
                    if (!$util.isObject(object.enroll))
                        throw $TypeError(".assay.v1.AgentFrame.enroll: object expected");
                    message.enroll = $root.assay.v1.Envelope.fromObject(object.enroll, _depth + 1);
                }
                if (object.hello != null) {
                    if (!$util.isObject(object.hello))
                        throw $TypeError(".assay.v1.AgentFrame.hello: object expected");
                    message.hello = $root.assay.v1.Envelope.fromObject(object.hello, _depth + 1);
                }
                if (object.report != null) {
                    if (!$util.isObject(object.report))
                        throw $TypeError(".assay.v1.AgentFrame.report: object expected");
                    message.report = $root.assay.v1.Envelope.fromObject(object.report, _depth + 1);
                }
                if (object.unchanged != null) {
                    if (!$util.isObject(object.unchanged))
                        throw $TypeError(".assay.v1.AgentFrame.unchanged: object expected");
                    message.unchanged = $root.assay.v1.Unchanged.fromObject(object.unchanged, _depth + 1);
                }
                if (object.rotate != null) {
                    if (!$util.isObject(object.rotate))
                        throw $TypeError(".assay.v1.AgentFrame.rotate: object expected");
                    message.rotate = $root.assay.v1.Envelope.fromObject(object.rotate, _depth + 1);
                }
                if (object.unenroll != null) {
                    if (!$util.isObject(object.unenroll))
                        throw $TypeError(".assay.v1.AgentFrame.unenroll: object expected");
                    message.unenroll = $root.assay.v1.Envelope.fromObject(object.unenroll, _depth + 1);
                }
                if (object.history != null) {
                    if (!$util.isObject(object.history))
                        throw $TypeError(".assay.v1.AgentFrame.history: object expected");
                    message.history = $root.assay.v1.History.fromObject(object.history, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an AgentFrame message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.AgentFrame
             * @static
             * @param {assay.v1.AgentFrame} message AgentFrame
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            AgentFrame.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.enroll != null && $Object.hasOwnProperty.call(message, "enroll")) {
                    object.enroll = $root.assay.v1.Envelope.toObject(message.enroll, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "enroll";
                }
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello")) {
                    object.hello = $root.assay.v1.Envelope.toObject(message.hello, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "hello";
                }
                if (message.report != null && $Object.hasOwnProperty.call(message, "report")) {
                    object.report = $root.assay.v1.Envelope.toObject(message.report, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "report";
                }
                if (message.unchanged != null && $Object.hasOwnProperty.call(message, "unchanged")) {
                    object.unchanged = $root.assay.v1.Unchanged.toObject(message.unchanged, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "unchanged";
                }
                if (message.rotate != null && $Object.hasOwnProperty.call(message, "rotate")) {
                    object.rotate = $root.assay.v1.Envelope.toObject(message.rotate, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "rotate";
                }
                if (message.unenroll != null && $Object.hasOwnProperty.call(message, "unenroll")) {
                    object.unenroll = $root.assay.v1.Envelope.toObject(message.unenroll, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "unenroll";
                }
                if (message.history != null && $Object.hasOwnProperty.call(message, "history")) {
                    object.history = $root.assay.v1.History.toObject(message.history, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "history";
                }
                return object;
            };

            /**
             * Converts this AgentFrame to JSON.
             * @function toJSON
             * @memberof assay.v1.AgentFrame
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            AgentFrame.prototype.toJSON = function() {
                return AgentFrame.toObject(this, $protobuf.util.toJSONOptions);
            };

            return AgentFrame;
        })();

        v1.CollectorFrame = (function() {

            /**
             * Properties of a CollectorFrame.
             * @typedef {Object} assay.v1.CollectorFrame.$Properties
             * @property {assay.v1.Challenge.$Properties|null} [challenge] CollectorFrame challenge
             * @property {assay.v1.Enrolled.$Properties|null} [enrolled] CollectorFrame enrolled
             * @property {assay.v1.Welcome.$Properties|null} [welcome] CollectorFrame welcome
             * @property {assay.v1.Ack.$Properties|null} [ack] CollectorFrame ack
             * @property {assay.v1.Command.$Properties|null} [command] CollectorFrame command
             * @property {assay.v1.Refusal.$Properties|null} [refusal] CollectorFrame refusal
             * @property {assay.v1.Rotated.$Properties|null} [rotated] CollectorFrame rotated
             * @property {assay.v1.Unenrolled.$Properties|null} [unenrolled] CollectorFrame unenrolled
             * @property {assay.v1.HistoryAck.$Properties|null} [history_ack] CollectorFrame history_ack
             * @property {"challenge"|"enrolled"|"welcome"|"ack"|"command"|"refusal"|"rotated"|"unenrolled"|"history_ack"} [frame] CollectorFrame frame
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CollectorFrame.
             * @memberof assay.v1
             * @interface ICollectorFrame
             * @augments assay.v1.CollectorFrame.$Properties
             * @deprecated Use assay.v1.CollectorFrame.$Properties instead.
             */

            /**
             * Narrowed shape of a CollectorFrame.
             * @typedef {{
             *   challenge?: assay.v1.Challenge.$Shape|null;
             *   enrolled?: assay.v1.Enrolled.$Shape|null;
             *   welcome?: assay.v1.Welcome.$Shape|null;
             *   ack?: assay.v1.Ack.$Shape|null;
             *   command?: assay.v1.Command.$Shape|null;
             *   refusal?: assay.v1.Refusal.$Shape|null;
             *   rotated?: assay.v1.Rotated.$Shape|null;
             *   unenrolled?: assay.v1.Unenrolled.$Shape|null;
             *   history_ack?: assay.v1.HistoryAck.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ frame?: undefined; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "challenge"; challenge: assay.v1.Challenge.$Shape; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "enrolled"; challenge?: null; enrolled: assay.v1.Enrolled.$Shape; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "welcome"; challenge?: null; enrolled?: null; welcome: assay.v1.Welcome.$Shape; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "ack"; challenge?: null; enrolled?: null; welcome?: null; ack: assay.v1.Ack.$Shape; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "command"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command: assay.v1.Command.$Shape; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "refusal"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal: assay.v1.Refusal.$Shape; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "rotated"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated: assay.v1.Rotated.$Shape; unenrolled?: null; history_ack?: null }|{ frame?: "unenrolled"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled: assay.v1.Unenrolled.$Shape; history_ack?: null }|{ frame?: "history_ack"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack: assay.v1.HistoryAck.$Shape })
             * )} assay.v1.CollectorFrame.$Shape
             */

            /**
             * Constructs a new CollectorFrame.
             * @memberof assay.v1
             * @classdesc Represents a CollectorFrame.
             * @constructor
             * @param {assay.v1.CollectorFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CollectorFrame = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CollectorFrame challenge.
             * @member {assay.v1.Challenge.$Properties|null|undefined} challenge
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.challenge = null;

            /**
             * CollectorFrame enrolled.
             * @member {assay.v1.Enrolled.$Properties|null|undefined} enrolled
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.enrolled = null;

            /**
             * CollectorFrame welcome.
             * @member {assay.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.welcome = null;

            /**
             * CollectorFrame ack.
             * @member {assay.v1.Ack.$Properties|null|undefined} ack
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.ack = null;

            /**
             * CollectorFrame command.
             * @member {assay.v1.Command.$Properties|null|undefined} command
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.command = null;

            /**
             * CollectorFrame refusal.
             * @member {assay.v1.Refusal.$Properties|null|undefined} refusal
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.refusal = null;

            /**
             * CollectorFrame rotated.
             * @member {assay.v1.Rotated.$Properties|null|undefined} rotated
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.rotated = null;

            /**
             * CollectorFrame unenrolled.
             * @member {assay.v1.Unenrolled.$Properties|null|undefined} unenrolled
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.unenrolled = null;

            /**
             * CollectorFrame history_ack.
             * @member {assay.v1.HistoryAck.$Properties|null|undefined} history_ack
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            CollectorFrame.prototype.history_ack = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * CollectorFrame frame.
             * @member {"challenge"|"enrolled"|"welcome"|"ack"|"command"|"refusal"|"rotated"|"unenrolled"|"history_ack"|undefined} frame
             * @memberof assay.v1.CollectorFrame
             * @instance
             */
            $Object.defineProperty(CollectorFrame.prototype, "frame", {
                get: $util.oneOfGetter($oneOfFields = ["challenge", "enrolled", "welcome", "ack", "command", "refusal", "rotated", "unenrolled", "history_ack"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified CollectorFrame message. Does not implicitly {@link assay.v1.CollectorFrame.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.CollectorFrame
             * @static
             * @param {assay.v1.CollectorFrame.$Properties} message CollectorFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CollectorFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.challenge != null && $Object.hasOwnProperty.call(message, "challenge"))
                    $root.assay.v1.Challenge.encode(message.challenge, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled"))
                    $root.assay.v1.Enrolled.encode(message.enrolled, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.assay.v1.Welcome.encode(message.welcome, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    $root.assay.v1.Ack.encode(message.ack, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    $root.assay.v1.Command.encode(message.command, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    $root.assay.v1.Refusal.encode(message.refusal, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.rotated != null && $Object.hasOwnProperty.call(message, "rotated"))
                    $root.assay.v1.Rotated.encode(message.rotated, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.unenrolled != null && $Object.hasOwnProperty.call(message, "unenrolled"))
                    $root.assay.v1.Unenrolled.encode(message.unenrolled, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.history_ack != null && $Object.hasOwnProperty.call(message, "history_ack"))
                    $root.assay.v1.HistoryAck.encode(message.history_ack, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CollectorFrame message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.CollectorFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.CollectorFrame & assay.v1.CollectorFrame.$Shape} CollectorFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CollectorFrame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.CollectorFrame();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.challenge = $root.assay.v1.Challenge.decode(reader, reader.size(), $undefined, _depth + 1, message.challenge);
                            message.frame = "challenge";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.enrolled = $root.assay.v1.Enrolled.decode(reader, reader.size(), $undefined, _depth + 1, message.enrolled);
                            message.frame = "enrolled";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.assay.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.frame = "welcome";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.ack = $root.assay.v1.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                            message.frame = "ack";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.command = $root.assay.v1.Command.decode(reader, reader.size(), $undefined, _depth + 1, message.command);
                            message.frame = "command";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.refusal = $root.assay.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                            message.frame = "refusal";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.rotated = $root.assay.v1.Rotated.decode(reader, reader.size(), $undefined, _depth + 1, message.rotated);
                            message.frame = "rotated";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.unenrolled = $root.assay.v1.Unenrolled.decode(reader, reader.size(), $undefined, _depth + 1, message.unenrolled);
                            message.frame = "unenrolled";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.history_ack = $root.assay.v1.HistoryAck.decode(reader, reader.size(), $undefined, _depth + 1, message.history_ack);
                            message.frame = "history_ack";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a CollectorFrame message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.CollectorFrame
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.CollectorFrame} CollectorFrame
             */
            CollectorFrame.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.CollectorFrame)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.CollectorFrame: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.CollectorFrame();
                if (object.challenge != null) {
                    if (!$util.isObject(object.challenge))
                        throw $TypeError(".assay.v1.CollectorFrame.challenge: object expected");
                    message.challenge = $root.assay.v1.Challenge.fromObject(object.challenge, _depth + 1);
                }
                if (object.enrolled != null) {
                    if (!$util.isObject(object.enrolled))
                        throw $TypeError(".assay.v1.CollectorFrame.enrolled: object expected");
                    message.enrolled = $root.assay.v1.Enrolled.fromObject(object.enrolled, _depth + 1);
                }
                if (object.welcome != null) {
                    if (!$util.isObject(object.welcome))
                        throw $TypeError(".assay.v1.CollectorFrame.welcome: object expected");
                    message.welcome = $root.assay.v1.Welcome.fromObject(object.welcome, _depth + 1);
                }
                if (object.ack != null) {
                    if (!$util.isObject(object.ack))
                        throw $TypeError(".assay.v1.CollectorFrame.ack: object expected");
                    message.ack = $root.assay.v1.Ack.fromObject(object.ack, _depth + 1);
                }
                if (object.command != null) {
                    if (!$util.isObject(object.command))
                        throw $TypeError(".assay.v1.CollectorFrame.command: object expected");
                    message.command = $root.assay.v1.Command.fromObject(object.command, _depth + 1);
                }
                if (object.refusal != null) {
                    if (!$util.isObject(object.refusal))
                        throw $TypeError(".assay.v1.CollectorFrame.refusal: object expected");
                    message.refusal = $root.assay.v1.Refusal.fromObject(object.refusal, _depth + 1);
                }
                if (object.rotated != null) {
                    if (!$util.isObject(object.rotated))
                        throw $TypeError(".assay.v1.CollectorFrame.rotated: object expected");
                    message.rotated = $root.assay.v1.Rotated.fromObject(object.rotated, _depth + 1);
                }
                if (object.unenrolled != null) {
                    if (!$util.isObject(object.unenrolled))
                        throw $TypeError(".assay.v1.CollectorFrame.unenrolled: object expected");
                    message.unenrolled = $root.assay.v1.Unenrolled.fromObject(object.unenrolled, _depth + 1);
                }
                if (object.history_ack != null) {
                    if (!$util.isObject(object.history_ack))
                        throw $TypeError(".assay.v1.CollectorFrame.history_ack: object expected");
                    message.history_ack = $root.assay.v1.HistoryAck.fromObject(object.history_ack, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a CollectorFrame message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.CollectorFrame
             * @static
             * @param {assay.v1.CollectorFrame} message CollectorFrame
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            CollectorFrame.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.challenge != null && $Object.hasOwnProperty.call(message, "challenge")) {
                    object.challenge = $root.assay.v1.Challenge.toObject(message.challenge, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "challenge";
                }
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled")) {
                    object.enrolled = $root.assay.v1.Enrolled.toObject(message.enrolled, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "enrolled";
                }
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome")) {
                    object.welcome = $root.assay.v1.Welcome.toObject(message.welcome, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "welcome";
                }
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack")) {
                    object.ack = $root.assay.v1.Ack.toObject(message.ack, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "ack";
                }
                if (message.command != null && $Object.hasOwnProperty.call(message, "command")) {
                    object.command = $root.assay.v1.Command.toObject(message.command, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "command";
                }
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal")) {
                    object.refusal = $root.assay.v1.Refusal.toObject(message.refusal, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "refusal";
                }
                if (message.rotated != null && $Object.hasOwnProperty.call(message, "rotated")) {
                    object.rotated = $root.assay.v1.Rotated.toObject(message.rotated, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "rotated";
                }
                if (message.unenrolled != null && $Object.hasOwnProperty.call(message, "unenrolled")) {
                    object.unenrolled = $root.assay.v1.Unenrolled.toObject(message.unenrolled, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "unenrolled";
                }
                if (message.history_ack != null && $Object.hasOwnProperty.call(message, "history_ack")) {
                    object.history_ack = $root.assay.v1.HistoryAck.toObject(message.history_ack, options, _depth + 1);
                    if (options.oneofs)
                        object.frame = "history_ack";
                }
                return object;
            };

            /**
             * Converts this CollectorFrame to JSON.
             * @function toJSON
             * @memberof assay.v1.CollectorFrame
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            CollectorFrame.prototype.toJSON = function() {
                return CollectorFrame.toObject(this, $protobuf.util.toJSONOptions);
            };

            return CollectorFrame;
        })();

        v1.Challenge = (function() {

            /**
             * Properties of a Challenge.
             * @typedef {Object} assay.v1.Challenge.$Properties
             * @property {Uint8Array|null} [nonce] Challenge nonce
             * @property {number|null} [collector_time_ms] Challenge collector_time_ms
             * @property {string|null} [collector_id] Challenge collector_id
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Challenge.
             * @memberof assay.v1
             * @interface IChallenge
             * @augments assay.v1.Challenge.$Properties
             * @deprecated Use assay.v1.Challenge.$Properties instead.
             */

            /**
             * Shape of a Challenge.
             * @typedef {assay.v1.Challenge.$Properties} assay.v1.Challenge.$Shape
             */

            /**
             * Constructs a new Challenge.
             * @memberof assay.v1
             * @classdesc Represents a Challenge.
             * @constructor
             * @param {assay.v1.Challenge.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Challenge = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Challenge nonce.
             * @member {Uint8Array} nonce
             * @memberof assay.v1.Challenge
             * @instance
             */
            Challenge.prototype.nonce = $util.newBuffer([]);

            /**
             * Challenge collector_time_ms.
             * @member {number} collector_time_ms
             * @memberof assay.v1.Challenge
             * @instance
             */
            Challenge.prototype.collector_time_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Challenge collector_id.
             * @member {string} collector_id
             * @memberof assay.v1.Challenge
             * @instance
             */
            Challenge.prototype.collector_id = "";

            /**
             * Encodes the specified Challenge message. Does not implicitly {@link assay.v1.Challenge.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Challenge
             * @static
             * @param {assay.v1.Challenge.$Properties} message Challenge message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Challenge.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.nonce);
                if (message.collector_time_ms != null && $Object.hasOwnProperty.call(message, "collector_time_ms") && (typeof message.collector_time_ms === "object" ? message.collector_time_ms.low || message.collector_time_ms.high : message.collector_time_ms !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).int64(message.collector_time_ms);
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id") && message.collector_id !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.collector_id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Challenge message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Challenge
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Challenge & assay.v1.Challenge.$Shape} Challenge
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Challenge.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Challenge();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.collector_time_ms = value;
                            else
                                delete message.collector_time_ms;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.collector_id = value;
                            else
                                delete message.collector_id;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Challenge message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Challenge
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Challenge} Challenge
             */
            Challenge.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Challenge)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Challenge: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Challenge();
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.collector_time_ms != null)
                    if (typeof object.collector_time_ms === "object" ? object.collector_time_ms.low || object.collector_time_ms.high : $Number(object.collector_time_ms) !== 0)
                        if ($util.Long)
                            message.collector_time_ms = $util.Long.fromValue(object.collector_time_ms, false);
                        else if (typeof object.collector_time_ms === "string")
                            message.collector_time_ms = $parseInt(object.collector_time_ms, 10);
                        else if (typeof object.collector_time_ms === "number")
                            message.collector_time_ms = object.collector_time_ms;
                        else if (typeof object.collector_time_ms === "object")
                            message.collector_time_ms = new $util.LongBits(object.collector_time_ms.low >>> 0, object.collector_time_ms.high >>> 0).toNumber();
                if (object.collector_id != null)
                    if (typeof object.collector_id !== "string" || object.collector_id.length)
                        message.collector_id = $String(object.collector_id);
                return message;
            };

            /**
             * Creates a plain object from a Challenge message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Challenge
             * @static
             * @param {assay.v1.Challenge} message Challenge
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Challenge.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.collector_time_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.collector_time_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.collector_id = "";
                }
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.collector_time_ms != null && $Object.hasOwnProperty.call(message, "collector_time_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.collector_time_ms = typeof message.collector_time_ms === "number" ? $BigInt(message.collector_time_ms) : $util.Long.fromBits(message.collector_time_ms.low >>> 0, message.collector_time_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.collector_time_ms === "number")
                        object.collector_time_ms = options.longs === $String ? $String(message.collector_time_ms) : message.collector_time_ms;
                    else
                        object.collector_time_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.collector_time_ms) : options.longs === $Number ? new $util.LongBits(message.collector_time_ms.low >>> 0, message.collector_time_ms.high >>> 0).toNumber() : message.collector_time_ms;
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id"))
                    object.collector_id = message.collector_id;
                return object;
            };

            /**
             * Converts this Challenge to JSON.
             * @function toJSON
             * @memberof assay.v1.Challenge
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Challenge.prototype.toJSON = function() {
                return Challenge.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Challenge;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} assay.v1.Hello.$Properties
             * @property {string|null} [device_id] Hello device_id
             * @property {Uint8Array|null} [nonce] Hello nonce
             * @property {string|null} [collector_id] Hello collector_id
             * @property {string|null} [agent_version] Hello agent_version
             * @property {string|null} [boot_id] Hello boot_id
             * @property {assay.v1.LastReport.$Properties|null} [last_report] Hello last_report
             * @property {boolean|null} [trial] Hello trial
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof assay.v1
             * @interface IHello
             * @augments assay.v1.Hello.$Properties
             * @deprecated Use assay.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {assay.v1.Hello.$Properties} assay.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof assay.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {assay.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello device_id.
             * @member {string} device_id
             * @memberof assay.v1.Hello
             * @instance
             */
            Hello.prototype.device_id = "";

            /**
             * Hello nonce.
             * @member {Uint8Array} nonce
             * @memberof assay.v1.Hello
             * @instance
             */
            Hello.prototype.nonce = $util.newBuffer([]);

            /**
             * Hello collector_id.
             * @member {string} collector_id
             * @memberof assay.v1.Hello
             * @instance
             */
            Hello.prototype.collector_id = "";

            /**
             * Hello agent_version.
             * @member {string} agent_version
             * @memberof assay.v1.Hello
             * @instance
             */
            Hello.prototype.agent_version = "";

            /**
             * Hello boot_id.
             * @member {string} boot_id
             * @memberof assay.v1.Hello
             * @instance
             */
            Hello.prototype.boot_id = "";

            /**
             * Hello last_report.
             * @member {assay.v1.LastReport.$Properties|null|undefined} last_report
             * @memberof assay.v1.Hello
             * @instance
             */
            Hello.prototype.last_report = null;

            /**
             * Hello trial.
             * @member {boolean} trial
             * @memberof assay.v1.Hello
             * @instance
             */
            Hello.prototype.trial = false;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link assay.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Hello
             * @static
             * @param {assay.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id") && message.device_id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.device_id);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.nonce);
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id") && message.collector_id !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.collector_id);
                if (message.agent_version != null && $Object.hasOwnProperty.call(message, "agent_version") && message.agent_version !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.agent_version);
                if (message.boot_id != null && $Object.hasOwnProperty.call(message, "boot_id") && message.boot_id !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.boot_id);
                if (message.last_report != null && $Object.hasOwnProperty.call(message, "last_report"))
                    $root.assay.v1.LastReport.encode(message.last_report, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.trial != null && $Object.hasOwnProperty.call(message, "trial") && message.trial !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.trial);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Hello & assay.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device_id = value;
                            else
                                delete message.device_id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.collector_id = value;
                            else
                                delete message.collector_id;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agent_version = value;
                            else
                                delete message.agent_version;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.boot_id = value;
                            else
                                delete message.boot_id;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.last_report = $root.assay.v1.LastReport.decode(reader, reader.size(), $undefined, _depth + 1, message.last_report);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.trial = value;
                            else
                                delete message.trial;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Hello message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Hello
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Hello} Hello
             */
            Hello.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Hello)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Hello: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Hello();
                if (object.device_id != null)
                    if (typeof object.device_id !== "string" || object.device_id.length)
                        message.device_id = $String(object.device_id);
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.collector_id != null)
                    if (typeof object.collector_id !== "string" || object.collector_id.length)
                        message.collector_id = $String(object.collector_id);
                if (object.agent_version != null)
                    if (typeof object.agent_version !== "string" || object.agent_version.length)
                        message.agent_version = $String(object.agent_version);
                if (object.boot_id != null)
                    if (typeof object.boot_id !== "string" || object.boot_id.length)
                        message.boot_id = $String(object.boot_id);
                if (object.last_report != null) {
                    if (!$util.isObject(object.last_report))
                        throw $TypeError(".assay.v1.Hello.last_report: object expected");
                    message.last_report = $root.assay.v1.LastReport.fromObject(object.last_report, _depth + 1);
                }
                if (object.trial != null)
                    if (object.trial)
                        message.trial = $Boolean(object.trial);
                return message;
            };

            /**
             * Creates a plain object from a Hello message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Hello
             * @static
             * @param {assay.v1.Hello} message Hello
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Hello.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.device_id = "";
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    object.collector_id = "";
                    object.agent_version = "";
                    object.boot_id = "";
                    object.last_report = null;
                    object.trial = false;
                }
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.collector_id != null && $Object.hasOwnProperty.call(message, "collector_id"))
                    object.collector_id = message.collector_id;
                if (message.agent_version != null && $Object.hasOwnProperty.call(message, "agent_version"))
                    object.agent_version = message.agent_version;
                if (message.boot_id != null && $Object.hasOwnProperty.call(message, "boot_id"))
                    object.boot_id = message.boot_id;
                if (message.last_report != null && $Object.hasOwnProperty.call(message, "last_report"))
                    object.last_report = $root.assay.v1.LastReport.toObject(message.last_report, options, _depth + 1);
                if (message.trial != null && $Object.hasOwnProperty.call(message, "trial"))
                    object.trial = message.trial;
                return object;
            };

            /**
             * Converts this Hello to JSON.
             * @function toJSON
             * @memberof assay.v1.Hello
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Hello.prototype.toJSON = function() {
                return Hello.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Hello;
        })();

        v1.LastReport = (function() {

            /**
             * Properties of a LastReport.
             * @typedef {Object} assay.v1.LastReport.$Properties
             * @property {number|null} [number] LastReport number
             * @property {Uint8Array|null} [digest] LastReport digest
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LastReport.
             * @memberof assay.v1
             * @interface ILastReport
             * @augments assay.v1.LastReport.$Properties
             * @deprecated Use assay.v1.LastReport.$Properties instead.
             */

            /**
             * Shape of a LastReport.
             * @typedef {assay.v1.LastReport.$Properties} assay.v1.LastReport.$Shape
             */

            /**
             * Constructs a new LastReport.
             * @memberof assay.v1
             * @classdesc Represents a LastReport.
             * @constructor
             * @param {assay.v1.LastReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LastReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LastReport number.
             * @member {number} number
             * @memberof assay.v1.LastReport
             * @instance
             */
            LastReport.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LastReport digest.
             * @member {Uint8Array} digest
             * @memberof assay.v1.LastReport
             * @instance
             */
            LastReport.prototype.digest = $util.newBuffer([]);

            /**
             * Encodes the specified LastReport message. Does not implicitly {@link assay.v1.LastReport.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.LastReport
             * @static
             * @param {assay.v1.LastReport.$Properties} message LastReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LastReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.number);
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.digest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LastReport message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.LastReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.LastReport & assay.v1.LastReport.$Shape} LastReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LastReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.LastReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.digest = value;
                            else
                                delete message.digest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LastReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.LastReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.LastReport} LastReport
             */
            LastReport.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.LastReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.LastReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.LastReport();
                if (object.number != null)
                    if (typeof object.number === "object" ? object.number.low || object.number.high : $Number(object.number) !== 0)
                        if ($util.Long)
                            message.number = $util.Long.fromValue(object.number, true);
                        else if (typeof object.number === "string")
                            message.number = $parseInt(object.number, 10);
                        else if (typeof object.number === "number")
                            message.number = object.number;
                        else if (typeof object.number === "object")
                            message.number = new $util.LongBits(object.number.low >>> 0, object.number.high >>> 0).toNumber(true);
                if (object.digest != null)
                    if (object.digest.length)
                        if (typeof object.digest === "string")
                            $util.base64.decode(object.digest, message.digest = $util.newBuffer($util.base64.length(object.digest)), 0);
                        else if (object.digest.length >= 0)
                            message.digest = object.digest;
                return message;
            };

            /**
             * Creates a plain object from a LastReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.LastReport
             * @static
             * @param {assay.v1.LastReport} message LastReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LastReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.digest = "";
                    else {
                        object.digest = [];
                        if (options.bytes !== $Array)
                            object.digest = $util.newBuffer(object.digest);
                    }
                }
                if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.number = typeof message.number === "number" ? $BigInt(message.number) : $util.Long.fromBits(message.number.low >>> 0, message.number.high >>> 0, true).toBigInt();
                    else if (typeof message.number === "number")
                        object.number = options.longs === $String ? $String(message.number) : message.number;
                    else
                        object.number = options.longs === $String ? $util.Long.prototype.toString.call(message.number) : options.longs === $Number ? new $util.LongBits(message.number.low >>> 0, message.number.high >>> 0).toNumber(true) : message.number;
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                    object.digest = options.bytes === $String ? $util.base64.encode(message.digest, 0, message.digest.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.digest) : message.digest;
                return object;
            };

            /**
             * Converts this LastReport to JSON.
             * @function toJSON
             * @memberof assay.v1.LastReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LastReport.prototype.toJSON = function() {
                return LastReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LastReport;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} assay.v1.Welcome.$Properties
             * @property {string|null} [session_id] Welcome session_id
             * @property {number|null} [report_interval_s] Welcome report_interval_s
             * @property {number|null} [full_report_interval_s] Welcome full_report_interval_s
             * @property {number|null} [last_report_number] Welcome last_report_number
             * @property {assay.v1.Assessment.$Properties|null} [assessment] Welcome assessment
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof assay.v1
             * @interface IWelcome
             * @augments assay.v1.Welcome.$Properties
             * @deprecated Use assay.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {assay.v1.Welcome.$Properties} assay.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof assay.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {assay.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome session_id.
             * @member {string} session_id
             * @memberof assay.v1.Welcome
             * @instance
             */
            Welcome.prototype.session_id = "";

            /**
             * Welcome report_interval_s.
             * @member {number} report_interval_s
             * @memberof assay.v1.Welcome
             * @instance
             */
            Welcome.prototype.report_interval_s = 0;

            /**
             * Welcome full_report_interval_s.
             * @member {number} full_report_interval_s
             * @memberof assay.v1.Welcome
             * @instance
             */
            Welcome.prototype.full_report_interval_s = 0;

            /**
             * Welcome last_report_number.
             * @member {number} last_report_number
             * @memberof assay.v1.Welcome
             * @instance
             */
            Welcome.prototype.last_report_number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Welcome assessment.
             * @member {assay.v1.Assessment.$Properties|null|undefined} assessment
             * @memberof assay.v1.Welcome
             * @instance
             */
            Welcome.prototype.assessment = null;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link assay.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Welcome
             * @static
             * @param {assay.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.session_id != null && $Object.hasOwnProperty.call(message, "session_id") && message.session_id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.session_id);
                if (message.report_interval_s != null && $Object.hasOwnProperty.call(message, "report_interval_s") && message.report_interval_s !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.report_interval_s);
                if (message.full_report_interval_s != null && $Object.hasOwnProperty.call(message, "full_report_interval_s") && message.full_report_interval_s !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.full_report_interval_s);
                if (message.last_report_number != null && $Object.hasOwnProperty.call(message, "last_report_number") && (typeof message.last_report_number === "object" ? message.last_report_number.low || message.last_report_number.high : message.last_report_number !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.last_report_number);
                if (message.assessment != null && $Object.hasOwnProperty.call(message, "assessment"))
                    $root.assay.v1.Assessment.encode(message.assessment, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Welcome & assay.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.session_id = value;
                            else
                                delete message.session_id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.report_interval_s = value;
                            else
                                delete message.report_interval_s;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.full_report_interval_s = value;
                            else
                                delete message.full_report_interval_s;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.last_report_number = value;
                            else
                                delete message.last_report_number;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.assessment = $root.assay.v1.Assessment.decode(reader, reader.size(), $undefined, _depth + 1, message.assessment);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Welcome message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Welcome
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Welcome} Welcome
             */
            Welcome.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Welcome)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Welcome: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Welcome();
                if (object.session_id != null)
                    if (typeof object.session_id !== "string" || object.session_id.length)
                        message.session_id = $String(object.session_id);
                if (object.report_interval_s != null)
                    if ($Number(object.report_interval_s) !== 0)
                        message.report_interval_s = object.report_interval_s >>> 0;
                if (object.full_report_interval_s != null)
                    if ($Number(object.full_report_interval_s) !== 0)
                        message.full_report_interval_s = object.full_report_interval_s >>> 0;
                if (object.last_report_number != null)
                    if (typeof object.last_report_number === "object" ? object.last_report_number.low || object.last_report_number.high : $Number(object.last_report_number) !== 0)
                        if ($util.Long)
                            message.last_report_number = $util.Long.fromValue(object.last_report_number, true);
                        else if (typeof object.last_report_number === "string")
                            message.last_report_number = $parseInt(object.last_report_number, 10);
                        else if (typeof object.last_report_number === "number")
                            message.last_report_number = object.last_report_number;
                        else if (typeof object.last_report_number === "object")
                            message.last_report_number = new $util.LongBits(object.last_report_number.low >>> 0, object.last_report_number.high >>> 0).toNumber(true);
                if (object.assessment != null) {
                    if (!$util.isObject(object.assessment))
                        throw $TypeError(".assay.v1.Welcome.assessment: object expected");
                    message.assessment = $root.assay.v1.Assessment.fromObject(object.assessment, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Welcome message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Welcome
             * @static
             * @param {assay.v1.Welcome} message Welcome
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Welcome.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.session_id = "";
                    object.report_interval_s = 0;
                    object.full_report_interval_s = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.last_report_number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.last_report_number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.assessment = null;
                }
                if (message.session_id != null && $Object.hasOwnProperty.call(message, "session_id"))
                    object.session_id = message.session_id;
                if (message.report_interval_s != null && $Object.hasOwnProperty.call(message, "report_interval_s"))
                    object.report_interval_s = message.report_interval_s;
                if (message.full_report_interval_s != null && $Object.hasOwnProperty.call(message, "full_report_interval_s"))
                    object.full_report_interval_s = message.full_report_interval_s;
                if (message.last_report_number != null && $Object.hasOwnProperty.call(message, "last_report_number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.last_report_number = typeof message.last_report_number === "number" ? $BigInt(message.last_report_number) : $util.Long.fromBits(message.last_report_number.low >>> 0, message.last_report_number.high >>> 0, true).toBigInt();
                    else if (typeof message.last_report_number === "number")
                        object.last_report_number = options.longs === $String ? $String(message.last_report_number) : message.last_report_number;
                    else
                        object.last_report_number = options.longs === $String ? $util.Long.prototype.toString.call(message.last_report_number) : options.longs === $Number ? new $util.LongBits(message.last_report_number.low >>> 0, message.last_report_number.high >>> 0).toNumber(true) : message.last_report_number;
                if (message.assessment != null && $Object.hasOwnProperty.call(message, "assessment"))
                    object.assessment = $root.assay.v1.Assessment.toObject(message.assessment, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Welcome to JSON.
             * @function toJSON
             * @memberof assay.v1.Welcome
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Welcome.prototype.toJSON = function() {
                return Welcome.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Welcome;
        })();

        v1.Unchanged = (function() {

            /**
             * Properties of an Unchanged.
             * @typedef {Object} assay.v1.Unchanged.$Properties
             * @property {number|null} [report_number] Unchanged report_number
             * @property {Uint8Array|null} [digest] Unchanged digest
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Unchanged.
             * @memberof assay.v1
             * @interface IUnchanged
             * @augments assay.v1.Unchanged.$Properties
             * @deprecated Use assay.v1.Unchanged.$Properties instead.
             */

            /**
             * Shape of an Unchanged.
             * @typedef {assay.v1.Unchanged.$Properties} assay.v1.Unchanged.$Shape
             */

            /**
             * Constructs a new Unchanged.
             * @memberof assay.v1
             * @classdesc Represents an Unchanged.
             * @constructor
             * @param {assay.v1.Unchanged.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Unchanged = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Unchanged report_number.
             * @member {number} report_number
             * @memberof assay.v1.Unchanged
             * @instance
             */
            Unchanged.prototype.report_number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Unchanged digest.
             * @member {Uint8Array} digest
             * @memberof assay.v1.Unchanged
             * @instance
             */
            Unchanged.prototype.digest = $util.newBuffer([]);

            /**
             * Encodes the specified Unchanged message. Does not implicitly {@link assay.v1.Unchanged.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Unchanged
             * @static
             * @param {assay.v1.Unchanged.$Properties} message Unchanged message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Unchanged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.report_number != null && $Object.hasOwnProperty.call(message, "report_number") && (typeof message.report_number === "object" ? message.report_number.low || message.report_number.high : message.report_number !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.report_number);
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.digest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Unchanged message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Unchanged
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Unchanged & assay.v1.Unchanged.$Shape} Unchanged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Unchanged.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Unchanged();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.report_number = value;
                            else
                                delete message.report_number;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.digest = value;
                            else
                                delete message.digest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Unchanged message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Unchanged
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Unchanged} Unchanged
             */
            Unchanged.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Unchanged)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Unchanged: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Unchanged();
                if (object.report_number != null)
                    if (typeof object.report_number === "object" ? object.report_number.low || object.report_number.high : $Number(object.report_number) !== 0)
                        if ($util.Long)
                            message.report_number = $util.Long.fromValue(object.report_number, true);
                        else if (typeof object.report_number === "string")
                            message.report_number = $parseInt(object.report_number, 10);
                        else if (typeof object.report_number === "number")
                            message.report_number = object.report_number;
                        else if (typeof object.report_number === "object")
                            message.report_number = new $util.LongBits(object.report_number.low >>> 0, object.report_number.high >>> 0).toNumber(true);
                if (object.digest != null)
                    if (object.digest.length)
                        if (typeof object.digest === "string")
                            $util.base64.decode(object.digest, message.digest = $util.newBuffer($util.base64.length(object.digest)), 0);
                        else if (object.digest.length >= 0)
                            message.digest = object.digest;
                return message;
            };

            /**
             * Creates a plain object from an Unchanged message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Unchanged
             * @static
             * @param {assay.v1.Unchanged} message Unchanged
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Unchanged.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.report_number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.report_number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.digest = "";
                    else {
                        object.digest = [];
                        if (options.bytes !== $Array)
                            object.digest = $util.newBuffer(object.digest);
                    }
                }
                if (message.report_number != null && $Object.hasOwnProperty.call(message, "report_number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.report_number = typeof message.report_number === "number" ? $BigInt(message.report_number) : $util.Long.fromBits(message.report_number.low >>> 0, message.report_number.high >>> 0, true).toBigInt();
                    else if (typeof message.report_number === "number")
                        object.report_number = options.longs === $String ? $String(message.report_number) : message.report_number;
                    else
                        object.report_number = options.longs === $String ? $util.Long.prototype.toString.call(message.report_number) : options.longs === $Number ? new $util.LongBits(message.report_number.low >>> 0, message.report_number.high >>> 0).toNumber(true) : message.report_number;
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                    object.digest = options.bytes === $String ? $util.base64.encode(message.digest, 0, message.digest.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.digest) : message.digest;
                return object;
            };

            /**
             * Converts this Unchanged to JSON.
             * @function toJSON
             * @memberof assay.v1.Unchanged
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Unchanged.prototype.toJSON = function() {
                return Unchanged.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Unchanged;
        })();

        v1.Ack = (function() {

            /**
             * Properties of an Ack.
             * @typedef {Object} assay.v1.Ack.$Properties
             * @property {number|null} [report_number] Ack report_number
             * @property {assay.v1.Assessment.$Properties|null} [assessment] Ack assessment
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Ack.
             * @memberof assay.v1
             * @interface IAck
             * @augments assay.v1.Ack.$Properties
             * @deprecated Use assay.v1.Ack.$Properties instead.
             */

            /**
             * Shape of an Ack.
             * @typedef {assay.v1.Ack.$Properties} assay.v1.Ack.$Shape
             */

            /**
             * Constructs a new Ack.
             * @memberof assay.v1
             * @classdesc Represents an Ack.
             * @constructor
             * @param {assay.v1.Ack.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ack = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ack report_number.
             * @member {number} report_number
             * @memberof assay.v1.Ack
             * @instance
             */
            Ack.prototype.report_number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Ack assessment.
             * @member {assay.v1.Assessment.$Properties|null|undefined} assessment
             * @memberof assay.v1.Ack
             * @instance
             */
            Ack.prototype.assessment = null;

            /**
             * Encodes the specified Ack message. Does not implicitly {@link assay.v1.Ack.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Ack
             * @static
             * @param {assay.v1.Ack.$Properties} message Ack message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ack.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.report_number != null && $Object.hasOwnProperty.call(message, "report_number") && (typeof message.report_number === "object" ? message.report_number.low || message.report_number.high : message.report_number !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.report_number);
                if (message.assessment != null && $Object.hasOwnProperty.call(message, "assessment"))
                    $root.assay.v1.Assessment.encode(message.assessment, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Ack
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Ack & assay.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ack.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Ack();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.report_number = value;
                            else
                                delete message.report_number;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.assessment = $root.assay.v1.Assessment.decode(reader, reader.size(), $undefined, _depth + 1, message.assessment);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Ack message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Ack
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Ack} Ack
             */
            Ack.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Ack)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Ack: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Ack();
                if (object.report_number != null)
                    if (typeof object.report_number === "object" ? object.report_number.low || object.report_number.high : $Number(object.report_number) !== 0)
                        if ($util.Long)
                            message.report_number = $util.Long.fromValue(object.report_number, true);
                        else if (typeof object.report_number === "string")
                            message.report_number = $parseInt(object.report_number, 10);
                        else if (typeof object.report_number === "number")
                            message.report_number = object.report_number;
                        else if (typeof object.report_number === "object")
                            message.report_number = new $util.LongBits(object.report_number.low >>> 0, object.report_number.high >>> 0).toNumber(true);
                if (object.assessment != null) {
                    if (!$util.isObject(object.assessment))
                        throw $TypeError(".assay.v1.Ack.assessment: object expected");
                    message.assessment = $root.assay.v1.Assessment.fromObject(object.assessment, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an Ack message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Ack
             * @static
             * @param {assay.v1.Ack} message Ack
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Ack.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.report_number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.report_number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.assessment = null;
                }
                if (message.report_number != null && $Object.hasOwnProperty.call(message, "report_number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.report_number = typeof message.report_number === "number" ? $BigInt(message.report_number) : $util.Long.fromBits(message.report_number.low >>> 0, message.report_number.high >>> 0, true).toBigInt();
                    else if (typeof message.report_number === "number")
                        object.report_number = options.longs === $String ? $String(message.report_number) : message.report_number;
                    else
                        object.report_number = options.longs === $String ? $util.Long.prototype.toString.call(message.report_number) : options.longs === $Number ? new $util.LongBits(message.report_number.low >>> 0, message.report_number.high >>> 0).toNumber(true) : message.report_number;
                if (message.assessment != null && $Object.hasOwnProperty.call(message, "assessment"))
                    object.assessment = $root.assay.v1.Assessment.toObject(message.assessment, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Ack to JSON.
             * @function toJSON
             * @memberof assay.v1.Ack
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Ack.prototype.toJSON = function() {
                return Ack.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Ack;
        })();

        v1.History = (function() {

            /**
             * Properties of a History.
             * @typedef {Object} assay.v1.History.$Properties
             * @property {Array.<assay.v1.Envelope.$Properties>|null} [reports] History reports
             * @property {number|null} [agent_time_ms] History agent_time_ms
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a History.
             * @memberof assay.v1
             * @interface IHistory
             * @augments assay.v1.History.$Properties
             * @deprecated Use assay.v1.History.$Properties instead.
             */

            /**
             * Shape of a History.
             * @typedef {assay.v1.History.$Properties} assay.v1.History.$Shape
             */

            /**
             * Constructs a new History.
             * @memberof assay.v1
             * @classdesc Represents a History.
             * @constructor
             * @param {assay.v1.History.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const History = function (properties) {
                this.reports = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * History reports.
             * @member {Array.<assay.v1.Envelope.$Properties>} reports
             * @memberof assay.v1.History
             * @instance
             */
            History.prototype.reports = $util.emptyArray;

            /**
             * History agent_time_ms.
             * @member {number} agent_time_ms
             * @memberof assay.v1.History
             * @instance
             */
            History.prototype.agent_time_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Encodes the specified History message. Does not implicitly {@link assay.v1.History.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.History
             * @static
             * @param {assay.v1.History.$Properties} message History message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            History.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reports != null && message.reports.length)
                    for (let i = 0; i < message.reports.length; ++i)
                        $root.assay.v1.Envelope.encode(message.reports[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.agent_time_ms != null && $Object.hasOwnProperty.call(message, "agent_time_ms") && (typeof message.agent_time_ms === "object" ? message.agent_time_ms.low || message.agent_time_ms.high : message.agent_time_ms !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).int64(message.agent_time_ms);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a History message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.History
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.History & assay.v1.History.$Shape} History
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            History.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.History();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.reports && message.reports.length))
                                message.reports = [];
                            message.reports.push($root.assay.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.agent_time_ms = value;
                            else
                                delete message.agent_time_ms;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a History message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.History
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.History} History
             */
            History.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.History)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.History: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.History();
                if (object.reports) {
                    if (!$Array.isArray(object.reports))
                        throw $TypeError(".assay.v1.History.reports: array expected");
                    message.reports = $Array(object.reports.length);
                    for (let i = 0; i < object.reports.length; ++i) {
                        if (!$util.isObject(object.reports[i]))
                            throw $TypeError(".assay.v1.History.reports: object expected");
                        message.reports[i] = $root.assay.v1.Envelope.fromObject(object.reports[i], _depth + 1);
                    }
                }
                if (object.agent_time_ms != null)
                    if (typeof object.agent_time_ms === "object" ? object.agent_time_ms.low || object.agent_time_ms.high : $Number(object.agent_time_ms) !== 0)
                        if ($util.Long)
                            message.agent_time_ms = $util.Long.fromValue(object.agent_time_ms, false);
                        else if (typeof object.agent_time_ms === "string")
                            message.agent_time_ms = $parseInt(object.agent_time_ms, 10);
                        else if (typeof object.agent_time_ms === "number")
                            message.agent_time_ms = object.agent_time_ms;
                        else if (typeof object.agent_time_ms === "object")
                            message.agent_time_ms = new $util.LongBits(object.agent_time_ms.low >>> 0, object.agent_time_ms.high >>> 0).toNumber();
                return message;
            };

            /**
             * Creates a plain object from a History message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.History
             * @static
             * @param {assay.v1.History} message History
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            History.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.reports = [];
                if (options.defaults)
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.agent_time_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.agent_time_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if (message.reports && message.reports.length) {
                    object.reports = $Array(message.reports.length);
                    for (let j = 0; j < message.reports.length; ++j)
                        object.reports[j] = $root.assay.v1.Envelope.toObject(message.reports[j], options, _depth + 1);
                }
                if (message.agent_time_ms != null && $Object.hasOwnProperty.call(message, "agent_time_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.agent_time_ms = typeof message.agent_time_ms === "number" ? $BigInt(message.agent_time_ms) : $util.Long.fromBits(message.agent_time_ms.low >>> 0, message.agent_time_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.agent_time_ms === "number")
                        object.agent_time_ms = options.longs === $String ? $String(message.agent_time_ms) : message.agent_time_ms;
                    else
                        object.agent_time_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.agent_time_ms) : options.longs === $Number ? new $util.LongBits(message.agent_time_ms.low >>> 0, message.agent_time_ms.high >>> 0).toNumber() : message.agent_time_ms;
                return object;
            };

            /**
             * Converts this History to JSON.
             * @function toJSON
             * @memberof assay.v1.History
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            History.prototype.toJSON = function() {
                return History.toObject(this, $protobuf.util.toJSONOptions);
            };

            return History;
        })();

        v1.HistoryAck = (function() {

            /**
             * Properties of a HistoryAck.
             * @typedef {Object} assay.v1.HistoryAck.$Properties
             * @property {number|null} [report_number] HistoryAck report_number
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HistoryAck.
             * @memberof assay.v1
             * @interface IHistoryAck
             * @augments assay.v1.HistoryAck.$Properties
             * @deprecated Use assay.v1.HistoryAck.$Properties instead.
             */

            /**
             * Shape of a HistoryAck.
             * @typedef {assay.v1.HistoryAck.$Properties} assay.v1.HistoryAck.$Shape
             */

            /**
             * Constructs a new HistoryAck.
             * @memberof assay.v1
             * @classdesc Represents a HistoryAck.
             * @constructor
             * @param {assay.v1.HistoryAck.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HistoryAck = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HistoryAck report_number.
             * @member {number} report_number
             * @memberof assay.v1.HistoryAck
             * @instance
             */
            HistoryAck.prototype.report_number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified HistoryAck message. Does not implicitly {@link assay.v1.HistoryAck.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.HistoryAck
             * @static
             * @param {assay.v1.HistoryAck.$Properties} message HistoryAck message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HistoryAck.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.report_number != null && $Object.hasOwnProperty.call(message, "report_number") && (typeof message.report_number === "object" ? message.report_number.low || message.report_number.high : message.report_number !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.report_number);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HistoryAck message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.HistoryAck
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.HistoryAck & assay.v1.HistoryAck.$Shape} HistoryAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HistoryAck.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.HistoryAck();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.report_number = value;
                            else
                                delete message.report_number;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a HistoryAck message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.HistoryAck
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.HistoryAck} HistoryAck
             */
            HistoryAck.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.HistoryAck)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.HistoryAck: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.HistoryAck();
                if (object.report_number != null)
                    if (typeof object.report_number === "object" ? object.report_number.low || object.report_number.high : $Number(object.report_number) !== 0)
                        if ($util.Long)
                            message.report_number = $util.Long.fromValue(object.report_number, true);
                        else if (typeof object.report_number === "string")
                            message.report_number = $parseInt(object.report_number, 10);
                        else if (typeof object.report_number === "number")
                            message.report_number = object.report_number;
                        else if (typeof object.report_number === "object")
                            message.report_number = new $util.LongBits(object.report_number.low >>> 0, object.report_number.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a HistoryAck message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.HistoryAck
             * @static
             * @param {assay.v1.HistoryAck} message HistoryAck
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            HistoryAck.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.report_number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.report_number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if (message.report_number != null && $Object.hasOwnProperty.call(message, "report_number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.report_number = typeof message.report_number === "number" ? $BigInt(message.report_number) : $util.Long.fromBits(message.report_number.low >>> 0, message.report_number.high >>> 0, true).toBigInt();
                    else if (typeof message.report_number === "number")
                        object.report_number = options.longs === $String ? $String(message.report_number) : message.report_number;
                    else
                        object.report_number = options.longs === $String ? $util.Long.prototype.toString.call(message.report_number) : options.longs === $Number ? new $util.LongBits(message.report_number.low >>> 0, message.report_number.high >>> 0).toNumber(true) : message.report_number;
                return object;
            };

            /**
             * Converts this HistoryAck to JSON.
             * @function toJSON
             * @memberof assay.v1.HistoryAck
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            HistoryAck.prototype.toJSON = function() {
                return HistoryAck.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HistoryAck;
        })();

        v1.Command = (function() {

            /**
             * Properties of a Command.
             * @typedef {Object} assay.v1.Command.$Properties
             * @property {assay.v1.Recheck.$Properties|null} [recheck] Command recheck
             * @property {assay.v1.RotateKey.$Properties|null} [rotate_key] Command rotate_key
             * @property {"recheck"|"rotate_key"} [command] Command command
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Command.
             * @memberof assay.v1
             * @interface ICommand
             * @augments assay.v1.Command.$Properties
             * @deprecated Use assay.v1.Command.$Properties instead.
             */

            /**
             * Narrowed shape of a Command.
             * @typedef {{
             *   recheck?: assay.v1.Recheck.$Shape|null;
             *   rotate_key?: assay.v1.RotateKey.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ command?: undefined; recheck?: null; rotate_key?: null }|{ command?: "recheck"; recheck: assay.v1.Recheck.$Shape; rotate_key?: null }|{ command?: "rotate_key"; recheck?: null; rotate_key: assay.v1.RotateKey.$Shape })
             * )} assay.v1.Command.$Shape
             */

            /**
             * Constructs a new Command.
             * @memberof assay.v1
             * @classdesc Represents a Command.
             * @constructor
             * @param {assay.v1.Command.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Command = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Command recheck.
             * @member {assay.v1.Recheck.$Properties|null|undefined} recheck
             * @memberof assay.v1.Command
             * @instance
             */
            Command.prototype.recheck = null;

            /**
             * Command rotate_key.
             * @member {assay.v1.RotateKey.$Properties|null|undefined} rotate_key
             * @memberof assay.v1.Command
             * @instance
             */
            Command.prototype.rotate_key = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Command command.
             * @member {"recheck"|"rotate_key"|undefined} command
             * @memberof assay.v1.Command
             * @instance
             */
            $Object.defineProperty(Command.prototype, "command", {
                get: $util.oneOfGetter($oneOfFields = ["recheck", "rotate_key"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Command message. Does not implicitly {@link assay.v1.Command.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Command
             * @static
             * @param {assay.v1.Command.$Properties} message Command message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Command.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.recheck != null && $Object.hasOwnProperty.call(message, "recheck"))
                    $root.assay.v1.Recheck.encode(message.recheck, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.rotate_key != null && $Object.hasOwnProperty.call(message, "rotate_key"))
                    $root.assay.v1.RotateKey.encode(message.rotate_key, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Command
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Command & assay.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Command.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Command();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.recheck = $root.assay.v1.Recheck.decode(reader, reader.size(), $undefined, _depth + 1, message.recheck);
                            message.command = "recheck";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.rotate_key = $root.assay.v1.RotateKey.decode(reader, reader.size(), $undefined, _depth + 1, message.rotate_key);
                            message.command = "rotate_key";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Command message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Command
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Command} Command
             */
            Command.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Command)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Command: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Command();
                if (object.recheck != null) {
                    if (!$util.isObject(object.recheck))
                        throw $TypeError(".assay.v1.Command.recheck: object expected");
                    message.recheck = $root.assay.v1.Recheck.fromObject(object.recheck, _depth + 1);
                }
                if (object.rotate_key != null) {
                    if (!$util.isObject(object.rotate_key))
                        throw $TypeError(".assay.v1.Command.rotate_key: object expected");
                    message.rotate_key = $root.assay.v1.RotateKey.fromObject(object.rotate_key, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Command message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Command
             * @static
             * @param {assay.v1.Command} message Command
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Command.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.recheck != null && $Object.hasOwnProperty.call(message, "recheck")) {
                    object.recheck = $root.assay.v1.Recheck.toObject(message.recheck, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "recheck";
                }
                if (message.rotate_key != null && $Object.hasOwnProperty.call(message, "rotate_key")) {
                    object.rotate_key = $root.assay.v1.RotateKey.toObject(message.rotate_key, options, _depth + 1);
                    if (options.oneofs)
                        object.command = "rotate_key";
                }
                return object;
            };

            /**
             * Converts this Command to JSON.
             * @function toJSON
             * @memberof assay.v1.Command
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Command.prototype.toJSON = function() {
                return Command.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Command;
        })();

        v1.Recheck = (function() {

            /**
             * Properties of a Recheck.
             * @typedef {Object} assay.v1.Recheck.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Recheck.
             * @memberof assay.v1
             * @interface IRecheck
             * @augments assay.v1.Recheck.$Properties
             * @deprecated Use assay.v1.Recheck.$Properties instead.
             */

            /**
             * Shape of a Recheck.
             * @typedef {assay.v1.Recheck.$Properties} assay.v1.Recheck.$Shape
             */

            /**
             * Constructs a new Recheck.
             * @memberof assay.v1
             * @classdesc Represents a Recheck.
             * @constructor
             * @param {assay.v1.Recheck.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Recheck = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified Recheck message. Does not implicitly {@link assay.v1.Recheck.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Recheck
             * @static
             * @param {assay.v1.Recheck.$Properties} message Recheck message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Recheck.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Recheck message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Recheck
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Recheck & assay.v1.Recheck.$Shape} Recheck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Recheck.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Recheck();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Recheck message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Recheck
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Recheck} Recheck
             */
            Recheck.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Recheck)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Recheck: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.assay.v1.Recheck();
            };

            /**
             * Creates a plain object from a Recheck message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Recheck
             * @static
             * @param {assay.v1.Recheck} message Recheck
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Recheck.toObject = function () {
                return {};
            };

            /**
             * Converts this Recheck to JSON.
             * @function toJSON
             * @memberof assay.v1.Recheck
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Recheck.prototype.toJSON = function() {
                return Recheck.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Recheck;
        })();

        v1.RotateKey = (function() {

            /**
             * Properties of a RotateKey.
             * @typedef {Object} assay.v1.RotateKey.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RotateKey.
             * @memberof assay.v1
             * @interface IRotateKey
             * @augments assay.v1.RotateKey.$Properties
             * @deprecated Use assay.v1.RotateKey.$Properties instead.
             */

            /**
             * Shape of a RotateKey.
             * @typedef {assay.v1.RotateKey.$Properties} assay.v1.RotateKey.$Shape
             */

            /**
             * Constructs a new RotateKey.
             * @memberof assay.v1
             * @classdesc Represents a RotateKey.
             * @constructor
             * @param {assay.v1.RotateKey.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RotateKey = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified RotateKey message. Does not implicitly {@link assay.v1.RotateKey.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.RotateKey
             * @static
             * @param {assay.v1.RotateKey.$Properties} message RotateKey message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RotateKey.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RotateKey message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.RotateKey
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.RotateKey & assay.v1.RotateKey.$Shape} RotateKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RotateKey.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.RotateKey();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RotateKey message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.RotateKey
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.RotateKey} RotateKey
             */
            RotateKey.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.RotateKey)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.RotateKey: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.assay.v1.RotateKey();
            };

            /**
             * Creates a plain object from a RotateKey message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.RotateKey
             * @static
             * @param {assay.v1.RotateKey} message RotateKey
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RotateKey.toObject = function () {
                return {};
            };

            /**
             * Converts this RotateKey to JSON.
             * @function toJSON
             * @memberof assay.v1.RotateKey
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RotateKey.prototype.toJSON = function() {
                return RotateKey.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RotateKey;
        })();

        v1.Refusal = (function() {

            /**
             * Properties of a Refusal.
             * @typedef {Object} assay.v1.Refusal.$Properties
             * @property {string|null} [code] Refusal code
             * @property {string|null} [message] Refusal message
             * @property {number|null} [retry_after_s] Refusal retry_after_s
             * @property {boolean|null} [retry] Refusal retry
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refusal.
             * @memberof assay.v1
             * @interface IRefusal
             * @augments assay.v1.Refusal.$Properties
             * @deprecated Use assay.v1.Refusal.$Properties instead.
             */

            /**
             * Shape of a Refusal.
             * @typedef {assay.v1.Refusal.$Properties} assay.v1.Refusal.$Shape
             */

            /**
             * Constructs a new Refusal.
             * @memberof assay.v1
             * @classdesc Represents a Refusal.
             * @constructor
             * @param {assay.v1.Refusal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Refusal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refusal code.
             * @member {string} code
             * @memberof assay.v1.Refusal
             * @instance
             */
            Refusal.prototype.code = "";

            /**
             * Refusal message.
             * @member {string} message
             * @memberof assay.v1.Refusal
             * @instance
             */
            Refusal.prototype.message = "";

            /**
             * Refusal retry_after_s.
             * @member {number} retry_after_s
             * @memberof assay.v1.Refusal
             * @instance
             */
            Refusal.prototype.retry_after_s = 0;

            /**
             * Refusal retry.
             * @member {boolean} retry
             * @memberof assay.v1.Refusal
             * @instance
             */
            Refusal.prototype.retry = false;

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link assay.v1.Refusal.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Refusal
             * @static
             * @param {assay.v1.Refusal.$Properties} message Refusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.retry_after_s != null && $Object.hasOwnProperty.call(message, "retry_after_s") && message.retry_after_s !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.retry_after_s);
                if (message.retry != null && $Object.hasOwnProperty.call(message, "retry") && message.retry !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.retry);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Refusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Refusal & assay.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Refusal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retry_after_s = value;
                            else
                                delete message.retry_after_s;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.retry = value;
                            else
                                delete message.retry;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Refusal message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Refusal
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Refusal} Refusal
             */
            Refusal.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Refusal)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Refusal: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Refusal();
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.retry_after_s != null)
                    if ($Number(object.retry_after_s) !== 0)
                        message.retry_after_s = object.retry_after_s >>> 0;
                if (object.retry != null)
                    if (object.retry)
                        message.retry = $Boolean(object.retry);
                return message;
            };

            /**
             * Creates a plain object from a Refusal message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Refusal
             * @static
             * @param {assay.v1.Refusal} message Refusal
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Refusal.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.code = "";
                    object.message = "";
                    object.retry_after_s = 0;
                    object.retry = false;
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.retry_after_s != null && $Object.hasOwnProperty.call(message, "retry_after_s"))
                    object.retry_after_s = message.retry_after_s;
                if (message.retry != null && $Object.hasOwnProperty.call(message, "retry"))
                    object.retry = message.retry;
                return object;
            };

            /**
             * Converts this Refusal to JSON.
             * @function toJSON
             * @memberof assay.v1.Refusal
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Refusal.prototype.toJSON = function() {
                return Refusal.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Refusal;
        })();

        /**
         * Tier enum.
         * @name assay.v1.Tier
         * @enum {number}
         * @property {number} TIER_UNSPECIFIED=0 TIER_UNSPECIFIED value
         * @property {number} trusted=1 trusted value
         * @property {number} limited=2 limited value
         * @property {number} untrusted=3 untrusted value
         */
        v1.Tier = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "TIER_UNSPECIFIED"] = 0;
            values[valuesById[1] = "trusted"] = 1;
            values[valuesById[2] = "limited"] = 2;
            values[valuesById[3] = "untrusted"] = 3;
            return values;
        })();

        v1.Assessment = (function() {

            /**
             * Properties of an Assessment.
             * @typedef {Object} assay.v1.Assessment.$Properties
             * @property {number|null} [score] Assessment score
             * @property {assay.v1.Tier|null} [tier] Assessment tier
             * @property {number|null} [assessed_at_ms] Assessment assessed_at_ms
             * @property {number|null} [valid_until_ms] Assessment valid_until_ms
             * @property {string|null} [policy] Assessment policy
             * @property {Array.<assay.v1.Finding.$Properties>|null} [findings] Assessment findings
             * @property {number|null} [for_it] Assessment for_it
             * @property {Array.<assay.v1.Fix.$Properties>|null} [fixes] Assessment fixes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Assessment.
             * @memberof assay.v1
             * @interface IAssessment
             * @augments assay.v1.Assessment.$Properties
             * @deprecated Use assay.v1.Assessment.$Properties instead.
             */

            /**
             * Shape of an Assessment.
             * @typedef {assay.v1.Assessment.$Properties} assay.v1.Assessment.$Shape
             */

            /**
             * Constructs a new Assessment.
             * @memberof assay.v1
             * @classdesc Represents an Assessment.
             * @constructor
             * @param {assay.v1.Assessment.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Assessment = function (properties) {
                this.findings = [];
                this.fixes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Assessment score.
             * @member {number} score
             * @memberof assay.v1.Assessment
             * @instance
             */
            Assessment.prototype.score = 0;

            /**
             * Assessment tier.
             * @member {assay.v1.Tier} tier
             * @memberof assay.v1.Assessment
             * @instance
             */
            Assessment.prototype.tier = 0;

            /**
             * Assessment assessed_at_ms.
             * @member {number} assessed_at_ms
             * @memberof assay.v1.Assessment
             * @instance
             */
            Assessment.prototype.assessed_at_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Assessment valid_until_ms.
             * @member {number} valid_until_ms
             * @memberof assay.v1.Assessment
             * @instance
             */
            Assessment.prototype.valid_until_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Assessment policy.
             * @member {string} policy
             * @memberof assay.v1.Assessment
             * @instance
             */
            Assessment.prototype.policy = "";

            /**
             * Assessment findings.
             * @member {Array.<assay.v1.Finding.$Properties>} findings
             * @memberof assay.v1.Assessment
             * @instance
             */
            Assessment.prototype.findings = $util.emptyArray;

            /**
             * Assessment for_it.
             * @member {number} for_it
             * @memberof assay.v1.Assessment
             * @instance
             */
            Assessment.prototype.for_it = 0;

            /**
             * Assessment fixes.
             * @member {Array.<assay.v1.Fix.$Properties>} fixes
             * @memberof assay.v1.Assessment
             * @instance
             */
            Assessment.prototype.fixes = $util.emptyArray;

            /**
             * Encodes the specified Assessment message. Does not implicitly {@link assay.v1.Assessment.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Assessment
             * @static
             * @param {assay.v1.Assessment.$Properties} message Assessment message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Assessment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.score != null && $Object.hasOwnProperty.call(message, "score") && message.score !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.score);
                if (message.tier != null && $Object.hasOwnProperty.call(message, "tier") && message.tier !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.tier);
                if (message.assessed_at_ms != null && $Object.hasOwnProperty.call(message, "assessed_at_ms") && (typeof message.assessed_at_ms === "object" ? message.assessed_at_ms.low || message.assessed_at_ms.high : message.assessed_at_ms !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).int64(message.assessed_at_ms);
                if (message.valid_until_ms != null && $Object.hasOwnProperty.call(message, "valid_until_ms") && (typeof message.valid_until_ms === "object" ? message.valid_until_ms.low || message.valid_until_ms.high : message.valid_until_ms !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).int64(message.valid_until_ms);
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.policy);
                if (message.findings != null && message.findings.length)
                    for (let i = 0; i < message.findings.length; ++i)
                        $root.assay.v1.Finding.encode(message.findings[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.for_it != null && $Object.hasOwnProperty.call(message, "for_it") && message.for_it !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.for_it);
                if (message.fixes != null && message.fixes.length)
                    for (let i = 0; i < message.fixes.length; ++i)
                        $root.assay.v1.Fix.encode(message.fixes[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Assessment message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Assessment
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Assessment & assay.v1.Assessment.$Shape} Assessment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Assessment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Assessment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.score = value;
                            else
                                delete message.score;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.tier = value;
                            else
                                delete message.tier;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.assessed_at_ms = value;
                            else
                                delete message.assessed_at_ms;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.valid_until_ms = value;
                            else
                                delete message.valid_until_ms;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.findings && message.findings.length))
                                message.findings = [];
                            message.findings.push($root.assay.v1.Finding.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.for_it = value;
                            else
                                delete message.for_it;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.fixes && message.fixes.length))
                                message.fixes = [];
                            message.fixes.push($root.assay.v1.Fix.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Assessment message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Assessment
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Assessment} Assessment
             */
            Assessment.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Assessment)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Assessment: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Assessment();
                if (object.score != null)
                    if ($Number(object.score) !== 0)
                        message.score = object.score >>> 0;
                if (object.tier !== 0 && (typeof object.tier !== "string" || $root.assay.v1.Tier[object.tier] !== 0))
                    switch (object.tier) {
                    case "TIER_UNSPECIFIED":
                    case 0:
                        message.tier = 0;
                        break;
                    case "trusted":
                    case 1:
                        message.tier = 1;
                        break;
                    case "limited":
                    case 2:
                        message.tier = 2;
                        break;
                    case "untrusted":
                    case 3:
                        message.tier = 3;
                        break;
                    default:
                        if (typeof object.tier === "number" && (object.tier | 0) === object.tier)
                            message.tier = object.tier;
                    }
                if (object.assessed_at_ms != null)
                    if (typeof object.assessed_at_ms === "object" ? object.assessed_at_ms.low || object.assessed_at_ms.high : $Number(object.assessed_at_ms) !== 0)
                        if ($util.Long)
                            message.assessed_at_ms = $util.Long.fromValue(object.assessed_at_ms, false);
                        else if (typeof object.assessed_at_ms === "string")
                            message.assessed_at_ms = $parseInt(object.assessed_at_ms, 10);
                        else if (typeof object.assessed_at_ms === "number")
                            message.assessed_at_ms = object.assessed_at_ms;
                        else if (typeof object.assessed_at_ms === "object")
                            message.assessed_at_ms = new $util.LongBits(object.assessed_at_ms.low >>> 0, object.assessed_at_ms.high >>> 0).toNumber();
                if (object.valid_until_ms != null)
                    if (typeof object.valid_until_ms === "object" ? object.valid_until_ms.low || object.valid_until_ms.high : $Number(object.valid_until_ms) !== 0)
                        if ($util.Long)
                            message.valid_until_ms = $util.Long.fromValue(object.valid_until_ms, false);
                        else if (typeof object.valid_until_ms === "string")
                            message.valid_until_ms = $parseInt(object.valid_until_ms, 10);
                        else if (typeof object.valid_until_ms === "number")
                            message.valid_until_ms = object.valid_until_ms;
                        else if (typeof object.valid_until_ms === "object")
                            message.valid_until_ms = new $util.LongBits(object.valid_until_ms.low >>> 0, object.valid_until_ms.high >>> 0).toNumber();
                if (object.policy != null)
                    if (typeof object.policy !== "string" || object.policy.length)
                        message.policy = $String(object.policy);
                if (object.findings) {
                    if (!$Array.isArray(object.findings))
                        throw $TypeError(".assay.v1.Assessment.findings: array expected");
                    message.findings = $Array(object.findings.length);
                    for (let i = 0; i < object.findings.length; ++i) {
                        if (!$util.isObject(object.findings[i]))
                            throw $TypeError(".assay.v1.Assessment.findings: object expected");
                        message.findings[i] = $root.assay.v1.Finding.fromObject(object.findings[i], _depth + 1);
                    }
                }
                if (object.for_it != null)
                    if ($Number(object.for_it) !== 0)
                        message.for_it = object.for_it >>> 0;
                if (object.fixes) {
                    if (!$Array.isArray(object.fixes))
                        throw $TypeError(".assay.v1.Assessment.fixes: array expected");
                    message.fixes = $Array(object.fixes.length);
                    for (let i = 0; i < object.fixes.length; ++i) {
                        if (!$util.isObject(object.fixes[i]))
                            throw $TypeError(".assay.v1.Assessment.fixes: object expected");
                        message.fixes[i] = $root.assay.v1.Fix.fromObject(object.fixes[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from an Assessment message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Assessment
             * @static
             * @param {assay.v1.Assessment} message Assessment
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Assessment.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.findings = [];
                    object.fixes = [];
                }
                if (options.defaults) {
                    object.score = 0;
                    object.tier = options.enums === $String ? "TIER_UNSPECIFIED" : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.assessed_at_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.assessed_at_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.valid_until_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.valid_until_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.policy = "";
                    object.for_it = 0;
                }
                if (message.score != null && $Object.hasOwnProperty.call(message, "score"))
                    object.score = message.score;
                if (message.tier != null && $Object.hasOwnProperty.call(message, "tier"))
                    object.tier = options.enums === $String ? $root.assay.v1.Tier[message.tier] === $undefined ? message.tier : $root.assay.v1.Tier[message.tier] : message.tier;
                if (message.assessed_at_ms != null && $Object.hasOwnProperty.call(message, "assessed_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.assessed_at_ms = typeof message.assessed_at_ms === "number" ? $BigInt(message.assessed_at_ms) : $util.Long.fromBits(message.assessed_at_ms.low >>> 0, message.assessed_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.assessed_at_ms === "number")
                        object.assessed_at_ms = options.longs === $String ? $String(message.assessed_at_ms) : message.assessed_at_ms;
                    else
                        object.assessed_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.assessed_at_ms) : options.longs === $Number ? new $util.LongBits(message.assessed_at_ms.low >>> 0, message.assessed_at_ms.high >>> 0).toNumber() : message.assessed_at_ms;
                if (message.valid_until_ms != null && $Object.hasOwnProperty.call(message, "valid_until_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.valid_until_ms = typeof message.valid_until_ms === "number" ? $BigInt(message.valid_until_ms) : $util.Long.fromBits(message.valid_until_ms.low >>> 0, message.valid_until_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.valid_until_ms === "number")
                        object.valid_until_ms = options.longs === $String ? $String(message.valid_until_ms) : message.valid_until_ms;
                    else
                        object.valid_until_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.valid_until_ms) : options.longs === $Number ? new $util.LongBits(message.valid_until_ms.low >>> 0, message.valid_until_ms.high >>> 0).toNumber() : message.valid_until_ms;
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy"))
                    object.policy = message.policy;
                if (message.findings && message.findings.length) {
                    object.findings = $Array(message.findings.length);
                    for (let j = 0; j < message.findings.length; ++j)
                        object.findings[j] = $root.assay.v1.Finding.toObject(message.findings[j], options, _depth + 1);
                }
                if (message.for_it != null && $Object.hasOwnProperty.call(message, "for_it"))
                    object.for_it = message.for_it;
                if (message.fixes && message.fixes.length) {
                    object.fixes = $Array(message.fixes.length);
                    for (let j = 0; j < message.fixes.length; ++j)
                        object.fixes[j] = $root.assay.v1.Fix.toObject(message.fixes[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Assessment to JSON.
             * @function toJSON
             * @memberof assay.v1.Assessment
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Assessment.prototype.toJSON = function() {
                return Assessment.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Assessment;
        })();

        v1.Fix = (function() {

            /**
             * Properties of a Fix.
             * @typedef {Object} assay.v1.Fix.$Properties
             * @property {assay.v1.Tier|null} [tier] Fix tier
             * @property {number|null} [score] Fix score
             * @property {Array.<string>|null} [checks] Fix checks
             * @property {number|null} [for_it] Fix for_it
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Fix.
             * @memberof assay.v1
             * @interface IFix
             * @augments assay.v1.Fix.$Properties
             * @deprecated Use assay.v1.Fix.$Properties instead.
             */

            /**
             * Shape of a Fix.
             * @typedef {assay.v1.Fix.$Properties} assay.v1.Fix.$Shape
             */

            /**
             * Constructs a new Fix.
             * @memberof assay.v1
             * @classdesc Represents a Fix.
             * @constructor
             * @param {assay.v1.Fix.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Fix = function (properties) {
                this.checks = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Fix tier.
             * @member {assay.v1.Tier} tier
             * @memberof assay.v1.Fix
             * @instance
             */
            Fix.prototype.tier = 0;

            /**
             * Fix score.
             * @member {number} score
             * @memberof assay.v1.Fix
             * @instance
             */
            Fix.prototype.score = 0;

            /**
             * Fix checks.
             * @member {Array.<string>} checks
             * @memberof assay.v1.Fix
             * @instance
             */
            Fix.prototype.checks = $util.emptyArray;

            /**
             * Fix for_it.
             * @member {number} for_it
             * @memberof assay.v1.Fix
             * @instance
             */
            Fix.prototype.for_it = 0;

            /**
             * Encodes the specified Fix message. Does not implicitly {@link assay.v1.Fix.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Fix
             * @static
             * @param {assay.v1.Fix.$Properties} message Fix message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Fix.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tier != null && $Object.hasOwnProperty.call(message, "tier") && message.tier !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.tier);
                if (message.score != null && $Object.hasOwnProperty.call(message, "score") && message.score !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.score);
                if (message.checks != null && message.checks.length)
                    for (let i = 0; i < message.checks.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.checks[i]);
                if (message.for_it != null && $Object.hasOwnProperty.call(message, "for_it") && message.for_it !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.for_it);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Fix message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Fix
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Fix & assay.v1.Fix.$Shape} Fix
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Fix.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Fix();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.tier = value;
                            else
                                delete message.tier;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.score = value;
                            else
                                delete message.score;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.checks && message.checks.length))
                                message.checks = [];
                            message.checks.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.for_it = value;
                            else
                                delete message.for_it;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Fix message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Fix
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Fix} Fix
             */
            Fix.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Fix)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Fix: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Fix();
                if (object.tier !== 0 && (typeof object.tier !== "string" || $root.assay.v1.Tier[object.tier] !== 0))
                    switch (object.tier) {
                    case "TIER_UNSPECIFIED":
                    case 0:
                        message.tier = 0;
                        break;
                    case "trusted":
                    case 1:
                        message.tier = 1;
                        break;
                    case "limited":
                    case 2:
                        message.tier = 2;
                        break;
                    case "untrusted":
                    case 3:
                        message.tier = 3;
                        break;
                    default:
                        if (typeof object.tier === "number" && (object.tier | 0) === object.tier)
                            message.tier = object.tier;
                    }
                if (object.score != null)
                    if ($Number(object.score) !== 0)
                        message.score = object.score >>> 0;
                if (object.checks) {
                    if (!$Array.isArray(object.checks))
                        throw $TypeError(".assay.v1.Fix.checks: array expected");
                    message.checks = $Array(object.checks.length);
                    for (let i = 0; i < object.checks.length; ++i)
                        message.checks[i] = $String(object.checks[i]);
                }
                if (object.for_it != null)
                    if ($Number(object.for_it) !== 0)
                        message.for_it = object.for_it >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a Fix message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Fix
             * @static
             * @param {assay.v1.Fix} message Fix
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Fix.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.checks = [];
                if (options.defaults) {
                    object.tier = options.enums === $String ? "TIER_UNSPECIFIED" : 0;
                    object.score = 0;
                    object.for_it = 0;
                }
                if (message.tier != null && $Object.hasOwnProperty.call(message, "tier"))
                    object.tier = options.enums === $String ? $root.assay.v1.Tier[message.tier] === $undefined ? message.tier : $root.assay.v1.Tier[message.tier] : message.tier;
                if (message.score != null && $Object.hasOwnProperty.call(message, "score"))
                    object.score = message.score;
                if (message.checks && message.checks.length) {
                    object.checks = $Array(message.checks.length);
                    for (let j = 0; j < message.checks.length; ++j)
                        object.checks[j] = message.checks[j];
                }
                if (message.for_it != null && $Object.hasOwnProperty.call(message, "for_it"))
                    object.for_it = message.for_it;
                return object;
            };

            /**
             * Converts this Fix to JSON.
             * @function toJSON
             * @memberof assay.v1.Fix
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Fix.prototype.toJSON = function() {
                return Fix.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Fix;
        })();

        v1.Finding = (function() {

            /**
             * Properties of a Finding.
             * @typedef {Object} assay.v1.Finding.$Properties
             * @property {string|null} [check] Finding check
             * @property {string|null} [title] Finding title
             * @property {string|null} [outcome] Finding outcome
             * @property {boolean|null} [required] Finding required
             * @property {string|null} [explain] Finding explain
             * @property {string|null} [remedy] Finding remedy
             * @property {number|null} [points] Finding points
             * @property {string|null} [excuse] Finding excuse
             * @property {number|null} [excused_until_ms] Finding excused_until_ms
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Finding.
             * @memberof assay.v1
             * @interface IFinding
             * @augments assay.v1.Finding.$Properties
             * @deprecated Use assay.v1.Finding.$Properties instead.
             */

            /**
             * Shape of a Finding.
             * @typedef {assay.v1.Finding.$Properties} assay.v1.Finding.$Shape
             */

            /**
             * Constructs a new Finding.
             * @memberof assay.v1
             * @classdesc Represents a Finding.
             * @constructor
             * @param {assay.v1.Finding.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Finding = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Finding check.
             * @member {string} check
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.check = "";

            /**
             * Finding title.
             * @member {string} title
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.title = "";

            /**
             * Finding outcome.
             * @member {string} outcome
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.outcome = "";

            /**
             * Finding required.
             * @member {boolean} required
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.required = false;

            /**
             * Finding explain.
             * @member {string} explain
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.explain = "";

            /**
             * Finding remedy.
             * @member {string} remedy
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.remedy = "";

            /**
             * Finding points.
             * @member {number} points
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.points = 0;

            /**
             * Finding excuse.
             * @member {string} excuse
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.excuse = "";

            /**
             * Finding excused_until_ms.
             * @member {number} excused_until_ms
             * @memberof assay.v1.Finding
             * @instance
             */
            Finding.prototype.excused_until_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Encodes the specified Finding message. Does not implicitly {@link assay.v1.Finding.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Finding
             * @static
             * @param {assay.v1.Finding.$Properties} message Finding message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Finding.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.check != null && $Object.hasOwnProperty.call(message, "check") && message.check !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.check);
                if (message.title != null && $Object.hasOwnProperty.call(message, "title") && message.title !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.title);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.outcome);
                if (message.required != null && $Object.hasOwnProperty.call(message, "required") && message.required !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.required);
                if (message.explain != null && $Object.hasOwnProperty.call(message, "explain") && message.explain !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.explain);
                if (message.remedy != null && $Object.hasOwnProperty.call(message, "remedy") && message.remedy !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.remedy);
                if (message.points != null && $Object.hasOwnProperty.call(message, "points") && message.points !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.points);
                if (message.excuse != null && $Object.hasOwnProperty.call(message, "excuse") && message.excuse !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.excuse);
                if (message.excused_until_ms != null && $Object.hasOwnProperty.call(message, "excused_until_ms") && (typeof message.excused_until_ms === "object" ? message.excused_until_ms.low || message.excused_until_ms.high : message.excused_until_ms !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).int64(message.excused_until_ms);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Finding message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Finding
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Finding & assay.v1.Finding.$Shape} Finding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Finding.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Finding();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.check = value;
                            else
                                delete message.check;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.title = value;
                            else
                                delete message.title;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.required = value;
                            else
                                delete message.required;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.explain = value;
                            else
                                delete message.explain;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.remedy = value;
                            else
                                delete message.remedy;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.points = value;
                            else
                                delete message.points;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.excuse = value;
                            else
                                delete message.excuse;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.excused_until_ms = value;
                            else
                                delete message.excused_until_ms;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Finding message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Finding
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Finding} Finding
             */
            Finding.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Finding)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Finding: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Finding();
                if (object.check != null)
                    if (typeof object.check !== "string" || object.check.length)
                        message.check = $String(object.check);
                if (object.title != null)
                    if (typeof object.title !== "string" || object.title.length)
                        message.title = $String(object.title);
                if (object.outcome != null)
                    if (typeof object.outcome !== "string" || object.outcome.length)
                        message.outcome = $String(object.outcome);
                if (object.required != null)
                    if (object.required)
                        message.required = $Boolean(object.required);
                if (object.explain != null)
                    if (typeof object.explain !== "string" || object.explain.length)
                        message.explain = $String(object.explain);
                if (object.remedy != null)
                    if (typeof object.remedy !== "string" || object.remedy.length)
                        message.remedy = $String(object.remedy);
                if (object.points != null)
                    if ($Number(object.points) !== 0)
                        message.points = object.points >>> 0;
                if (object.excuse != null)
                    if (typeof object.excuse !== "string" || object.excuse.length)
                        message.excuse = $String(object.excuse);
                if (object.excused_until_ms != null)
                    if (typeof object.excused_until_ms === "object" ? object.excused_until_ms.low || object.excused_until_ms.high : $Number(object.excused_until_ms) !== 0)
                        if ($util.Long)
                            message.excused_until_ms = $util.Long.fromValue(object.excused_until_ms, false);
                        else if (typeof object.excused_until_ms === "string")
                            message.excused_until_ms = $parseInt(object.excused_until_ms, 10);
                        else if (typeof object.excused_until_ms === "number")
                            message.excused_until_ms = object.excused_until_ms;
                        else if (typeof object.excused_until_ms === "object")
                            message.excused_until_ms = new $util.LongBits(object.excused_until_ms.low >>> 0, object.excused_until_ms.high >>> 0).toNumber();
                return message;
            };

            /**
             * Creates a plain object from a Finding message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Finding
             * @static
             * @param {assay.v1.Finding} message Finding
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Finding.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.check = "";
                    object.title = "";
                    object.outcome = "";
                    object.required = false;
                    object.explain = "";
                    object.remedy = "";
                    object.points = 0;
                    object.excuse = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.excused_until_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.excused_until_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.check != null && $Object.hasOwnProperty.call(message, "check"))
                    object.check = message.check;
                if (message.title != null && $Object.hasOwnProperty.call(message, "title"))
                    object.title = message.title;
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    object.outcome = message.outcome;
                if (message.required != null && $Object.hasOwnProperty.call(message, "required"))
                    object.required = message.required;
                if (message.explain != null && $Object.hasOwnProperty.call(message, "explain"))
                    object.explain = message.explain;
                if (message.remedy != null && $Object.hasOwnProperty.call(message, "remedy"))
                    object.remedy = message.remedy;
                if (message.points != null && $Object.hasOwnProperty.call(message, "points"))
                    object.points = message.points;
                if (message.excuse != null && $Object.hasOwnProperty.call(message, "excuse"))
                    object.excuse = message.excuse;
                if (message.excused_until_ms != null && $Object.hasOwnProperty.call(message, "excused_until_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.excused_until_ms = typeof message.excused_until_ms === "number" ? $BigInt(message.excused_until_ms) : $util.Long.fromBits(message.excused_until_ms.low >>> 0, message.excused_until_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.excused_until_ms === "number")
                        object.excused_until_ms = options.longs === $String ? $String(message.excused_until_ms) : message.excused_until_ms;
                    else
                        object.excused_until_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.excused_until_ms) : options.longs === $Number ? new $util.LongBits(message.excused_until_ms.low >>> 0, message.excused_until_ms.high >>> 0).toNumber() : message.excused_until_ms;
                return object;
            };

            /**
             * Converts this Finding to JSON.
             * @function toJSON
             * @memberof assay.v1.Finding
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Finding.prototype.toJSON = function() {
                return Finding.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Finding;
        })();

        v1.Report = (function() {

            /**
             * Properties of a Report.
             * @typedef {Object} assay.v1.Report.$Properties
             * @property {string|null} [device_id] Report device_id
             * @property {number|null} [number] Report number
             * @property {Uint8Array|null} [nonce] Report nonce
             * @property {string|null} [boot_id] Report boot_id
             * @property {number|null} [created_at_ms] Report created_at_ms
             * @property {Array.<assay.v1.Observation.$Properties>|null} [signals] Report signals
             * @property {assay.v1.Lost.$Properties|null} [lost] Report lost
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Report.
             * @memberof assay.v1
             * @interface IReport
             * @augments assay.v1.Report.$Properties
             * @deprecated Use assay.v1.Report.$Properties instead.
             */

            /**
             * Shape of a Report.
             * @typedef {{
             *   device_id?: string|null;
             *   number?: number|null;
             *   nonce?: Uint8Array|null;
             *   boot_id?: string|null;
             *   created_at_ms?: number|null;
             *   signals?: Array.<assay.v1.Observation.$Shape>|null;
             *   lost?: assay.v1.Lost.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} assay.v1.Report.$Shape
             */

            /**
             * Constructs a new Report.
             * @memberof assay.v1
             * @classdesc Represents a Report.
             * @constructor
             * @param {assay.v1.Report.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Report = function (properties) {
                this.signals = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Report device_id.
             * @member {string} device_id
             * @memberof assay.v1.Report
             * @instance
             */
            Report.prototype.device_id = "";

            /**
             * Report number.
             * @member {number} number
             * @memberof assay.v1.Report
             * @instance
             */
            Report.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Report nonce.
             * @member {Uint8Array} nonce
             * @memberof assay.v1.Report
             * @instance
             */
            Report.prototype.nonce = $util.newBuffer([]);

            /**
             * Report boot_id.
             * @member {string} boot_id
             * @memberof assay.v1.Report
             * @instance
             */
            Report.prototype.boot_id = "";

            /**
             * Report created_at_ms.
             * @member {number} created_at_ms
             * @memberof assay.v1.Report
             * @instance
             */
            Report.prototype.created_at_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Report signals.
             * @member {Array.<assay.v1.Observation.$Properties>} signals
             * @memberof assay.v1.Report
             * @instance
             */
            Report.prototype.signals = $util.emptyArray;

            /**
             * Report lost.
             * @member {assay.v1.Lost.$Properties|null|undefined} lost
             * @memberof assay.v1.Report
             * @instance
             */
            Report.prototype.lost = null;

            /**
             * Encodes the specified Report message. Does not implicitly {@link assay.v1.Report.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Report
             * @static
             * @param {assay.v1.Report.$Properties} message Report message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Report.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id") && message.device_id !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.device_id);
                if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.number);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.nonce);
                if (message.boot_id != null && $Object.hasOwnProperty.call(message, "boot_id") && message.boot_id !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.boot_id);
                if (message.created_at_ms != null && $Object.hasOwnProperty.call(message, "created_at_ms") && (typeof message.created_at_ms === "object" ? message.created_at_ms.low || message.created_at_ms.high : message.created_at_ms !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).int64(message.created_at_ms);
                if (message.signals != null && message.signals.length)
                    for (let i = 0; i < message.signals.length; ++i)
                        $root.assay.v1.Observation.encode(message.signals[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.lost != null && $Object.hasOwnProperty.call(message, "lost"))
                    $root.assay.v1.Lost.encode(message.lost, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Report message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Report
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Report & assay.v1.Report.$Shape} Report
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Report.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Report();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device_id = value;
                            else
                                delete message.device_id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.number = value;
                            else
                                delete message.number;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.boot_id = value;
                            else
                                delete message.boot_id;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.created_at_ms = value;
                            else
                                delete message.created_at_ms;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.signals && message.signals.length))
                                message.signals = [];
                            message.signals.push($root.assay.v1.Observation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.lost = $root.assay.v1.Lost.decode(reader, reader.size(), $undefined, _depth + 1, message.lost);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Report message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Report
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Report} Report
             */
            Report.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Report)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Report: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Report();
                if (object.device_id != null)
                    if (typeof object.device_id !== "string" || object.device_id.length)
                        message.device_id = $String(object.device_id);
                if (object.number != null)
                    if (typeof object.number === "object" ? object.number.low || object.number.high : $Number(object.number) !== 0)
                        if ($util.Long)
                            message.number = $util.Long.fromValue(object.number, true);
                        else if (typeof object.number === "string")
                            message.number = $parseInt(object.number, 10);
                        else if (typeof object.number === "number")
                            message.number = object.number;
                        else if (typeof object.number === "object")
                            message.number = new $util.LongBits(object.number.low >>> 0, object.number.high >>> 0).toNumber(true);
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.boot_id != null)
                    if (typeof object.boot_id !== "string" || object.boot_id.length)
                        message.boot_id = $String(object.boot_id);
                if (object.created_at_ms != null)
                    if (typeof object.created_at_ms === "object" ? object.created_at_ms.low || object.created_at_ms.high : $Number(object.created_at_ms) !== 0)
                        if ($util.Long)
                            message.created_at_ms = $util.Long.fromValue(object.created_at_ms, false);
                        else if (typeof object.created_at_ms === "string")
                            message.created_at_ms = $parseInt(object.created_at_ms, 10);
                        else if (typeof object.created_at_ms === "number")
                            message.created_at_ms = object.created_at_ms;
                        else if (typeof object.created_at_ms === "object")
                            message.created_at_ms = new $util.LongBits(object.created_at_ms.low >>> 0, object.created_at_ms.high >>> 0).toNumber();
                if (object.signals) {
                    if (!$Array.isArray(object.signals))
                        throw $TypeError(".assay.v1.Report.signals: array expected");
                    message.signals = $Array(object.signals.length);
                    for (let i = 0; i < object.signals.length; ++i) {
                        if (!$util.isObject(object.signals[i]))
                            throw $TypeError(".assay.v1.Report.signals: object expected");
                        message.signals[i] = $root.assay.v1.Observation.fromObject(object.signals[i], _depth + 1);
                    }
                }
                if (object.lost != null) {
                    if (!$util.isObject(object.lost))
                        throw $TypeError(".assay.v1.Report.lost: object expected");
                    message.lost = $root.assay.v1.Lost.fromObject(object.lost, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a Report message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Report
             * @static
             * @param {assay.v1.Report} message Report
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Report.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.signals = [];
                if (options.defaults) {
                    object.device_id = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.number = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.number = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    object.boot_id = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.created_at_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.created_at_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.lost = null;
                }
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    object.device_id = message.device_id;
                if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.number = typeof message.number === "number" ? $BigInt(message.number) : $util.Long.fromBits(message.number.low >>> 0, message.number.high >>> 0, true).toBigInt();
                    else if (typeof message.number === "number")
                        object.number = options.longs === $String ? $String(message.number) : message.number;
                    else
                        object.number = options.longs === $String ? $util.Long.prototype.toString.call(message.number) : options.longs === $Number ? new $util.LongBits(message.number.low >>> 0, message.number.high >>> 0).toNumber(true) : message.number;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.boot_id != null && $Object.hasOwnProperty.call(message, "boot_id"))
                    object.boot_id = message.boot_id;
                if (message.created_at_ms != null && $Object.hasOwnProperty.call(message, "created_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.created_at_ms = typeof message.created_at_ms === "number" ? $BigInt(message.created_at_ms) : $util.Long.fromBits(message.created_at_ms.low >>> 0, message.created_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.created_at_ms === "number")
                        object.created_at_ms = options.longs === $String ? $String(message.created_at_ms) : message.created_at_ms;
                    else
                        object.created_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.created_at_ms) : options.longs === $Number ? new $util.LongBits(message.created_at_ms.low >>> 0, message.created_at_ms.high >>> 0).toNumber() : message.created_at_ms;
                if (message.signals && message.signals.length) {
                    object.signals = $Array(message.signals.length);
                    for (let j = 0; j < message.signals.length; ++j)
                        object.signals[j] = $root.assay.v1.Observation.toObject(message.signals[j], options, _depth + 1);
                }
                if (message.lost != null && $Object.hasOwnProperty.call(message, "lost"))
                    object.lost = $root.assay.v1.Lost.toObject(message.lost, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Report to JSON.
             * @function toJSON
             * @memberof assay.v1.Report
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Report.prototype.toJSON = function() {
                return Report.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Report;
        })();

        v1.Lost = (function() {

            /**
             * Properties of a Lost.
             * @typedef {Object} assay.v1.Lost.$Properties
             * @property {number|null} [full] Lost full
             * @property {number|null} [expired] Lost expired
             * @property {number|null} [damaged] Lost damaged
             * @property {number|null} [refused] Lost refused
             * @property {number|null} [unwritten] Lost unwritten
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Lost.
             * @memberof assay.v1
             * @interface ILost
             * @augments assay.v1.Lost.$Properties
             * @deprecated Use assay.v1.Lost.$Properties instead.
             */

            /**
             * Shape of a Lost.
             * @typedef {assay.v1.Lost.$Properties} assay.v1.Lost.$Shape
             */

            /**
             * Constructs a new Lost.
             * @memberof assay.v1
             * @classdesc Represents a Lost.
             * @constructor
             * @param {assay.v1.Lost.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Lost = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Lost full.
             * @member {number} full
             * @memberof assay.v1.Lost
             * @instance
             */
            Lost.prototype.full = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Lost expired.
             * @member {number} expired
             * @memberof assay.v1.Lost
             * @instance
             */
            Lost.prototype.expired = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Lost damaged.
             * @member {number} damaged
             * @memberof assay.v1.Lost
             * @instance
             */
            Lost.prototype.damaged = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Lost refused.
             * @member {number} refused
             * @memberof assay.v1.Lost
             * @instance
             */
            Lost.prototype.refused = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Lost unwritten.
             * @member {number} unwritten
             * @memberof assay.v1.Lost
             * @instance
             */
            Lost.prototype.unwritten = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified Lost message. Does not implicitly {@link assay.v1.Lost.verify|verify} messages.
             * @function encode
             * @memberof assay.v1.Lost
             * @static
             * @param {assay.v1.Lost.$Properties} message Lost message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Lost.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.full != null && $Object.hasOwnProperty.call(message, "full") && (typeof message.full === "object" ? message.full.low || message.full.high : message.full !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.full);
                if (message.expired != null && $Object.hasOwnProperty.call(message, "expired") && (typeof message.expired === "object" ? message.expired.low || message.expired.high : message.expired !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.expired);
                if (message.damaged != null && $Object.hasOwnProperty.call(message, "damaged") && (typeof message.damaged === "object" ? message.damaged.low || message.damaged.high : message.damaged !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.damaged);
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused") && (typeof message.refused === "object" ? message.refused.low || message.refused.high : message.refused !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.refused);
                if (message.unwritten != null && $Object.hasOwnProperty.call(message, "unwritten") && (typeof message.unwritten === "object" ? message.unwritten.low || message.unwritten.high : message.unwritten !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.unwritten);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Lost message from the specified reader or buffer.
             * @function decode
             * @memberof assay.v1.Lost
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {assay.v1.Lost & assay.v1.Lost.$Shape} Lost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Lost.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.assay.v1.Lost();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.full = value;
                            else
                                delete message.full;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expired = value;
                            else
                                delete message.expired;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.damaged = value;
                            else
                                delete message.damaged;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.refused = value;
                            else
                                delete message.refused;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.unwritten = value;
                            else
                                delete message.unwritten;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Lost message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof assay.v1.Lost
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {assay.v1.Lost} Lost
             */
            Lost.fromObject = function (object, _depth) {
                if (object instanceof $root.assay.v1.Lost)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".assay.v1.Lost: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.assay.v1.Lost();
                if (object.full != null)
                    if (typeof object.full === "object" ? object.full.low || object.full.high : $Number(object.full) !== 0)
                        if ($util.Long)
                            message.full = $util.Long.fromValue(object.full, true);
                        else if (typeof object.full === "string")
                            message.full = $parseInt(object.full, 10);
                        else if (typeof object.full === "number")
                            message.full = object.full;
                        else if (typeof object.full === "object")
                            message.full = new $util.LongBits(object.full.low >>> 0, object.full.high >>> 0).toNumber(true);
                if (object.expired != null)
                    if (typeof object.expired === "object" ? object.expired.low || object.expired.high : $Number(object.expired) !== 0)
                        if ($util.Long)
                            message.expired = $util.Long.fromValue(object.expired, true);
                        else if (typeof object.expired === "string")
                            message.expired = $parseInt(object.expired, 10);
                        else if (typeof object.expired === "number")
                            message.expired = object.expired;
                        else if (typeof object.expired === "object")
                            message.expired = new $util.LongBits(object.expired.low >>> 0, object.expired.high >>> 0).toNumber(true);
                if (object.damaged != null)
                    if (typeof object.damaged === "object" ? object.damaged.low || object.damaged.high : $Number(object.damaged) !== 0)
                        if ($util.Long)
                            message.damaged = $util.Long.fromValue(object.damaged, true);
                        else if (typeof object.damaged === "string")
                            message.damaged = $parseInt(object.damaged, 10);
                        else if (typeof object.damaged === "number")
                            message.damaged = object.damaged;
                        else if (typeof object.damaged === "object")
                            message.damaged = new $util.LongBits(object.damaged.low >>> 0, object.damaged.high >>> 0).toNumber(true);
                if (object.refused != null)
                    if (typeof object.refused === "object" ? object.refused.low || object.refused.high : $Number(object.refused) !== 0)
                        if ($util.Long)
                            message.refused = $util.Long.fromValue(object.refused, true);
                        else if (typeof object.refused === "string")
                            message.refused = $parseInt(object.refused, 10);
                        else if (typeof object.refused === "number")
                            message.refused = object.refused;
                        else if (typeof object.refused === "object")
                            message.refused = new $util.LongBits(object.refused.low >>> 0, object.refused.high >>> 0).toNumber(true);
                if (object.unwritten != null)
                    if (typeof object.unwritten === "object" ? object.unwritten.low || object.unwritten.high : $Number(object.unwritten) !== 0)
                        if ($util.Long)
                            message.unwritten = $util.Long.fromValue(object.unwritten, true);
                        else if (typeof object.unwritten === "string")
                            message.unwritten = $parseInt(object.unwritten, 10);
                        else if (typeof object.unwritten === "number")
                            message.unwritten = object.unwritten;
                        else if (typeof object.unwritten === "object")
                            message.unwritten = new $util.LongBits(object.unwritten.low >>> 0, object.unwritten.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a Lost message. Also converts values to other types if specified.
             * @function toObject
             * @memberof assay.v1.Lost
             * @static
             * @param {assay.v1.Lost} message Lost
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Lost.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.full = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.full = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.expired = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.expired = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.damaged = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.damaged = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.refused = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.refused = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.unwritten = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.unwritten = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.full != null && $Object.hasOwnProperty.call(message, "full"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.full = typeof message.full === "number" ? $BigInt(message.full) : $util.Long.fromBits(message.full.low >>> 0, message.full.high >>> 0, true).toBigInt();
                    else if (typeof message.full === "number")
                        object.full = options.longs === $String ? $String(message.full) : message.full;
                    else
                        object.full = options.longs === $String ? $util.Long.prototype.toString.call(message.full) : options.longs === $Number ? new $util.LongBits(message.full.low >>> 0, message.full.high >>> 0).toNumber(true) : message.full;
                if (message.expired != null && $Object.hasOwnProperty.call(message, "expired"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.expired = typeof message.expired === "number" ? $BigInt(message.expired) : $util.Long.fromBits(message.expired.low >>> 0, message.expired.high >>> 0, true).toBigInt();
                    else if (typeof message.expired === "number")
                        object.expired = options.longs === $String ? $String(message.expired) : message.expired;
                    else
                        object.expired = options.longs === $String ? $util.Long.prototype.toString.call(message.expired) : options.longs === $Number ? new $util.LongBits(message.expired.low >>> 0, message.expired.high >>> 0).toNumber(true) : message.expired;
                if (message.damaged != null && $Object.hasOwnProperty.call(message, "damaged"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.damaged = typeof message.damaged === "number" ? $BigInt(message.damaged) : $util.Long.fromBits(message.damaged.low >>> 0, message.damaged.high >>> 0, true).toBigInt();
                    else if (typeof message.damaged === "number")
                        object.damaged = options.longs === $String ? $String(message.damaged) : message.damaged;
                    else
                        object.damaged = options.longs === $String ? $util.Long.prototype.toString.call(message.damaged) : options.longs === $Number ? new $util.LongBits(message.damaged.low >>> 0, message.damaged.high >>> 0).toNumber(true) : message.damaged;
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.refused = typeof message.refused === "number" ? $BigInt(message.refused) : $util.Long.fromBits(message.refused.low >>> 0, message.refused.high >>> 0, true).toBigInt();
                    else if (typeof message.refused === "number")
                        object.refused = options.longs === $String ? $String(message.refused) : message.refused;
                    else
                        object.refused = options.longs === $String ? $util.Long.prototype.toString.call(message.refused) : options.longs === $Number ? new $util.LongBits(message.refused.low >>> 0, message.refused.high >>> 0).toNumber(true) : message.refused;
                if (message.unwritten != null && $Object.hasOwnProperty.call(message, "unwritten"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.unwritten = typeof message.unwritten === "number" ? $BigInt(message.unwritten) : $util.Long.fromBits(message.unwritten.low >>> 0, message.unwritten.high >>> 0, true).toBigInt();
                    else if (typeof message.unwritten === "number")
                        object.unwritten = options.longs === $String ? $String(message.unwritten) : message.unwritten;
                    else
                        object.unwritten = options.longs === $String ? $util.Long.prototype.toString.call(message.unwritten) : options.longs === $Number ? new $util.LongBits(message.unwritten.low >>> 0, message.unwritten.high >>> 0).toNumber(true) : message.unwritten;
                return object;
            };

            /**
             * Converts this Lost to JSON.
             * @function toJSON
             * @memberof assay.v1.Lost
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Lost.prototype.toJSON = function() {
                return Lost.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Lost;
        })();

        return v1;
    })();

    return assay;
})();

export {
  $root as default
};
