import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace assay. */
export namespace assay {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of an Envelope.
         * @deprecated Use assay.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends assay.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope payload. */
            payload: Uint8Array;

            /** Envelope key_id. */
            key_id: Uint8Array;

            /** Envelope signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link assay.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Envelope & assay.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Envelope & assay.v1.Envelope.$Shape;

            /**
             * Creates an Envelope message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Envelope
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Envelope;

            /**
             * Creates a plain object from an Envelope message. Also converts values to other types if specified.
             * @param message Envelope
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Envelope, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Envelope to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope payload */
                payload?: (Uint8Array|null);

                /** Envelope key_id */
                key_id?: (Uint8Array|null);

                /** Envelope signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Envelope. */
            type $Shape = assay.v1.Envelope.$Properties;
        }

        /**
         * Properties of an Enrollment.
         * @deprecated Use assay.v1.Enrollment.$Properties instead.
         */
        interface IEnrollment extends assay.v1.Enrollment.$Properties {
        }

        /** Represents an Enrollment. */
        class Enrollment {

            /**
             * Constructs a new Enrollment.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Enrollment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Enrollment nonce. */
            nonce: Uint8Array;

            /** Enrollment collector_id. */
            collector_id: string;

            /** Enrollment token. */
            token: string;

            /** Enrollment public_key. */
            public_key: Uint8Array;

            /** Enrollment key_storage. */
            key_storage: string;

            /** Enrollment platform. */
            platform: string;

            /** Enrollment hardware. */
            hardware?: (assay.v1.Hardware.$Properties|null);

            /** Enrollment agent_version. */
            agent_version: string;

            /**
             * Encodes the specified Enrollment message. Does not implicitly {@link assay.v1.Enrollment.verify|verify} messages.
             * @param message Enrollment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Enrollment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Enrollment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Enrollment & assay.v1.Enrollment.$Shape} Enrollment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Enrollment & assay.v1.Enrollment.$Shape;

            /**
             * Creates an Enrollment message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Enrollment
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Enrollment;

            /**
             * Creates a plain object from an Enrollment message. Also converts values to other types if specified.
             * @param message Enrollment
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Enrollment, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Enrollment to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Enrollment {

            /** Properties of an Enrollment. */
            interface $Properties {

                /** Enrollment nonce */
                nonce?: (Uint8Array|null);

                /** Enrollment collector_id */
                collector_id?: (string|null);

                /** Enrollment token */
                token?: (string|null);

                /** Enrollment public_key */
                public_key?: (Uint8Array|null);

                /** Enrollment key_storage */
                key_storage?: (string|null);

                /** Enrollment platform */
                platform?: (string|null);

                /** Enrollment hardware */
                hardware?: (assay.v1.Hardware.$Properties|null);

                /** Enrollment agent_version */
                agent_version?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Enrollment. */
            type $Shape = assay.v1.Enrollment.$Properties;
        }

        /**
         * Properties of an Enrolled.
         * @deprecated Use assay.v1.Enrolled.$Properties instead.
         */
        interface IEnrolled extends assay.v1.Enrolled.$Properties {
        }

        /** Represents an Enrolled. */
        class Enrolled {

            /**
             * Constructs a new Enrolled.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Enrolled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Enrolled device_id. */
            device_id: string;

            /** Enrolled state. */
            state: string;

            /**
             * Encodes the specified Enrolled message. Does not implicitly {@link assay.v1.Enrolled.verify|verify} messages.
             * @param message Enrolled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Enrolled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Enrolled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Enrolled & assay.v1.Enrolled.$Shape} Enrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Enrolled & assay.v1.Enrolled.$Shape;

            /**
             * Creates an Enrolled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Enrolled
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Enrolled;

            /**
             * Creates a plain object from an Enrolled message. Also converts values to other types if specified.
             * @param message Enrolled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Enrolled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Enrolled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Enrolled {

            /** Properties of an Enrolled. */
            interface $Properties {

                /** Enrolled device_id */
                device_id?: (string|null);

                /** Enrolled state */
                state?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Enrolled. */
            type $Shape = assay.v1.Enrolled.$Properties;
        }

        /**
         * Properties of a Rotation.
         * @deprecated Use assay.v1.Rotation.$Properties instead.
         */
        interface IRotation extends assay.v1.Rotation.$Properties {
        }

        /** Represents a Rotation. */
        class Rotation {

            /**
             * Constructs a new Rotation.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Rotation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Rotation device_id. */
            device_id: string;

            /** Rotation nonce. */
            nonce: Uint8Array;

            /** Rotation collector_id. */
            collector_id: string;

            /** Rotation public_key. */
            public_key: Uint8Array;

            /** Rotation key_storage. */
            key_storage: string;

            /** Rotation proof. */
            proof?: (assay.v1.Envelope.$Properties|null);

            /**
             * Encodes the specified Rotation message. Does not implicitly {@link assay.v1.Rotation.verify|verify} messages.
             * @param message Rotation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Rotation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Rotation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Rotation & assay.v1.Rotation.$Shape} Rotation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Rotation & assay.v1.Rotation.$Shape;

            /**
             * Creates a Rotation message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Rotation
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Rotation;

            /**
             * Creates a plain object from a Rotation message. Also converts values to other types if specified.
             * @param message Rotation
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Rotation, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Rotation to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Rotation {

            /** Properties of a Rotation. */
            interface $Properties {

                /** Rotation device_id */
                device_id?: (string|null);

                /** Rotation nonce */
                nonce?: (Uint8Array|null);

                /** Rotation collector_id */
                collector_id?: (string|null);

                /** Rotation public_key */
                public_key?: (Uint8Array|null);

                /** Rotation key_storage */
                key_storage?: (string|null);

                /** Rotation proof */
                proof?: (assay.v1.Envelope.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Rotation. */
            type $Shape = assay.v1.Rotation.$Properties;
        }

        /**
         * Properties of a RotationProof.
         * @deprecated Use assay.v1.RotationProof.$Properties instead.
         */
        interface IRotationProof extends assay.v1.RotationProof.$Properties {
        }

        /** Represents a RotationProof. */
        class RotationProof {

            /**
             * Constructs a new RotationProof.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.RotationProof.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RotationProof device_id. */
            device_id: string;

            /** RotationProof nonce. */
            nonce: Uint8Array;

            /** RotationProof old_key_id. */
            old_key_id: Uint8Array;

            /**
             * Encodes the specified RotationProof message. Does not implicitly {@link assay.v1.RotationProof.verify|verify} messages.
             * @param message RotationProof message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.RotationProof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RotationProof message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.RotationProof & assay.v1.RotationProof.$Shape} RotationProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.RotationProof & assay.v1.RotationProof.$Shape;

            /**
             * Creates a RotationProof message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RotationProof
             */
            static fromObject(object: { [k: string]: any }): assay.v1.RotationProof;

            /**
             * Creates a plain object from a RotationProof message. Also converts values to other types if specified.
             * @param message RotationProof
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.RotationProof, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RotationProof to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RotationProof {

            /** Properties of a RotationProof. */
            interface $Properties {

                /** RotationProof device_id */
                device_id?: (string|null);

                /** RotationProof nonce */
                nonce?: (Uint8Array|null);

                /** RotationProof old_key_id */
                old_key_id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RotationProof. */
            type $Shape = assay.v1.RotationProof.$Properties;
        }

        /**
         * Properties of a Rotated.
         * @deprecated Use assay.v1.Rotated.$Properties instead.
         */
        interface IRotated extends assay.v1.Rotated.$Properties {
        }

        /** Represents a Rotated. */
        class Rotated {

            /**
             * Constructs a new Rotated.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Rotated.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Rotated key_id. */
            key_id: Uint8Array;

            /**
             * Encodes the specified Rotated message. Does not implicitly {@link assay.v1.Rotated.verify|verify} messages.
             * @param message Rotated message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Rotated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Rotated message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Rotated & assay.v1.Rotated.$Shape} Rotated
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Rotated & assay.v1.Rotated.$Shape;

            /**
             * Creates a Rotated message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Rotated
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Rotated;

            /**
             * Creates a plain object from a Rotated message. Also converts values to other types if specified.
             * @param message Rotated
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Rotated, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Rotated to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Rotated {

            /** Properties of a Rotated. */
            interface $Properties {

                /** Rotated key_id */
                key_id?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Rotated. */
            type $Shape = assay.v1.Rotated.$Properties;
        }

        /**
         * Properties of an Unenrollment.
         * @deprecated Use assay.v1.Unenrollment.$Properties instead.
         */
        interface IUnenrollment extends assay.v1.Unenrollment.$Properties {
        }

        /** Represents an Unenrollment. */
        class Unenrollment {

            /**
             * Constructs a new Unenrollment.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Unenrollment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Unenrollment device_id. */
            device_id: string;

            /** Unenrollment nonce. */
            nonce: Uint8Array;

            /** Unenrollment collector_id. */
            collector_id: string;

            /**
             * Encodes the specified Unenrollment message. Does not implicitly {@link assay.v1.Unenrollment.verify|verify} messages.
             * @param message Unenrollment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Unenrollment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Unenrollment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Unenrollment & assay.v1.Unenrollment.$Shape} Unenrollment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Unenrollment & assay.v1.Unenrollment.$Shape;

            /**
             * Creates an Unenrollment message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Unenrollment
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Unenrollment;

            /**
             * Creates a plain object from an Unenrollment message. Also converts values to other types if specified.
             * @param message Unenrollment
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Unenrollment, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Unenrollment to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Unenrollment {

            /** Properties of an Unenrollment. */
            interface $Properties {

                /** Unenrollment device_id */
                device_id?: (string|null);

                /** Unenrollment nonce */
                nonce?: (Uint8Array|null);

                /** Unenrollment collector_id */
                collector_id?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Unenrollment. */
            type $Shape = assay.v1.Unenrollment.$Properties;
        }

        /**
         * Properties of an Unenrolled.
         * @deprecated Use assay.v1.Unenrolled.$Properties instead.
         */
        interface IUnenrolled extends assay.v1.Unenrolled.$Properties {
        }

        /** Represents an Unenrolled. */
        class Unenrolled {

            /**
             * Constructs a new Unenrolled.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Unenrolled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Unenrolled message. Does not implicitly {@link assay.v1.Unenrolled.verify|verify} messages.
             * @param message Unenrolled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Unenrolled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Unenrolled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Unenrolled & assay.v1.Unenrolled.$Shape} Unenrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Unenrolled & assay.v1.Unenrolled.$Shape;

            /**
             * Creates an Unenrolled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Unenrolled
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Unenrolled;

            /**
             * Creates a plain object from an Unenrolled message. Also converts values to other types if specified.
             * @param message Unenrolled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Unenrolled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Unenrolled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Unenrolled {

            /** Properties of an Unenrolled. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Unenrolled. */
            type $Shape = assay.v1.Unenrolled.$Properties;
        }

        /** SignalName enum. */
        enum SignalName {

            /** SIGNAL_NAME_UNSPECIFIED value */
            SIGNAL_NAME_UNSPECIFIED = 0,

            /** os value */
            os = 10,

            /** reboot_pending value */
            reboot_pending = 11,

            /** disk_encryption value */
            disk_encryption = 12,

            /** edr value */
            edr = 13,

            /** firewall value */
            firewall = 14,

            /** secure_boot value */
            secure_boot = 15,

            /** tpm value */
            tpm = 16,

            /** hardware value */
            hardware = 17,

            /** local_admins value */
            local_admins = 18,

            /** remote_access value */
            remote_access = 19,

            /** agent value */
            agent = 20,

            /** updates value */
            updates = 21,

            /** screen_lock value */
            screen_lock = 22,

            /** kernel_integrity value */
            kernel_integrity = 23,

            /** mdm value */
            mdm = 24,

            /** identity value */
            identity = 25,

            /** browsers value */
            browsers = 26
        }

        /** UnknownReason enum. */
        enum UnknownReason {

            /** UNKNOWN_REASON_UNSPECIFIED value */
            UNKNOWN_REASON_UNSPECIFIED = 0,

            /** not_supported value */
            not_supported = 1,

            /** tool_missing value */
            tool_missing = 2,

            /** permission value */
            permission = 3,

            /** timeout value */
            timeout = 4,

            /** exit value */
            exit = 5,

            /** unparsed value */
            unparsed = 6,

            /** stale value */
            stale = 7,

            /** conflict value */
            conflict = 8,

            /** namespace value */
            namespace = 9,

            /** session value */
            session = 10,

            /** crashed value */
            crashed = 11
        }

        /**
         * Properties of an Observation.
         * @deprecated Use assay.v1.Observation.$Properties instead.
         */
        interface IObservation extends assay.v1.Observation.$Properties {
        }

        /** Represents an Observation. */
        class Observation {

            /**
             * Constructs a new Observation.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Observation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Observation name. */
            name: assay.v1.SignalName;

            /** Observation observed_at_ms. */
            observed_at_ms: number;

            /** Observation absent. */
            absent?: (assay.v1.Absent.$Properties|null);

            /** Observation unknown. */
            unknown?: (assay.v1.Unknown.$Properties|null);

            /** Observation os. */
            os?: (assay.v1.Os.$Properties|null);

            /** Observation reboot_pending. */
            reboot_pending?: (assay.v1.RebootPending.$Properties|null);

            /** Observation disk_encryption. */
            disk_encryption?: (assay.v1.DiskEncryption.$Properties|null);

            /** Observation edr. */
            edr?: (assay.v1.Edr.$Properties|null);

            /** Observation firewall. */
            firewall?: (assay.v1.Firewall.$Properties|null);

            /** Observation secure_boot. */
            secure_boot?: (assay.v1.SecureBoot.$Properties|null);

            /** Observation tpm. */
            tpm?: (assay.v1.Tpm.$Properties|null);

            /** Observation hardware. */
            hardware?: (assay.v1.Hardware.$Properties|null);

            /** Observation local_admins. */
            local_admins?: (assay.v1.LocalAdmins.$Properties|null);

            /** Observation remote_access. */
            remote_access?: (assay.v1.RemoteAccess.$Properties|null);

            /** Observation agent. */
            agent?: (assay.v1.Agent.$Properties|null);

            /** Observation updates. */
            updates?: (assay.v1.Updates.$Properties|null);

            /** Observation screen_lock. */
            screen_lock?: (assay.v1.ScreenLock.$Properties|null);

            /** Observation kernel_integrity. */
            kernel_integrity?: (assay.v1.KernelIntegrity.$Properties|null);

            /** Observation mdm. */
            mdm?: (assay.v1.Mdm.$Properties|null);

            /** Observation identity. */
            identity?: (assay.v1.Identity.$Properties|null);

            /** Observation browsers. */
            browsers?: (assay.v1.Browsers.$Properties|null);

            /** Observation outcome. */
            outcome?: ("absent"|"unknown"|"os"|"reboot_pending"|"disk_encryption"|"edr"|"firewall"|"secure_boot"|"tpm"|"hardware"|"local_admins"|"remote_access"|"agent"|"updates"|"screen_lock"|"kernel_integrity"|"mdm"|"identity"|"browsers");

            /**
             * Encodes the specified Observation message. Does not implicitly {@link assay.v1.Observation.verify|verify} messages.
             * @param message Observation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Observation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Observation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Observation & assay.v1.Observation.$Shape} Observation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Observation & assay.v1.Observation.$Shape;

            /**
             * Creates an Observation message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Observation
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Observation;

            /**
             * Creates a plain object from an Observation message. Also converts values to other types if specified.
             * @param message Observation
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Observation, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Observation to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Observation {

            /** Properties of an Observation. */
            interface $Properties {

                /** Observation name */
                name?: (assay.v1.SignalName|null);

                /** Observation observed_at_ms */
                observed_at_ms?: (number|null);

                /** Observation absent */
                absent?: (assay.v1.Absent.$Properties|null);

                /** Observation unknown */
                unknown?: (assay.v1.Unknown.$Properties|null);

                /** Observation os */
                os?: (assay.v1.Os.$Properties|null);

                /** Observation reboot_pending */
                reboot_pending?: (assay.v1.RebootPending.$Properties|null);

                /** Observation disk_encryption */
                disk_encryption?: (assay.v1.DiskEncryption.$Properties|null);

                /** Observation edr */
                edr?: (assay.v1.Edr.$Properties|null);

                /** Observation firewall */
                firewall?: (assay.v1.Firewall.$Properties|null);

                /** Observation secure_boot */
                secure_boot?: (assay.v1.SecureBoot.$Properties|null);

                /** Observation tpm */
                tpm?: (assay.v1.Tpm.$Properties|null);

                /** Observation hardware */
                hardware?: (assay.v1.Hardware.$Properties|null);

                /** Observation local_admins */
                local_admins?: (assay.v1.LocalAdmins.$Properties|null);

                /** Observation remote_access */
                remote_access?: (assay.v1.RemoteAccess.$Properties|null);

                /** Observation agent */
                agent?: (assay.v1.Agent.$Properties|null);

                /** Observation updates */
                updates?: (assay.v1.Updates.$Properties|null);

                /** Observation screen_lock */
                screen_lock?: (assay.v1.ScreenLock.$Properties|null);

                /** Observation kernel_integrity */
                kernel_integrity?: (assay.v1.KernelIntegrity.$Properties|null);

                /** Observation mdm */
                mdm?: (assay.v1.Mdm.$Properties|null);

                /** Observation identity */
                identity?: (assay.v1.Identity.$Properties|null);

                /** Observation browsers */
                browsers?: (assay.v1.Browsers.$Properties|null);

                /** Observation outcome */
                outcome?: ("absent"|"unknown"|"os"|"reboot_pending"|"disk_encryption"|"edr"|"firewall"|"secure_boot"|"tpm"|"hardware"|"local_admins"|"remote_access"|"agent"|"updates"|"screen_lock"|"kernel_integrity"|"mdm"|"identity"|"browsers");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Observation. */
            type $Shape = {
              name?: assay.v1.SignalName|null;
              observed_at_ms?: number|null;
              absent?: assay.v1.Absent.$Shape|null;
              unknown?: assay.v1.Unknown.$Shape|null;
              os?: assay.v1.Os.$Shape|null;
              reboot_pending?: assay.v1.RebootPending.$Shape|null;
              disk_encryption?: assay.v1.DiskEncryption.$Shape|null;
              edr?: assay.v1.Edr.$Shape|null;
              firewall?: assay.v1.Firewall.$Shape|null;
              secure_boot?: assay.v1.SecureBoot.$Shape|null;
              tpm?: assay.v1.Tpm.$Shape|null;
              hardware?: assay.v1.Hardware.$Shape|null;
              local_admins?: assay.v1.LocalAdmins.$Shape|null;
              remote_access?: assay.v1.RemoteAccess.$Shape|null;
              agent?: assay.v1.Agent.$Shape|null;
              updates?: assay.v1.Updates.$Shape|null;
              screen_lock?: assay.v1.ScreenLock.$Shape|null;
              kernel_integrity?: assay.v1.KernelIntegrity.$Shape|null;
              mdm?: assay.v1.Mdm.$Shape|null;
              identity?: assay.v1.Identity.$Shape|null;
              browsers?: assay.v1.Browsers.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "absent"; absent: assay.v1.Absent.$Shape; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "unknown"; absent?: null; unknown: assay.v1.Unknown.$Shape; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "os"; absent?: null; unknown?: null; os: assay.v1.Os.$Shape; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "reboot_pending"; absent?: null; unknown?: null; os?: null; reboot_pending: assay.v1.RebootPending.$Shape; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "disk_encryption"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption: assay.v1.DiskEncryption.$Shape; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "edr"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr: assay.v1.Edr.$Shape; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "firewall"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall: assay.v1.Firewall.$Shape; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "secure_boot"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot: assay.v1.SecureBoot.$Shape; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "tpm"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm: assay.v1.Tpm.$Shape; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "hardware"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware: assay.v1.Hardware.$Shape; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "local_admins"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins: assay.v1.LocalAdmins.$Shape; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "remote_access"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access: assay.v1.RemoteAccess.$Shape; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "agent"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent: assay.v1.Agent.$Shape; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "updates"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates: assay.v1.Updates.$Shape; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "screen_lock"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock: assay.v1.ScreenLock.$Shape; kernel_integrity?: null; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "kernel_integrity"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity: assay.v1.KernelIntegrity.$Shape; mdm?: null; identity?: null; browsers?: null }|{ outcome?: "mdm"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm: assay.v1.Mdm.$Shape; identity?: null; browsers?: null }|{ outcome?: "identity"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity: assay.v1.Identity.$Shape; browsers?: null }|{ outcome?: "browsers"; absent?: null; unknown?: null; os?: null; reboot_pending?: null; disk_encryption?: null; edr?: null; firewall?: null; secure_boot?: null; tpm?: null; hardware?: null; local_admins?: null; remote_access?: null; agent?: null; updates?: null; screen_lock?: null; kernel_integrity?: null; mdm?: null; identity?: null; browsers: assay.v1.Browsers.$Shape })
            );
        }

        /**
         * Properties of an Absent.
         * @deprecated Use assay.v1.Absent.$Properties instead.
         */
        interface IAbsent extends assay.v1.Absent.$Properties {
        }

        /** Represents an Absent. */
        class Absent {

            /**
             * Constructs a new Absent.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Absent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Absent detail. */
            detail: string;

            /**
             * Encodes the specified Absent message. Does not implicitly {@link assay.v1.Absent.verify|verify} messages.
             * @param message Absent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Absent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Absent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Absent & assay.v1.Absent.$Shape} Absent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Absent & assay.v1.Absent.$Shape;

            /**
             * Creates an Absent message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Absent
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Absent;

            /**
             * Creates a plain object from an Absent message. Also converts values to other types if specified.
             * @param message Absent
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Absent, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Absent to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Absent {

            /** Properties of an Absent. */
            interface $Properties {

                /** Absent detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Absent. */
            type $Shape = assay.v1.Absent.$Properties;
        }

        /**
         * Properties of an Unknown.
         * @deprecated Use assay.v1.Unknown.$Properties instead.
         */
        interface IUnknown extends assay.v1.Unknown.$Properties {
        }

        /** Represents an Unknown. */
        class Unknown {

            /**
             * Constructs a new Unknown.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Unknown.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Unknown reason. */
            reason: assay.v1.UnknownReason;

            /** Unknown detail. */
            detail: string;

            /**
             * Encodes the specified Unknown message. Does not implicitly {@link assay.v1.Unknown.verify|verify} messages.
             * @param message Unknown message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Unknown.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Unknown message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Unknown & assay.v1.Unknown.$Shape} Unknown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Unknown & assay.v1.Unknown.$Shape;

            /**
             * Creates an Unknown message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Unknown
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Unknown;

            /**
             * Creates a plain object from an Unknown message. Also converts values to other types if specified.
             * @param message Unknown
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Unknown, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Unknown to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Unknown {

            /** Properties of an Unknown. */
            interface $Properties {

                /** Unknown reason */
                reason?: (assay.v1.UnknownReason|null);

                /** Unknown detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Unknown. */
            type $Shape = assay.v1.Unknown.$Properties;
        }

        /**
         * Properties of an Os.
         * @deprecated Use assay.v1.Os.$Properties instead.
         */
        interface IOs extends assay.v1.Os.$Properties {
        }

        /** Represents an Os. */
        class Os {

            /**
             * Constructs a new Os.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Os.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Os id. */
            id: string;

            /** Os name. */
            name: string;

            /** Os version. */
            version?: (string|null);

            /** Os id_like. */
            id_like: string[];

            /** Os variant. */
            variant?: (string|null);

            /** Os build. */
            build?: (string|null);

            /** Os arch. */
            arch: string;

            /** Os kernel. */
            kernel: string;

            /** Os newest_kernel. */
            newest_kernel?: (string|null);

            /** Os support_end. */
            support_end?: (string|null);

            /** Os supplement. */
            supplement?: (string|null);

            /** Os extended_support. */
            extended_support?: (boolean|null);

            /**
             * Encodes the specified Os message. Does not implicitly {@link assay.v1.Os.verify|verify} messages.
             * @param message Os message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Os.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Os message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Os & assay.v1.Os.$Shape} Os
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Os & assay.v1.Os.$Shape;

            /**
             * Creates an Os message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Os
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Os;

            /**
             * Creates a plain object from an Os message. Also converts values to other types if specified.
             * @param message Os
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Os, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Os to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Os {

            /** Properties of an Os. */
            interface $Properties {

                /** Os id */
                id?: (string|null);

                /** Os name */
                name?: (string|null);

                /** Os version */
                version?: (string|null);

                /** Os id_like */
                id_like?: (string[]|null);

                /** Os variant */
                variant?: (string|null);

                /** Os build */
                build?: (string|null);

                /** Os arch */
                arch?: (string|null);

                /** Os kernel */
                kernel?: (string|null);

                /** Os newest_kernel */
                newest_kernel?: (string|null);

                /** Os support_end */
                support_end?: (string|null);

                /** Os supplement */
                supplement?: (string|null);

                /** Os extended_support */
                extended_support?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Os. */
            type $Shape = assay.v1.Os.$Properties;
        }

        /**
         * Properties of an Updates.
         * @deprecated Use assay.v1.Updates.$Properties instead.
         */
        interface IUpdates extends assay.v1.Updates.$Properties {
        }

        /** Represents an Updates. */
        class Updates {

            /**
             * Constructs a new Updates.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Updates.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Updates source. */
            source: string;

            /** Updates pending. */
            pending?: (number|null);

            /** Updates pending_security. */
            pending_security?: (number|null);

            /** Updates index_age_s. */
            index_age_s?: (number|null);

            /** Updates last_change_ms. */
            last_change_ms?: (number|null);

            /** Updates automatic. */
            automatic?: (boolean|null);

            /** Updates evidence. */
            evidence: string[];

            /**
             * Encodes the specified Updates message. Does not implicitly {@link assay.v1.Updates.verify|verify} messages.
             * @param message Updates message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Updates.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Updates message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Updates & assay.v1.Updates.$Shape} Updates
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Updates & assay.v1.Updates.$Shape;

            /**
             * Creates an Updates message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Updates
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Updates;

            /**
             * Creates a plain object from an Updates message. Also converts values to other types if specified.
             * @param message Updates
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Updates, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Updates to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Updates {

            /** Properties of an Updates. */
            interface $Properties {

                /** Updates source */
                source?: (string|null);

                /** Updates pending */
                pending?: (number|null);

                /** Updates pending_security */
                pending_security?: (number|null);

                /** Updates index_age_s */
                index_age_s?: (number|null);

                /** Updates last_change_ms */
                last_change_ms?: (number|null);

                /** Updates automatic */
                automatic?: (boolean|null);

                /** Updates evidence */
                evidence?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Updates. */
            type $Shape = assay.v1.Updates.$Properties;
        }

        /**
         * Properties of a RebootPending.
         * @deprecated Use assay.v1.RebootPending.$Properties instead.
         */
        interface IRebootPending extends assay.v1.RebootPending.$Properties {
        }

        /** Represents a RebootPending. */
        class RebootPending {

            /**
             * Constructs a new RebootPending.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.RebootPending.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RebootPending pending. */
            pending: boolean;

            /** RebootPending reasons. */
            reasons: string[];

            /**
             * Encodes the specified RebootPending message. Does not implicitly {@link assay.v1.RebootPending.verify|verify} messages.
             * @param message RebootPending message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.RebootPending.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RebootPending message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.RebootPending & assay.v1.RebootPending.$Shape} RebootPending
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.RebootPending & assay.v1.RebootPending.$Shape;

            /**
             * Creates a RebootPending message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RebootPending
             */
            static fromObject(object: { [k: string]: any }): assay.v1.RebootPending;

            /**
             * Creates a plain object from a RebootPending message. Also converts values to other types if specified.
             * @param message RebootPending
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.RebootPending, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RebootPending to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RebootPending {

            /** Properties of a RebootPending. */
            interface $Properties {

                /** RebootPending pending */
                pending?: (boolean|null);

                /** RebootPending reasons */
                reasons?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RebootPending. */
            type $Shape = assay.v1.RebootPending.$Properties;
        }

        /**
         * Properties of a DiskEncryption.
         * @deprecated Use assay.v1.DiskEncryption.$Properties instead.
         */
        interface IDiskEncryption extends assay.v1.DiskEncryption.$Properties {
        }

        /** Represents a DiskEncryption. */
        class DiskEncryption {

            /**
             * Constructs a new DiskEncryption.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.DiskEncryption.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DiskEncryption system_volume. */
            system_volume?: (assay.v1.Volume.$Properties|null);

            /** DiskEncryption volumes. */
            volumes: assay.v1.Volume.$Properties[];

            /**
             * Encodes the specified DiskEncryption message. Does not implicitly {@link assay.v1.DiskEncryption.verify|verify} messages.
             * @param message DiskEncryption message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.DiskEncryption.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DiskEncryption message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.DiskEncryption & assay.v1.DiskEncryption.$Shape} DiskEncryption
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.DiskEncryption & assay.v1.DiskEncryption.$Shape;

            /**
             * Creates a DiskEncryption message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DiskEncryption
             */
            static fromObject(object: { [k: string]: any }): assay.v1.DiskEncryption;

            /**
             * Creates a plain object from a DiskEncryption message. Also converts values to other types if specified.
             * @param message DiskEncryption
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.DiskEncryption, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DiskEncryption to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DiskEncryption {

            /** Properties of a DiskEncryption. */
            interface $Properties {

                /** DiskEncryption system_volume */
                system_volume?: (assay.v1.Volume.$Properties|null);

                /** DiskEncryption volumes */
                volumes?: (assay.v1.Volume.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DiskEncryption. */
            type $Shape = assay.v1.DiskEncryption.$Properties;
        }

        /**
         * Properties of a Volume.
         * @deprecated Use assay.v1.Volume.$Properties instead.
         */
        interface IVolume extends assay.v1.Volume.$Properties {
        }

        /** Represents a Volume. */
        class Volume {

            /**
             * Constructs a new Volume.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Volume.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Volume mount. */
            mount: string;

            /** Volume role. */
            role: string;

            /** Volume device. */
            device: string;

            /** Volume filesystem. */
            filesystem: string;

            /** Volume encrypted. */
            encrypted?: (boolean|null);

            /** Volume state. */
            state: string;

            /** Volume method. */
            method?: (string|null);

            /** Volume basis. */
            basis: string;

            /** Volume notes. */
            notes: string[];

            /** Volume protection_on. */
            protection_on?: (boolean|null);

            /** Volume progress_percent. */
            progress_percent?: (number|null);

            /**
             * Encodes the specified Volume message. Does not implicitly {@link assay.v1.Volume.verify|verify} messages.
             * @param message Volume message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Volume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Volume message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Volume & assay.v1.Volume.$Shape} Volume
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Volume & assay.v1.Volume.$Shape;

            /**
             * Creates a Volume message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Volume
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Volume;

            /**
             * Creates a plain object from a Volume message. Also converts values to other types if specified.
             * @param message Volume
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Volume, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Volume to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Volume {

            /** Properties of a Volume. */
            interface $Properties {

                /** Volume mount */
                mount?: (string|null);

                /** Volume role */
                role?: (string|null);

                /** Volume device */
                device?: (string|null);

                /** Volume filesystem */
                filesystem?: (string|null);

                /** Volume encrypted */
                encrypted?: (boolean|null);

                /** Volume state */
                state?: (string|null);

                /** Volume method */
                method?: (string|null);

                /** Volume basis */
                basis?: (string|null);

                /** Volume notes */
                notes?: (string[]|null);

                /** Volume protection_on */
                protection_on?: (boolean|null);

                /** Volume progress_percent */
                progress_percent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Volume. */
            type $Shape = assay.v1.Volume.$Properties;
        }

        /**
         * Properties of an Edr.
         * @deprecated Use assay.v1.Edr.$Properties instead.
         */
        interface IEdr extends assay.v1.Edr.$Properties {
        }

        /** Represents an Edr. */
        class Edr {

            /**
             * Constructs a new Edr.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Edr.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Edr products. */
            products: assay.v1.EdrProduct.$Properties[];

            /** Edr attestations. */
            attestations: assay.v1.EdrAttestation.$Properties[];

            /**
             * Encodes the specified Edr message. Does not implicitly {@link assay.v1.Edr.verify|verify} messages.
             * @param message Edr message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Edr.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Edr message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Edr & assay.v1.Edr.$Shape} Edr
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Edr & assay.v1.Edr.$Shape;

            /**
             * Creates an Edr message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Edr
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Edr;

            /**
             * Creates a plain object from an Edr message. Also converts values to other types if specified.
             * @param message Edr
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Edr, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Edr to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Edr {

            /** Properties of an Edr. */
            interface $Properties {

                /** Edr products */
                products?: (assay.v1.EdrProduct.$Properties[]|null);

                /** Edr attestations */
                attestations?: (assay.v1.EdrAttestation.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Edr. */
            type $Shape = assay.v1.Edr.$Properties;
        }

        /**
         * Properties of an EdrProduct.
         * @deprecated Use assay.v1.EdrProduct.$Properties instead.
         */
        interface IEdrProduct extends assay.v1.EdrProduct.$Properties {
        }

        /** Represents an EdrProduct. */
        class EdrProduct {

            /**
             * Constructs a new EdrProduct.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.EdrProduct.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EdrProduct product. */
            product: string;

            /** EdrProduct vendor. */
            vendor: string;

            /** EdrProduct kind. */
            kind: string;

            /** EdrProduct installed. */
            installed: boolean;

            /** EdrProduct running. */
            running?: (boolean|null);

            /** EdrProduct healthy. */
            healthy?: (boolean|null);

            /** EdrProduct version. */
            version?: (string|null);

            /** EdrProduct connected. */
            connected?: (boolean|null);

            /** EdrProduct definitions_age_s. */
            definitions_age_s?: (number|null);

            /** EdrProduct tamper_protection. */
            tamper_protection?: (boolean|null);

            /** EdrProduct mode. */
            mode?: (string|null);

            /** EdrProduct device_id. */
            device_id?: (string|null);

            /** EdrProduct evidence. */
            evidence: assay.v1.EdrEvidence.$Properties[];

            /**
             * Encodes the specified EdrProduct message. Does not implicitly {@link assay.v1.EdrProduct.verify|verify} messages.
             * @param message EdrProduct message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.EdrProduct.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EdrProduct message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.EdrProduct & assay.v1.EdrProduct.$Shape} EdrProduct
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.EdrProduct & assay.v1.EdrProduct.$Shape;

            /**
             * Creates an EdrProduct message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EdrProduct
             */
            static fromObject(object: { [k: string]: any }): assay.v1.EdrProduct;

            /**
             * Creates a plain object from an EdrProduct message. Also converts values to other types if specified.
             * @param message EdrProduct
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.EdrProduct, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EdrProduct to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EdrProduct {

            /** Properties of an EdrProduct. */
            interface $Properties {

                /** EdrProduct product */
                product?: (string|null);

                /** EdrProduct vendor */
                vendor?: (string|null);

                /** EdrProduct kind */
                kind?: (string|null);

                /** EdrProduct installed */
                installed?: (boolean|null);

                /** EdrProduct running */
                running?: (boolean|null);

                /** EdrProduct healthy */
                healthy?: (boolean|null);

                /** EdrProduct version */
                version?: (string|null);

                /** EdrProduct connected */
                connected?: (boolean|null);

                /** EdrProduct definitions_age_s */
                definitions_age_s?: (number|null);

                /** EdrProduct tamper_protection */
                tamper_protection?: (boolean|null);

                /** EdrProduct mode */
                mode?: (string|null);

                /** EdrProduct device_id */
                device_id?: (string|null);

                /** EdrProduct evidence */
                evidence?: (assay.v1.EdrEvidence.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EdrProduct. */
            type $Shape = assay.v1.EdrProduct.$Properties;
        }

        /**
         * Properties of an EdrEvidence.
         * @deprecated Use assay.v1.EdrEvidence.$Properties instead.
         */
        interface IEdrEvidence extends assay.v1.EdrEvidence.$Properties {
        }

        /** Represents an EdrEvidence. */
        class EdrEvidence {

            /**
             * Constructs a new EdrEvidence.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.EdrEvidence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EdrEvidence kind. */
            kind: string;

            /** EdrEvidence basis. */
            basis: string;

            /**
             * Encodes the specified EdrEvidence message. Does not implicitly {@link assay.v1.EdrEvidence.verify|verify} messages.
             * @param message EdrEvidence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.EdrEvidence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EdrEvidence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.EdrEvidence & assay.v1.EdrEvidence.$Shape} EdrEvidence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.EdrEvidence & assay.v1.EdrEvidence.$Shape;

            /**
             * Creates an EdrEvidence message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EdrEvidence
             */
            static fromObject(object: { [k: string]: any }): assay.v1.EdrEvidence;

            /**
             * Creates a plain object from an EdrEvidence message. Also converts values to other types if specified.
             * @param message EdrEvidence
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.EdrEvidence, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EdrEvidence to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EdrEvidence {

            /** Properties of an EdrEvidence. */
            interface $Properties {

                /** EdrEvidence kind */
                kind?: (string|null);

                /** EdrEvidence basis */
                basis?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EdrEvidence. */
            type $Shape = assay.v1.EdrEvidence.$Properties;
        }

        /**
         * Properties of an EdrAttestation.
         * @deprecated Use assay.v1.EdrAttestation.$Properties instead.
         */
        interface IEdrAttestation extends assay.v1.EdrAttestation.$Properties {
        }

        /** Represents an EdrAttestation. */
        class EdrAttestation {

            /**
             * Constructs a new EdrAttestation.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.EdrAttestation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EdrAttestation product. */
            product: string;

            /** EdrAttestation format. */
            format: string;

            /** EdrAttestation token. */
            token: string;

            /** EdrAttestation overall. */
            overall?: (number|null);

            /** EdrAttestation os. */
            os?: (number|null);

            /** EdrAttestation sensor_config. */
            sensor_config?: (number|null);

            /** EdrAttestation device_id. */
            device_id?: (string|null);

            /** EdrAttestation serial. */
            serial?: (string|null);

            /** EdrAttestation expires_at_ms. */
            expires_at_ms?: (number|null);

            /** EdrAttestation source. */
            source: string;

            /** EdrAttestation algorithm. */
            algorithm: string;

            /** EdrAttestation key_id. */
            key_id?: (string|null);

            /** EdrAttestation issued_at_ms. */
            issued_at_ms?: (number|null);

            /** EdrAttestation agrees. */
            agrees: string[];

            /** EdrAttestation contradicts. */
            contradicts: string[];

            /**
             * Encodes the specified EdrAttestation message. Does not implicitly {@link assay.v1.EdrAttestation.verify|verify} messages.
             * @param message EdrAttestation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.EdrAttestation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EdrAttestation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.EdrAttestation & assay.v1.EdrAttestation.$Shape} EdrAttestation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.EdrAttestation & assay.v1.EdrAttestation.$Shape;

            /**
             * Creates an EdrAttestation message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EdrAttestation
             */
            static fromObject(object: { [k: string]: any }): assay.v1.EdrAttestation;

            /**
             * Creates a plain object from an EdrAttestation message. Also converts values to other types if specified.
             * @param message EdrAttestation
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.EdrAttestation, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EdrAttestation to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EdrAttestation {

            /** Properties of an EdrAttestation. */
            interface $Properties {

                /** EdrAttestation product */
                product?: (string|null);

                /** EdrAttestation format */
                format?: (string|null);

                /** EdrAttestation token */
                token?: (string|null);

                /** EdrAttestation overall */
                overall?: (number|null);

                /** EdrAttestation os */
                os?: (number|null);

                /** EdrAttestation sensor_config */
                sensor_config?: (number|null);

                /** EdrAttestation device_id */
                device_id?: (string|null);

                /** EdrAttestation serial */
                serial?: (string|null);

                /** EdrAttestation expires_at_ms */
                expires_at_ms?: (number|null);

                /** EdrAttestation source */
                source?: (string|null);

                /** EdrAttestation algorithm */
                algorithm?: (string|null);

                /** EdrAttestation key_id */
                key_id?: (string|null);

                /** EdrAttestation issued_at_ms */
                issued_at_ms?: (number|null);

                /** EdrAttestation agrees */
                agrees?: (string[]|null);

                /** EdrAttestation contradicts */
                contradicts?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EdrAttestation. */
            type $Shape = assay.v1.EdrAttestation.$Properties;
        }

        /**
         * Properties of a Firewall.
         * @deprecated Use assay.v1.Firewall.$Properties instead.
         */
        interface IFirewall extends assay.v1.Firewall.$Properties {
        }

        /** Represents a Firewall. */
        class Firewall {

            /**
             * Constructs a new Firewall.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Firewall.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Firewall enabled. */
            enabled: boolean;

            /** Firewall backend. */
            backend: string;

            /** Firewall evidence. */
            evidence: string[];

            /**
             * Encodes the specified Firewall message. Does not implicitly {@link assay.v1.Firewall.verify|verify} messages.
             * @param message Firewall message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Firewall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Firewall message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Firewall & assay.v1.Firewall.$Shape} Firewall
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Firewall & assay.v1.Firewall.$Shape;

            /**
             * Creates a Firewall message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Firewall
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Firewall;

            /**
             * Creates a plain object from a Firewall message. Also converts values to other types if specified.
             * @param message Firewall
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Firewall, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Firewall to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Firewall {

            /** Properties of a Firewall. */
            interface $Properties {

                /** Firewall enabled */
                enabled?: (boolean|null);

                /** Firewall backend */
                backend?: (string|null);

                /** Firewall evidence */
                evidence?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Firewall. */
            type $Shape = assay.v1.Firewall.$Properties;
        }

        /**
         * Properties of a SecureBoot.
         * @deprecated Use assay.v1.SecureBoot.$Properties instead.
         */
        interface ISecureBoot extends assay.v1.SecureBoot.$Properties {
        }

        /** Represents a SecureBoot. */
        class SecureBoot {

            /**
             * Constructs a new SecureBoot.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.SecureBoot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SecureBoot enabled. */
            enabled: boolean;

            /** SecureBoot setup_mode. */
            setup_mode: boolean;

            /** SecureBoot loader_validation. */
            loader_validation?: (boolean|null);

            /** SecureBoot level. */
            level?: (string|null);

            /** SecureBoot untold. */
            untold: string[];

            /**
             * Encodes the specified SecureBoot message. Does not implicitly {@link assay.v1.SecureBoot.verify|verify} messages.
             * @param message SecureBoot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.SecureBoot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SecureBoot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.SecureBoot & assay.v1.SecureBoot.$Shape} SecureBoot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.SecureBoot & assay.v1.SecureBoot.$Shape;

            /**
             * Creates a SecureBoot message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SecureBoot
             */
            static fromObject(object: { [k: string]: any }): assay.v1.SecureBoot;

            /**
             * Creates a plain object from a SecureBoot message. Also converts values to other types if specified.
             * @param message SecureBoot
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.SecureBoot, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SecureBoot to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SecureBoot {

            /** Properties of a SecureBoot. */
            interface $Properties {

                /** SecureBoot enabled */
                enabled?: (boolean|null);

                /** SecureBoot setup_mode */
                setup_mode?: (boolean|null);

                /** SecureBoot loader_validation */
                loader_validation?: (boolean|null);

                /** SecureBoot level */
                level?: (string|null);

                /** SecureBoot untold */
                untold?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SecureBoot. */
            type $Shape = assay.v1.SecureBoot.$Properties;
        }

        /**
         * Properties of a Tpm.
         * @deprecated Use assay.v1.Tpm.$Properties instead.
         */
        interface ITpm extends assay.v1.Tpm.$Properties {
        }

        /** Represents a Tpm. */
        class Tpm {

            /**
             * Constructs a new Tpm.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Tpm.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Tpm version. */
            version: string;

            /** Tpm manufacturer. */
            manufacturer?: (string|null);

            /** Tpm kind. */
            kind?: (string|null);

            /**
             * Encodes the specified Tpm message. Does not implicitly {@link assay.v1.Tpm.verify|verify} messages.
             * @param message Tpm message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Tpm.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Tpm message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Tpm & assay.v1.Tpm.$Shape} Tpm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Tpm & assay.v1.Tpm.$Shape;

            /**
             * Creates a Tpm message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Tpm
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Tpm;

            /**
             * Creates a plain object from a Tpm message. Also converts values to other types if specified.
             * @param message Tpm
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Tpm, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Tpm to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Tpm {

            /** Properties of a Tpm. */
            interface $Properties {

                /** Tpm version */
                version?: (string|null);

                /** Tpm manufacturer */
                manufacturer?: (string|null);

                /** Tpm kind */
                kind?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Tpm. */
            type $Shape = assay.v1.Tpm.$Properties;
        }

        /**
         * Properties of a ScreenLock.
         * @deprecated Use assay.v1.ScreenLock.$Properties instead.
         */
        interface IScreenLock extends assay.v1.ScreenLock.$Properties {
        }

        /** Represents a ScreenLock. */
        class ScreenLock {

            /**
             * Constructs a new ScreenLock.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.ScreenLock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ScreenLock enabled. */
            enabled: boolean;

            /** ScreenLock idle_timeout_s. */
            idle_timeout_s?: (number|null);

            /** ScreenLock lock_delay_s. */
            lock_delay_s?: (number|null);

            /** ScreenLock enforced. */
            enforced?: (boolean|null);

            /** ScreenLock source. */
            source: string;

            /** ScreenLock evidence. */
            evidence: string[];

            /**
             * Encodes the specified ScreenLock message. Does not implicitly {@link assay.v1.ScreenLock.verify|verify} messages.
             * @param message ScreenLock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.ScreenLock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScreenLock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.ScreenLock & assay.v1.ScreenLock.$Shape} ScreenLock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.ScreenLock & assay.v1.ScreenLock.$Shape;

            /**
             * Creates a ScreenLock message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ScreenLock
             */
            static fromObject(object: { [k: string]: any }): assay.v1.ScreenLock;

            /**
             * Creates a plain object from a ScreenLock message. Also converts values to other types if specified.
             * @param message ScreenLock
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.ScreenLock, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ScreenLock to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ScreenLock {

            /** Properties of a ScreenLock. */
            interface $Properties {

                /** ScreenLock enabled */
                enabled?: (boolean|null);

                /** ScreenLock idle_timeout_s */
                idle_timeout_s?: (number|null);

                /** ScreenLock lock_delay_s */
                lock_delay_s?: (number|null);

                /** ScreenLock enforced */
                enforced?: (boolean|null);

                /** ScreenLock source */
                source?: (string|null);

                /** ScreenLock evidence */
                evidence?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ScreenLock. */
            type $Shape = assay.v1.ScreenLock.$Properties;
        }

        /**
         * Properties of a KernelIntegrity.
         * @deprecated Use assay.v1.KernelIntegrity.$Properties instead.
         */
        interface IKernelIntegrity extends assay.v1.KernelIntegrity.$Properties {
        }

        /** Represents a KernelIntegrity. */
        class KernelIntegrity {

            /**
             * Constructs a new KernelIntegrity.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.KernelIntegrity.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KernelIntegrity lockdown. */
            lockdown?: (string|null);

            /** KernelIntegrity security_modules. */
            security_modules: string[];

            /** KernelIntegrity mandatory_access. */
            mandatory_access?: (string|null);

            /** KernelIntegrity module_signatures. */
            module_signatures?: (boolean|null);

            /** KernelIntegrity taint. */
            taint?: (number|null);

            /** KernelIntegrity taint_reasons. */
            taint_reasons: string[];

            /** KernelIntegrity system_integrity_protection. */
            system_integrity_protection?: (boolean|null);

            /** KernelIntegrity sealed_system. */
            sealed_system?: (boolean|null);

            /** KernelIntegrity gatekeeper. */
            gatekeeper?: (boolean|null);

            /** KernelIntegrity malware_definitions. */
            malware_definitions?: (string|null);

            /** KernelIntegrity virtualization_security. */
            virtualization_security?: (boolean|null);

            /** KernelIntegrity code_integrity. */
            code_integrity?: (boolean|null);

            /** KernelIntegrity credential_guard. */
            credential_guard?: (boolean|null);

            /** KernelIntegrity test_signing. */
            test_signing?: (boolean|null);

            /** KernelIntegrity kernel_debug. */
            kernel_debug?: (boolean|null);

            /** KernelIntegrity developer_mode. */
            developer_mode?: (boolean|null);

            /** KernelIntegrity lsa_protection. */
            lsa_protection?: (boolean|null);

            /** KernelIntegrity uac. */
            uac?: (boolean|null);

            /** KernelIntegrity evidence. */
            evidence: string[];

            /** KernelIntegrity untold. */
            untold: string[];

            /**
             * Encodes the specified KernelIntegrity message. Does not implicitly {@link assay.v1.KernelIntegrity.verify|verify} messages.
             * @param message KernelIntegrity message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.KernelIntegrity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KernelIntegrity message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.KernelIntegrity & assay.v1.KernelIntegrity.$Shape} KernelIntegrity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.KernelIntegrity & assay.v1.KernelIntegrity.$Shape;

            /**
             * Creates a KernelIntegrity message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns KernelIntegrity
             */
            static fromObject(object: { [k: string]: any }): assay.v1.KernelIntegrity;

            /**
             * Creates a plain object from a KernelIntegrity message. Also converts values to other types if specified.
             * @param message KernelIntegrity
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.KernelIntegrity, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this KernelIntegrity to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace KernelIntegrity {

            /** Properties of a KernelIntegrity. */
            interface $Properties {

                /** KernelIntegrity lockdown */
                lockdown?: (string|null);

                /** KernelIntegrity security_modules */
                security_modules?: (string[]|null);

                /** KernelIntegrity mandatory_access */
                mandatory_access?: (string|null);

                /** KernelIntegrity module_signatures */
                module_signatures?: (boolean|null);

                /** KernelIntegrity taint */
                taint?: (number|null);

                /** KernelIntegrity taint_reasons */
                taint_reasons?: (string[]|null);

                /** KernelIntegrity system_integrity_protection */
                system_integrity_protection?: (boolean|null);

                /** KernelIntegrity sealed_system */
                sealed_system?: (boolean|null);

                /** KernelIntegrity gatekeeper */
                gatekeeper?: (boolean|null);

                /** KernelIntegrity malware_definitions */
                malware_definitions?: (string|null);

                /** KernelIntegrity virtualization_security */
                virtualization_security?: (boolean|null);

                /** KernelIntegrity code_integrity */
                code_integrity?: (boolean|null);

                /** KernelIntegrity credential_guard */
                credential_guard?: (boolean|null);

                /** KernelIntegrity test_signing */
                test_signing?: (boolean|null);

                /** KernelIntegrity kernel_debug */
                kernel_debug?: (boolean|null);

                /** KernelIntegrity developer_mode */
                developer_mode?: (boolean|null);

                /** KernelIntegrity lsa_protection */
                lsa_protection?: (boolean|null);

                /** KernelIntegrity uac */
                uac?: (boolean|null);

                /** KernelIntegrity evidence */
                evidence?: (string[]|null);

                /** KernelIntegrity untold */
                untold?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KernelIntegrity. */
            type $Shape = assay.v1.KernelIntegrity.$Properties;
        }

        /**
         * Properties of a Mdm.
         * @deprecated Use assay.v1.Mdm.$Properties instead.
         */
        interface IMdm extends assay.v1.Mdm.$Properties {
        }

        /** Represents a Mdm. */
        class Mdm {

            /**
             * Constructs a new Mdm.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Mdm.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Mdm enrolled. */
            enrolled: boolean;

            /** Mdm enrollments. */
            enrollments: assay.v1.MdmEnrollment.$Properties[];

            /** Mdm untold. */
            untold: string[];

            /**
             * Encodes the specified Mdm message. Does not implicitly {@link assay.v1.Mdm.verify|verify} messages.
             * @param message Mdm message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Mdm.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Mdm message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Mdm & assay.v1.Mdm.$Shape} Mdm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Mdm & assay.v1.Mdm.$Shape;

            /**
             * Creates a Mdm message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Mdm
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Mdm;

            /**
             * Creates a plain object from a Mdm message. Also converts values to other types if specified.
             * @param message Mdm
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Mdm, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Mdm to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Mdm {

            /** Properties of a Mdm. */
            interface $Properties {

                /** Mdm enrolled */
                enrolled?: (boolean|null);

                /** Mdm enrollments */
                enrollments?: (assay.v1.MdmEnrollment.$Properties[]|null);

                /** Mdm untold */
                untold?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Mdm. */
            type $Shape = assay.v1.Mdm.$Properties;
        }

        /**
         * Properties of a MdmEnrollment.
         * @deprecated Use assay.v1.MdmEnrollment.$Properties instead.
         */
        interface IMdmEnrollment extends assay.v1.MdmEnrollment.$Properties {
        }

        /** Represents a MdmEnrollment. */
        class MdmEnrollment {

            /**
             * Constructs a new MdmEnrollment.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.MdmEnrollment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MdmEnrollment product. */
            product: string;

            /** MdmEnrollment enrolled. */
            enrolled?: (boolean|null);

            /** MdmEnrollment server. */
            server?: (string|null);

            /** MdmEnrollment device_id. */
            device_id?: (string|null);

            /** MdmEnrollment enrolled_at_ms. */
            enrolled_at_ms?: (number|null);

            /** MdmEnrollment automated. */
            automated?: (boolean|null);

            /** MdmEnrollment user_approved. */
            user_approved?: (boolean|null);

            /** MdmEnrollment evidence. */
            evidence: string[];

            /**
             * Encodes the specified MdmEnrollment message. Does not implicitly {@link assay.v1.MdmEnrollment.verify|verify} messages.
             * @param message MdmEnrollment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.MdmEnrollment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MdmEnrollment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.MdmEnrollment & assay.v1.MdmEnrollment.$Shape} MdmEnrollment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.MdmEnrollment & assay.v1.MdmEnrollment.$Shape;

            /**
             * Creates a MdmEnrollment message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MdmEnrollment
             */
            static fromObject(object: { [k: string]: any }): assay.v1.MdmEnrollment;

            /**
             * Creates a plain object from a MdmEnrollment message. Also converts values to other types if specified.
             * @param message MdmEnrollment
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.MdmEnrollment, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MdmEnrollment to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MdmEnrollment {

            /** Properties of a MdmEnrollment. */
            interface $Properties {

                /** MdmEnrollment product */
                product?: (string|null);

                /** MdmEnrollment enrolled */
                enrolled?: (boolean|null);

                /** MdmEnrollment server */
                server?: (string|null);

                /** MdmEnrollment device_id */
                device_id?: (string|null);

                /** MdmEnrollment enrolled_at_ms */
                enrolled_at_ms?: (number|null);

                /** MdmEnrollment automated */
                automated?: (boolean|null);

                /** MdmEnrollment user_approved */
                user_approved?: (boolean|null);

                /** MdmEnrollment evidence */
                evidence?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MdmEnrollment. */
            type $Shape = assay.v1.MdmEnrollment.$Properties;
        }

        /**
         * Properties of an Identity.
         * @deprecated Use assay.v1.Identity.$Properties instead.
         */
        interface IIdentity extends assay.v1.Identity.$Properties {
        }

        /** Represents an Identity. */
        class Identity {

            /**
             * Constructs a new Identity.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Identity.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Identity entra_device_id. */
            entra_device_id?: (string|null);

            /** Identity entra_tenant_id. */
            entra_tenant_id?: (string|null);

            /** Identity join. */
            join?: (string|null);

            /** Identity domain. */
            domain?: (string|null);

            /** Identity intune_device_id. */
            intune_device_id?: (string|null);

            /** Identity jamf_udid. */
            jamf_udid?: (string|null);

            /** Identity serial. */
            serial?: (string|null);

            /** Identity primary_user. */
            primary_user?: (string|null);

            /** Identity primary_user_basis. */
            primary_user_basis?: (string|null);

            /** Identity evidence. */
            evidence: string[];

            /**
             * Encodes the specified Identity message. Does not implicitly {@link assay.v1.Identity.verify|verify} messages.
             * @param message Identity message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Identity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Identity message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Identity & assay.v1.Identity.$Shape} Identity
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Identity & assay.v1.Identity.$Shape;

            /**
             * Creates an Identity message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Identity
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Identity;

            /**
             * Creates a plain object from an Identity message. Also converts values to other types if specified.
             * @param message Identity
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Identity, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Identity to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Identity {

            /** Properties of an Identity. */
            interface $Properties {

                /** Identity entra_device_id */
                entra_device_id?: (string|null);

                /** Identity entra_tenant_id */
                entra_tenant_id?: (string|null);

                /** Identity join */
                join?: (string|null);

                /** Identity domain */
                domain?: (string|null);

                /** Identity intune_device_id */
                intune_device_id?: (string|null);

                /** Identity jamf_udid */
                jamf_udid?: (string|null);

                /** Identity serial */
                serial?: (string|null);

                /** Identity primary_user */
                primary_user?: (string|null);

                /** Identity primary_user_basis */
                primary_user_basis?: (string|null);

                /** Identity evidence */
                evidence?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Identity. */
            type $Shape = assay.v1.Identity.$Properties;
        }

        /**
         * Properties of a Browsers.
         * @deprecated Use assay.v1.Browsers.$Properties instead.
         */
        interface IBrowsers extends assay.v1.Browsers.$Properties {
        }

        /** Represents a Browsers. */
        class Browsers {

            /**
             * Constructs a new Browsers.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Browsers.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Browsers browsers. */
            browsers: assay.v1.Browser.$Properties[];

            /**
             * Encodes the specified Browsers message. Does not implicitly {@link assay.v1.Browsers.verify|verify} messages.
             * @param message Browsers message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Browsers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Browsers message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Browsers & assay.v1.Browsers.$Shape} Browsers
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Browsers & assay.v1.Browsers.$Shape;

            /**
             * Creates a Browsers message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Browsers
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Browsers;

            /**
             * Creates a plain object from a Browsers message. Also converts values to other types if specified.
             * @param message Browsers
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Browsers, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Browsers to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Browsers {

            /** Properties of a Browsers. */
            interface $Properties {

                /** Browsers browsers */
                browsers?: (assay.v1.Browser.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Browsers. */
            type $Shape = assay.v1.Browsers.$Properties;
        }

        /**
         * Properties of a Browser.
         * @deprecated Use assay.v1.Browser.$Properties instead.
         */
        interface IBrowser extends assay.v1.Browser.$Properties {
        }

        /** Represents a Browser. */
        class Browser {

            /**
             * Constructs a new Browser.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Browser.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Browser browser. */
            browser: string;

            /** Browser name. */
            name: string;

            /** Browser version. */
            version?: (string|null);

            /** Browser managed. */
            managed?: (boolean|null);

            /** Browser basis. */
            basis: string;

            /**
             * Encodes the specified Browser message. Does not implicitly {@link assay.v1.Browser.verify|verify} messages.
             * @param message Browser message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Browser.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Browser message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Browser & assay.v1.Browser.$Shape} Browser
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Browser & assay.v1.Browser.$Shape;

            /**
             * Creates a Browser message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Browser
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Browser;

            /**
             * Creates a plain object from a Browser message. Also converts values to other types if specified.
             * @param message Browser
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Browser, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Browser to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Browser {

            /** Properties of a Browser. */
            interface $Properties {

                /** Browser browser */
                browser?: (string|null);

                /** Browser name */
                name?: (string|null);

                /** Browser version */
                version?: (string|null);

                /** Browser managed */
                managed?: (boolean|null);

                /** Browser basis */
                basis?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Browser. */
            type $Shape = assay.v1.Browser.$Properties;
        }

        /**
         * Properties of a Hardware.
         * @deprecated Use assay.v1.Hardware.$Properties instead.
         */
        interface IHardware extends assay.v1.Hardware.$Properties {
        }

        /** Represents a Hardware. */
        class Hardware {

            /**
             * Constructs a new Hardware.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Hardware.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hardware hostname. */
            hostname: string;

            /** Hardware serial. */
            serial?: (string|null);

            /** Hardware uuid. */
            uuid?: (string|null);

            /** Hardware vendor. */
            vendor?: (string|null);

            /** Hardware model. */
            model?: (string|null);

            /** Hardware firmware. */
            firmware?: (string|null);

            /** Hardware machine_id. */
            machine_id?: (string|null);

            /** Hardware virtual. */
            virtual: boolean;

            /** Hardware memory_bytes. */
            memory_bytes: number;

            /** Hardware problems. */
            problems: string[];

            /** Hardware untold. */
            untold: string[];

            /**
             * Encodes the specified Hardware message. Does not implicitly {@link assay.v1.Hardware.verify|verify} messages.
             * @param message Hardware message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Hardware.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hardware message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Hardware & assay.v1.Hardware.$Shape} Hardware
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Hardware & assay.v1.Hardware.$Shape;

            /**
             * Creates a Hardware message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Hardware
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Hardware;

            /**
             * Creates a plain object from a Hardware message. Also converts values to other types if specified.
             * @param message Hardware
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Hardware, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Hardware to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Hardware {

            /** Properties of a Hardware. */
            interface $Properties {

                /** Hardware hostname */
                hostname?: (string|null);

                /** Hardware serial */
                serial?: (string|null);

                /** Hardware uuid */
                uuid?: (string|null);

                /** Hardware vendor */
                vendor?: (string|null);

                /** Hardware model */
                model?: (string|null);

                /** Hardware firmware */
                firmware?: (string|null);

                /** Hardware machine_id */
                machine_id?: (string|null);

                /** Hardware virtual */
                virtual?: (boolean|null);

                /** Hardware memory_bytes */
                memory_bytes?: (number|null);

                /** Hardware problems */
                problems?: (string[]|null);

                /** Hardware untold */
                untold?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hardware. */
            type $Shape = assay.v1.Hardware.$Properties;
        }

        /**
         * Properties of a LocalAdmins.
         * @deprecated Use assay.v1.LocalAdmins.$Properties instead.
         */
        interface ILocalAdmins extends assay.v1.LocalAdmins.$Properties {
        }

        /** Represents a LocalAdmins. */
        class LocalAdmins {

            /**
             * Constructs a new LocalAdmins.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.LocalAdmins.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LocalAdmins accounts. */
            accounts: string[];

            /** LocalAdmins sudo_rules. */
            sudo_rules: boolean;

            /** LocalAdmins automatic_login. */
            automatic_login?: (boolean|null);

            /** LocalAdmins guest_account. */
            guest_account?: (boolean|null);

            /** LocalAdmins root_login. */
            root_login?: (string|null);

            /** LocalAdmins untold. */
            untold: string[];

            /**
             * Encodes the specified LocalAdmins message. Does not implicitly {@link assay.v1.LocalAdmins.verify|verify} messages.
             * @param message LocalAdmins message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.LocalAdmins.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LocalAdmins message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.LocalAdmins & assay.v1.LocalAdmins.$Shape} LocalAdmins
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.LocalAdmins & assay.v1.LocalAdmins.$Shape;

            /**
             * Creates a LocalAdmins message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LocalAdmins
             */
            static fromObject(object: { [k: string]: any }): assay.v1.LocalAdmins;

            /**
             * Creates a plain object from a LocalAdmins message. Also converts values to other types if specified.
             * @param message LocalAdmins
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.LocalAdmins, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LocalAdmins to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LocalAdmins {

            /** Properties of a LocalAdmins. */
            interface $Properties {

                /** LocalAdmins accounts */
                accounts?: (string[]|null);

                /** LocalAdmins sudo_rules */
                sudo_rules?: (boolean|null);

                /** LocalAdmins automatic_login */
                automatic_login?: (boolean|null);

                /** LocalAdmins guest_account */
                guest_account?: (boolean|null);

                /** LocalAdmins root_login */
                root_login?: (string|null);

                /** LocalAdmins untold */
                untold?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LocalAdmins. */
            type $Shape = assay.v1.LocalAdmins.$Properties;
        }

        /**
         * Properties of a RemoteAccess.
         * @deprecated Use assay.v1.RemoteAccess.$Properties instead.
         */
        interface IRemoteAccess extends assay.v1.RemoteAccess.$Properties {
        }

        /** Represents a RemoteAccess. */
        class RemoteAccess {

            /**
             * Constructs a new RemoteAccess.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.RemoteAccess.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemoteAccess services. */
            services: assay.v1.RemoteAccessService.$Properties[];

            /**
             * Encodes the specified RemoteAccess message. Does not implicitly {@link assay.v1.RemoteAccess.verify|verify} messages.
             * @param message RemoteAccess message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.RemoteAccess.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemoteAccess message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.RemoteAccess & assay.v1.RemoteAccess.$Shape} RemoteAccess
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.RemoteAccess & assay.v1.RemoteAccess.$Shape;

            /**
             * Creates a RemoteAccess message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RemoteAccess
             */
            static fromObject(object: { [k: string]: any }): assay.v1.RemoteAccess;

            /**
             * Creates a plain object from a RemoteAccess message. Also converts values to other types if specified.
             * @param message RemoteAccess
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.RemoteAccess, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RemoteAccess to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RemoteAccess {

            /** Properties of a RemoteAccess. */
            interface $Properties {

                /** RemoteAccess services */
                services?: (assay.v1.RemoteAccessService.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemoteAccess. */
            type $Shape = assay.v1.RemoteAccess.$Properties;
        }

        /**
         * Properties of a RemoteAccessService.
         * @deprecated Use assay.v1.RemoteAccessService.$Properties instead.
         */
        interface IRemoteAccessService extends assay.v1.RemoteAccessService.$Properties {
        }

        /** Represents a RemoteAccessService. */
        class RemoteAccessService {

            /**
             * Constructs a new RemoteAccessService.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.RemoteAccessService.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RemoteAccessService service. */
            service: string;

            /** RemoteAccessService port. */
            port: number;

            /** RemoteAccessService basis. */
            basis: string;

            /**
             * Encodes the specified RemoteAccessService message. Does not implicitly {@link assay.v1.RemoteAccessService.verify|verify} messages.
             * @param message RemoteAccessService message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.RemoteAccessService.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RemoteAccessService message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.RemoteAccessService & assay.v1.RemoteAccessService.$Shape} RemoteAccessService
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.RemoteAccessService & assay.v1.RemoteAccessService.$Shape;

            /**
             * Creates a RemoteAccessService message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RemoteAccessService
             */
            static fromObject(object: { [k: string]: any }): assay.v1.RemoteAccessService;

            /**
             * Creates a plain object from a RemoteAccessService message. Also converts values to other types if specified.
             * @param message RemoteAccessService
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.RemoteAccessService, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RemoteAccessService to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RemoteAccessService {

            /** Properties of a RemoteAccessService. */
            interface $Properties {

                /** RemoteAccessService service */
                service?: (string|null);

                /** RemoteAccessService port */
                port?: (number|null);

                /** RemoteAccessService basis */
                basis?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RemoteAccessService. */
            type $Shape = assay.v1.RemoteAccessService.$Properties;
        }

        /**
         * Properties of an Agent.
         * @deprecated Use assay.v1.Agent.$Properties instead.
         */
        interface IAgent extends assay.v1.Agent.$Properties {
        }

        /** Represents an Agent. */
        class Agent {

            /**
             * Constructs a new Agent.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Agent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Agent version. */
            version: string;

            /** Agent key_storage. */
            key_storage: string;

            /** Agent inspected_root. */
            inspected_root: string;

            /** Agent failed_probes. */
            failed_probes: number;

            /** Agent code_hash. */
            code_hash?: (string|null);

            /** Agent probes. */
            probes: assay.v1.ProbeHealth.$Properties[];

            /**
             * Encodes the specified Agent message. Does not implicitly {@link assay.v1.Agent.verify|verify} messages.
             * @param message Agent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Agent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Agent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Agent & assay.v1.Agent.$Shape} Agent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Agent & assay.v1.Agent.$Shape;

            /**
             * Creates an Agent message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Agent
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Agent;

            /**
             * Creates a plain object from an Agent message. Also converts values to other types if specified.
             * @param message Agent
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Agent, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Agent to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Agent {

            /** Properties of an Agent. */
            interface $Properties {

                /** Agent version */
                version?: (string|null);

                /** Agent key_storage */
                key_storage?: (string|null);

                /** Agent inspected_root */
                inspected_root?: (string|null);

                /** Agent failed_probes */
                failed_probes?: (number|null);

                /** Agent code_hash */
                code_hash?: (string|null);

                /** Agent probes */
                probes?: (assay.v1.ProbeHealth.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Agent. */
            type $Shape = assay.v1.Agent.$Properties;
        }

        /**
         * Properties of a ProbeHealth.
         * @deprecated Use assay.v1.ProbeHealth.$Properties instead.
         */
        interface IProbeHealth extends assay.v1.ProbeHealth.$Properties {
        }

        /** Represents a ProbeHealth. */
        class ProbeHealth {

            /**
             * Constructs a new ProbeHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.ProbeHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProbeHealth signal. */
            signal: string;

            /** ProbeHealth crashed. */
            crashed: number;

            /** ProbeHealth timed_out. */
            timed_out: number;

            /** ProbeHealth last. */
            last: string;

            /**
             * Encodes the specified ProbeHealth message. Does not implicitly {@link assay.v1.ProbeHealth.verify|verify} messages.
             * @param message ProbeHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.ProbeHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProbeHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.ProbeHealth & assay.v1.ProbeHealth.$Shape} ProbeHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.ProbeHealth & assay.v1.ProbeHealth.$Shape;

            /**
             * Creates a ProbeHealth message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ProbeHealth
             */
            static fromObject(object: { [k: string]: any }): assay.v1.ProbeHealth;

            /**
             * Creates a plain object from a ProbeHealth message. Also converts values to other types if specified.
             * @param message ProbeHealth
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.ProbeHealth, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ProbeHealth to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ProbeHealth {

            /** Properties of a ProbeHealth. */
            interface $Properties {

                /** ProbeHealth signal */
                signal?: (string|null);

                /** ProbeHealth crashed */
                crashed?: (number|null);

                /** ProbeHealth timed_out */
                timed_out?: (number|null);

                /** ProbeHealth last */
                last?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProbeHealth. */
            type $Shape = assay.v1.ProbeHealth.$Properties;
        }

        /**
         * Properties of an AgentFrame.
         * @deprecated Use assay.v1.AgentFrame.$Properties instead.
         */
        interface IAgentFrame extends assay.v1.AgentFrame.$Properties {
        }

        /** Represents an AgentFrame. */
        class AgentFrame {

            /**
             * Constructs a new AgentFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.AgentFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AgentFrame enroll. */
            enroll?: (assay.v1.Envelope.$Properties|null);

            /** AgentFrame hello. */
            hello?: (assay.v1.Envelope.$Properties|null);

            /** AgentFrame report. */
            report?: (assay.v1.Envelope.$Properties|null);

            /** AgentFrame unchanged. */
            unchanged?: (assay.v1.Unchanged.$Properties|null);

            /** AgentFrame rotate. */
            rotate?: (assay.v1.Envelope.$Properties|null);

            /** AgentFrame unenroll. */
            unenroll?: (assay.v1.Envelope.$Properties|null);

            /** AgentFrame history. */
            history?: (assay.v1.History.$Properties|null);

            /** AgentFrame frame. */
            frame?: ("enroll"|"hello"|"report"|"unchanged"|"rotate"|"unenroll"|"history");

            /**
             * Encodes the specified AgentFrame message. Does not implicitly {@link assay.v1.AgentFrame.verify|verify} messages.
             * @param message AgentFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.AgentFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AgentFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.AgentFrame & assay.v1.AgentFrame.$Shape} AgentFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.AgentFrame & assay.v1.AgentFrame.$Shape;

            /**
             * Creates an AgentFrame message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AgentFrame
             */
            static fromObject(object: { [k: string]: any }): assay.v1.AgentFrame;

            /**
             * Creates a plain object from an AgentFrame message. Also converts values to other types if specified.
             * @param message AgentFrame
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.AgentFrame, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AgentFrame to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace AgentFrame {

            /** Properties of an AgentFrame. */
            interface $Properties {

                /** AgentFrame enroll */
                enroll?: (assay.v1.Envelope.$Properties|null);

                /** AgentFrame hello */
                hello?: (assay.v1.Envelope.$Properties|null);

                /** AgentFrame report */
                report?: (assay.v1.Envelope.$Properties|null);

                /** AgentFrame unchanged */
                unchanged?: (assay.v1.Unchanged.$Properties|null);

                /** AgentFrame rotate */
                rotate?: (assay.v1.Envelope.$Properties|null);

                /** AgentFrame unenroll */
                unenroll?: (assay.v1.Envelope.$Properties|null);

                /** AgentFrame history */
                history?: (assay.v1.History.$Properties|null);

                /** AgentFrame frame */
                frame?: ("enroll"|"hello"|"report"|"unchanged"|"rotate"|"unenroll"|"history");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an AgentFrame. */
            type $Shape = {
              enroll?: assay.v1.Envelope.$Shape|null;
              hello?: assay.v1.Envelope.$Shape|null;
              report?: assay.v1.Envelope.$Shape|null;
              unchanged?: assay.v1.Unchanged.$Shape|null;
              rotate?: assay.v1.Envelope.$Shape|null;
              unenroll?: assay.v1.Envelope.$Shape|null;
              history?: assay.v1.History.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ frame?: undefined; enroll?: null; hello?: null; report?: null; unchanged?: null; rotate?: null; unenroll?: null; history?: null }|{ frame?: "enroll"; enroll: assay.v1.Envelope.$Shape; hello?: null; report?: null; unchanged?: null; rotate?: null; unenroll?: null; history?: null }|{ frame?: "hello"; enroll?: null; hello: assay.v1.Envelope.$Shape; report?: null; unchanged?: null; rotate?: null; unenroll?: null; history?: null }|{ frame?: "report"; enroll?: null; hello?: null; report: assay.v1.Envelope.$Shape; unchanged?: null; rotate?: null; unenroll?: null; history?: null }|{ frame?: "unchanged"; enroll?: null; hello?: null; report?: null; unchanged: assay.v1.Unchanged.$Shape; rotate?: null; unenroll?: null; history?: null }|{ frame?: "rotate"; enroll?: null; hello?: null; report?: null; unchanged?: null; rotate: assay.v1.Envelope.$Shape; unenroll?: null; history?: null }|{ frame?: "unenroll"; enroll?: null; hello?: null; report?: null; unchanged?: null; rotate?: null; unenroll: assay.v1.Envelope.$Shape; history?: null }|{ frame?: "history"; enroll?: null; hello?: null; report?: null; unchanged?: null; rotate?: null; unenroll?: null; history: assay.v1.History.$Shape })
            );
        }

        /**
         * Properties of a CollectorFrame.
         * @deprecated Use assay.v1.CollectorFrame.$Properties instead.
         */
        interface ICollectorFrame extends assay.v1.CollectorFrame.$Properties {
        }

        /** Represents a CollectorFrame. */
        class CollectorFrame {

            /**
             * Constructs a new CollectorFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.CollectorFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CollectorFrame challenge. */
            challenge?: (assay.v1.Challenge.$Properties|null);

            /** CollectorFrame enrolled. */
            enrolled?: (assay.v1.Enrolled.$Properties|null);

            /** CollectorFrame welcome. */
            welcome?: (assay.v1.Welcome.$Properties|null);

            /** CollectorFrame ack. */
            ack?: (assay.v1.Ack.$Properties|null);

            /** CollectorFrame command. */
            command?: (assay.v1.Command.$Properties|null);

            /** CollectorFrame refusal. */
            refusal?: (assay.v1.Refusal.$Properties|null);

            /** CollectorFrame rotated. */
            rotated?: (assay.v1.Rotated.$Properties|null);

            /** CollectorFrame unenrolled. */
            unenrolled?: (assay.v1.Unenrolled.$Properties|null);

            /** CollectorFrame history_ack. */
            history_ack?: (assay.v1.HistoryAck.$Properties|null);

            /** CollectorFrame frame. */
            frame?: ("challenge"|"enrolled"|"welcome"|"ack"|"command"|"refusal"|"rotated"|"unenrolled"|"history_ack");

            /**
             * Encodes the specified CollectorFrame message. Does not implicitly {@link assay.v1.CollectorFrame.verify|verify} messages.
             * @param message CollectorFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.CollectorFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CollectorFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.CollectorFrame & assay.v1.CollectorFrame.$Shape} CollectorFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.CollectorFrame & assay.v1.CollectorFrame.$Shape;

            /**
             * Creates a CollectorFrame message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CollectorFrame
             */
            static fromObject(object: { [k: string]: any }): assay.v1.CollectorFrame;

            /**
             * Creates a plain object from a CollectorFrame message. Also converts values to other types if specified.
             * @param message CollectorFrame
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.CollectorFrame, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CollectorFrame to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace CollectorFrame {

            /** Properties of a CollectorFrame. */
            interface $Properties {

                /** CollectorFrame challenge */
                challenge?: (assay.v1.Challenge.$Properties|null);

                /** CollectorFrame enrolled */
                enrolled?: (assay.v1.Enrolled.$Properties|null);

                /** CollectorFrame welcome */
                welcome?: (assay.v1.Welcome.$Properties|null);

                /** CollectorFrame ack */
                ack?: (assay.v1.Ack.$Properties|null);

                /** CollectorFrame command */
                command?: (assay.v1.Command.$Properties|null);

                /** CollectorFrame refusal */
                refusal?: (assay.v1.Refusal.$Properties|null);

                /** CollectorFrame rotated */
                rotated?: (assay.v1.Rotated.$Properties|null);

                /** CollectorFrame unenrolled */
                unenrolled?: (assay.v1.Unenrolled.$Properties|null);

                /** CollectorFrame history_ack */
                history_ack?: (assay.v1.HistoryAck.$Properties|null);

                /** CollectorFrame frame */
                frame?: ("challenge"|"enrolled"|"welcome"|"ack"|"command"|"refusal"|"rotated"|"unenrolled"|"history_ack");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a CollectorFrame. */
            type $Shape = {
              challenge?: assay.v1.Challenge.$Shape|null;
              enrolled?: assay.v1.Enrolled.$Shape|null;
              welcome?: assay.v1.Welcome.$Shape|null;
              ack?: assay.v1.Ack.$Shape|null;
              command?: assay.v1.Command.$Shape|null;
              refusal?: assay.v1.Refusal.$Shape|null;
              rotated?: assay.v1.Rotated.$Shape|null;
              unenrolled?: assay.v1.Unenrolled.$Shape|null;
              history_ack?: assay.v1.HistoryAck.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ frame?: undefined; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "challenge"; challenge: assay.v1.Challenge.$Shape; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "enrolled"; challenge?: null; enrolled: assay.v1.Enrolled.$Shape; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "welcome"; challenge?: null; enrolled?: null; welcome: assay.v1.Welcome.$Shape; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "ack"; challenge?: null; enrolled?: null; welcome?: null; ack: assay.v1.Ack.$Shape; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "command"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command: assay.v1.Command.$Shape; refusal?: null; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "refusal"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal: assay.v1.Refusal.$Shape; rotated?: null; unenrolled?: null; history_ack?: null }|{ frame?: "rotated"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated: assay.v1.Rotated.$Shape; unenrolled?: null; history_ack?: null }|{ frame?: "unenrolled"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled: assay.v1.Unenrolled.$Shape; history_ack?: null }|{ frame?: "history_ack"; challenge?: null; enrolled?: null; welcome?: null; ack?: null; command?: null; refusal?: null; rotated?: null; unenrolled?: null; history_ack: assay.v1.HistoryAck.$Shape })
            );
        }

        /**
         * Properties of a Challenge.
         * @deprecated Use assay.v1.Challenge.$Properties instead.
         */
        interface IChallenge extends assay.v1.Challenge.$Properties {
        }

        /** Represents a Challenge. */
        class Challenge {

            /**
             * Constructs a new Challenge.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Challenge.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Challenge nonce. */
            nonce: Uint8Array;

            /** Challenge collector_time_ms. */
            collector_time_ms: number;

            /** Challenge collector_id. */
            collector_id: string;

            /**
             * Encodes the specified Challenge message. Does not implicitly {@link assay.v1.Challenge.verify|verify} messages.
             * @param message Challenge message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Challenge.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Challenge message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Challenge & assay.v1.Challenge.$Shape} Challenge
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Challenge & assay.v1.Challenge.$Shape;

            /**
             * Creates a Challenge message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Challenge
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Challenge;

            /**
             * Creates a plain object from a Challenge message. Also converts values to other types if specified.
             * @param message Challenge
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Challenge, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Challenge to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Challenge {

            /** Properties of a Challenge. */
            interface $Properties {

                /** Challenge nonce */
                nonce?: (Uint8Array|null);

                /** Challenge collector_time_ms */
                collector_time_ms?: (number|null);

                /** Challenge collector_id */
                collector_id?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Challenge. */
            type $Shape = assay.v1.Challenge.$Properties;
        }

        /**
         * Properties of a Hello.
         * @deprecated Use assay.v1.Hello.$Properties instead.
         */
        interface IHello extends assay.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello device_id. */
            device_id: string;

            /** Hello nonce. */
            nonce: Uint8Array;

            /** Hello collector_id. */
            collector_id: string;

            /** Hello agent_version. */
            agent_version: string;

            /** Hello boot_id. */
            boot_id: string;

            /** Hello last_report. */
            last_report?: (assay.v1.LastReport.$Properties|null);

            /** Hello trial. */
            trial: boolean;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link assay.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Hello & assay.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Hello & assay.v1.Hello.$Shape;

            /**
             * Creates a Hello message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Hello
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Hello;

            /**
             * Creates a plain object from a Hello message. Also converts values to other types if specified.
             * @param message Hello
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Hello, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Hello to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello device_id */
                device_id?: (string|null);

                /** Hello nonce */
                nonce?: (Uint8Array|null);

                /** Hello collector_id */
                collector_id?: (string|null);

                /** Hello agent_version */
                agent_version?: (string|null);

                /** Hello boot_id */
                boot_id?: (string|null);

                /** Hello last_report */
                last_report?: (assay.v1.LastReport.$Properties|null);

                /** Hello trial */
                trial?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = assay.v1.Hello.$Properties;
        }

        /**
         * Properties of a LastReport.
         * @deprecated Use assay.v1.LastReport.$Properties instead.
         */
        interface ILastReport extends assay.v1.LastReport.$Properties {
        }

        /** Represents a LastReport. */
        class LastReport {

            /**
             * Constructs a new LastReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.LastReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LastReport number. */
            number: number;

            /** LastReport digest. */
            digest: Uint8Array;

            /**
             * Encodes the specified LastReport message. Does not implicitly {@link assay.v1.LastReport.verify|verify} messages.
             * @param message LastReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.LastReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LastReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.LastReport & assay.v1.LastReport.$Shape} LastReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.LastReport & assay.v1.LastReport.$Shape;

            /**
             * Creates a LastReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LastReport
             */
            static fromObject(object: { [k: string]: any }): assay.v1.LastReport;

            /**
             * Creates a plain object from a LastReport message. Also converts values to other types if specified.
             * @param message LastReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.LastReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LastReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LastReport {

            /** Properties of a LastReport. */
            interface $Properties {

                /** LastReport number */
                number?: (number|null);

                /** LastReport digest */
                digest?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LastReport. */
            type $Shape = assay.v1.LastReport.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use assay.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends assay.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome session_id. */
            session_id: string;

            /** Welcome report_interval_s. */
            report_interval_s: number;

            /** Welcome full_report_interval_s. */
            full_report_interval_s: number;

            /** Welcome last_report_number. */
            last_report_number: number;

            /** Welcome assessment. */
            assessment?: (assay.v1.Assessment.$Properties|null);

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link assay.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Welcome & assay.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Welcome & assay.v1.Welcome.$Shape;

            /**
             * Creates a Welcome message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Welcome
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Welcome;

            /**
             * Creates a plain object from a Welcome message. Also converts values to other types if specified.
             * @param message Welcome
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Welcome, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Welcome to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome session_id */
                session_id?: (string|null);

                /** Welcome report_interval_s */
                report_interval_s?: (number|null);

                /** Welcome full_report_interval_s */
                full_report_interval_s?: (number|null);

                /** Welcome last_report_number */
                last_report_number?: (number|null);

                /** Welcome assessment */
                assessment?: (assay.v1.Assessment.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = assay.v1.Welcome.$Properties;
        }

        /**
         * Properties of an Unchanged.
         * @deprecated Use assay.v1.Unchanged.$Properties instead.
         */
        interface IUnchanged extends assay.v1.Unchanged.$Properties {
        }

        /** Represents an Unchanged. */
        class Unchanged {

            /**
             * Constructs a new Unchanged.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Unchanged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Unchanged report_number. */
            report_number: number;

            /** Unchanged digest. */
            digest: Uint8Array;

            /**
             * Encodes the specified Unchanged message. Does not implicitly {@link assay.v1.Unchanged.verify|verify} messages.
             * @param message Unchanged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Unchanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Unchanged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Unchanged & assay.v1.Unchanged.$Shape} Unchanged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Unchanged & assay.v1.Unchanged.$Shape;

            /**
             * Creates an Unchanged message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Unchanged
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Unchanged;

            /**
             * Creates a plain object from an Unchanged message. Also converts values to other types if specified.
             * @param message Unchanged
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Unchanged, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Unchanged to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Unchanged {

            /** Properties of an Unchanged. */
            interface $Properties {

                /** Unchanged report_number */
                report_number?: (number|null);

                /** Unchanged digest */
                digest?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Unchanged. */
            type $Shape = assay.v1.Unchanged.$Properties;
        }

        /**
         * Properties of an Ack.
         * @deprecated Use assay.v1.Ack.$Properties instead.
         */
        interface IAck extends assay.v1.Ack.$Properties {
        }

        /** Represents an Ack. */
        class Ack {

            /**
             * Constructs a new Ack.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Ack.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ack report_number. */
            report_number: number;

            /** Ack assessment. */
            assessment?: (assay.v1.Assessment.$Properties|null);

            /**
             * Encodes the specified Ack message. Does not implicitly {@link assay.v1.Ack.verify|verify} messages.
             * @param message Ack message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Ack & assay.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Ack & assay.v1.Ack.$Shape;

            /**
             * Creates an Ack message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Ack
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Ack;

            /**
             * Creates a plain object from an Ack message. Also converts values to other types if specified.
             * @param message Ack
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Ack, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Ack to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Ack {

            /** Properties of an Ack. */
            interface $Properties {

                /** Ack report_number */
                report_number?: (number|null);

                /** Ack assessment */
                assessment?: (assay.v1.Assessment.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Ack. */
            type $Shape = assay.v1.Ack.$Properties;
        }

        /**
         * Properties of a History.
         * @deprecated Use assay.v1.History.$Properties instead.
         */
        interface IHistory extends assay.v1.History.$Properties {
        }

        /** Represents a History. */
        class History {

            /**
             * Constructs a new History.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.History.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** History reports. */
            reports: assay.v1.Envelope.$Properties[];

            /** History agent_time_ms. */
            agent_time_ms: number;

            /**
             * Encodes the specified History message. Does not implicitly {@link assay.v1.History.verify|verify} messages.
             * @param message History message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.History.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a History message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.History & assay.v1.History.$Shape} History
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.History & assay.v1.History.$Shape;

            /**
             * Creates a History message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns History
             */
            static fromObject(object: { [k: string]: any }): assay.v1.History;

            /**
             * Creates a plain object from a History message. Also converts values to other types if specified.
             * @param message History
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.History, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this History to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace History {

            /** Properties of a History. */
            interface $Properties {

                /** History reports */
                reports?: (assay.v1.Envelope.$Properties[]|null);

                /** History agent_time_ms */
                agent_time_ms?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a History. */
            type $Shape = assay.v1.History.$Properties;
        }

        /**
         * Properties of a HistoryAck.
         * @deprecated Use assay.v1.HistoryAck.$Properties instead.
         */
        interface IHistoryAck extends assay.v1.HistoryAck.$Properties {
        }

        /** Represents a HistoryAck. */
        class HistoryAck {

            /**
             * Constructs a new HistoryAck.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.HistoryAck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HistoryAck report_number. */
            report_number: number;

            /**
             * Encodes the specified HistoryAck message. Does not implicitly {@link assay.v1.HistoryAck.verify|verify} messages.
             * @param message HistoryAck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.HistoryAck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HistoryAck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.HistoryAck & assay.v1.HistoryAck.$Shape} HistoryAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.HistoryAck & assay.v1.HistoryAck.$Shape;

            /**
             * Creates a HistoryAck message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HistoryAck
             */
            static fromObject(object: { [k: string]: any }): assay.v1.HistoryAck;

            /**
             * Creates a plain object from a HistoryAck message. Also converts values to other types if specified.
             * @param message HistoryAck
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.HistoryAck, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HistoryAck to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HistoryAck {

            /** Properties of a HistoryAck. */
            interface $Properties {

                /** HistoryAck report_number */
                report_number?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HistoryAck. */
            type $Shape = assay.v1.HistoryAck.$Properties;
        }

        /**
         * Properties of a Command.
         * @deprecated Use assay.v1.Command.$Properties instead.
         */
        interface ICommand extends assay.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command recheck. */
            recheck?: (assay.v1.Recheck.$Properties|null);

            /** Command rotate_key. */
            rotate_key?: (assay.v1.RotateKey.$Properties|null);

            /** Command command. */
            command?: ("recheck"|"rotate_key");

            /**
             * Encodes the specified Command message. Does not implicitly {@link assay.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Command & assay.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Command & assay.v1.Command.$Shape;

            /**
             * Creates a Command message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Command
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Command;

            /**
             * Creates a plain object from a Command message. Also converts values to other types if specified.
             * @param message Command
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Command, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Command to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command recheck */
                recheck?: (assay.v1.Recheck.$Properties|null);

                /** Command rotate_key */
                rotate_key?: (assay.v1.RotateKey.$Properties|null);

                /** Command command */
                command?: ("recheck"|"rotate_key");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Command. */
            type $Shape = {
              recheck?: assay.v1.Recheck.$Shape|null;
              rotate_key?: assay.v1.RotateKey.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ command?: undefined; recheck?: null; rotate_key?: null }|{ command?: "recheck"; recheck: assay.v1.Recheck.$Shape; rotate_key?: null }|{ command?: "rotate_key"; recheck?: null; rotate_key: assay.v1.RotateKey.$Shape })
            );
        }

        /**
         * Properties of a Recheck.
         * @deprecated Use assay.v1.Recheck.$Properties instead.
         */
        interface IRecheck extends assay.v1.Recheck.$Properties {
        }

        /** Represents a Recheck. */
        class Recheck {

            /**
             * Constructs a new Recheck.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Recheck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Recheck message. Does not implicitly {@link assay.v1.Recheck.verify|verify} messages.
             * @param message Recheck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Recheck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Recheck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Recheck & assay.v1.Recheck.$Shape} Recheck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Recheck & assay.v1.Recheck.$Shape;

            /**
             * Creates a Recheck message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Recheck
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Recheck;

            /**
             * Creates a plain object from a Recheck message. Also converts values to other types if specified.
             * @param message Recheck
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Recheck, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Recheck to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Recheck {

            /** Properties of a Recheck. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Recheck. */
            type $Shape = assay.v1.Recheck.$Properties;
        }

        /**
         * Properties of a RotateKey.
         * @deprecated Use assay.v1.RotateKey.$Properties instead.
         */
        interface IRotateKey extends assay.v1.RotateKey.$Properties {
        }

        /** Represents a RotateKey. */
        class RotateKey {

            /**
             * Constructs a new RotateKey.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.RotateKey.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified RotateKey message. Does not implicitly {@link assay.v1.RotateKey.verify|verify} messages.
             * @param message RotateKey message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.RotateKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RotateKey message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.RotateKey & assay.v1.RotateKey.$Shape} RotateKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.RotateKey & assay.v1.RotateKey.$Shape;

            /**
             * Creates a RotateKey message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RotateKey
             */
            static fromObject(object: { [k: string]: any }): assay.v1.RotateKey;

            /**
             * Creates a plain object from a RotateKey message. Also converts values to other types if specified.
             * @param message RotateKey
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.RotateKey, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RotateKey to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RotateKey {

            /** Properties of a RotateKey. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RotateKey. */
            type $Shape = assay.v1.RotateKey.$Properties;
        }

        /**
         * Properties of a Refusal.
         * @deprecated Use assay.v1.Refusal.$Properties instead.
         */
        interface IRefusal extends assay.v1.Refusal.$Properties {
        }

        /** Represents a Refusal. */
        class Refusal {

            /**
             * Constructs a new Refusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Refusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refusal code. */
            code: string;

            /** Refusal message. */
            message: string;

            /** Refusal retry_after_s. */
            retry_after_s: number;

            /** Refusal retry. */
            retry: boolean;

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link assay.v1.Refusal.verify|verify} messages.
             * @param message Refusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Refusal & assay.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Refusal & assay.v1.Refusal.$Shape;

            /**
             * Creates a Refusal message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Refusal
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Refusal;

            /**
             * Creates a plain object from a Refusal message. Also converts values to other types if specified.
             * @param message Refusal
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Refusal, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Refusal to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Refusal {

            /** Properties of a Refusal. */
            interface $Properties {

                /** Refusal code */
                code?: (string|null);

                /** Refusal message */
                message?: (string|null);

                /** Refusal retry_after_s */
                retry_after_s?: (number|null);

                /** Refusal retry */
                retry?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refusal. */
            type $Shape = assay.v1.Refusal.$Properties;
        }

        /** Tier enum. */
        enum Tier {

            /** TIER_UNSPECIFIED value */
            TIER_UNSPECIFIED = 0,

            /** trusted value */
            trusted = 1,

            /** limited value */
            limited = 2,

            /** untrusted value */
            untrusted = 3
        }

        /**
         * Properties of an Assessment.
         * @deprecated Use assay.v1.Assessment.$Properties instead.
         */
        interface IAssessment extends assay.v1.Assessment.$Properties {
        }

        /** Represents an Assessment. */
        class Assessment {

            /**
             * Constructs a new Assessment.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Assessment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Assessment score. */
            score: number;

            /** Assessment tier. */
            tier: assay.v1.Tier;

            /** Assessment assessed_at_ms. */
            assessed_at_ms: number;

            /** Assessment valid_until_ms. */
            valid_until_ms: number;

            /** Assessment policy. */
            policy: string;

            /** Assessment findings. */
            findings: assay.v1.Finding.$Properties[];

            /** Assessment for_it. */
            for_it: number;

            /** Assessment fixes. */
            fixes: assay.v1.Fix.$Properties[];

            /**
             * Encodes the specified Assessment message. Does not implicitly {@link assay.v1.Assessment.verify|verify} messages.
             * @param message Assessment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Assessment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Assessment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Assessment & assay.v1.Assessment.$Shape} Assessment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Assessment & assay.v1.Assessment.$Shape;

            /**
             * Creates an Assessment message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Assessment
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Assessment;

            /**
             * Creates a plain object from an Assessment message. Also converts values to other types if specified.
             * @param message Assessment
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Assessment, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Assessment to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Assessment {

            /** Properties of an Assessment. */
            interface $Properties {

                /** Assessment score */
                score?: (number|null);

                /** Assessment tier */
                tier?: (assay.v1.Tier|null);

                /** Assessment assessed_at_ms */
                assessed_at_ms?: (number|null);

                /** Assessment valid_until_ms */
                valid_until_ms?: (number|null);

                /** Assessment policy */
                policy?: (string|null);

                /** Assessment findings */
                findings?: (assay.v1.Finding.$Properties[]|null);

                /** Assessment for_it */
                for_it?: (number|null);

                /** Assessment fixes */
                fixes?: (assay.v1.Fix.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Assessment. */
            type $Shape = assay.v1.Assessment.$Properties;
        }

        /**
         * Properties of a Fix.
         * @deprecated Use assay.v1.Fix.$Properties instead.
         */
        interface IFix extends assay.v1.Fix.$Properties {
        }

        /** Represents a Fix. */
        class Fix {

            /**
             * Constructs a new Fix.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Fix.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Fix tier. */
            tier: assay.v1.Tier;

            /** Fix score. */
            score: number;

            /** Fix checks. */
            checks: string[];

            /** Fix for_it. */
            for_it: number;

            /**
             * Encodes the specified Fix message. Does not implicitly {@link assay.v1.Fix.verify|verify} messages.
             * @param message Fix message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Fix.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Fix message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Fix & assay.v1.Fix.$Shape} Fix
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Fix & assay.v1.Fix.$Shape;

            /**
             * Creates a Fix message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Fix
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Fix;

            /**
             * Creates a plain object from a Fix message. Also converts values to other types if specified.
             * @param message Fix
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Fix, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Fix to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Fix {

            /** Properties of a Fix. */
            interface $Properties {

                /** Fix tier */
                tier?: (assay.v1.Tier|null);

                /** Fix score */
                score?: (number|null);

                /** Fix checks */
                checks?: (string[]|null);

                /** Fix for_it */
                for_it?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Fix. */
            type $Shape = assay.v1.Fix.$Properties;
        }

        /**
         * Properties of a Finding.
         * @deprecated Use assay.v1.Finding.$Properties instead.
         */
        interface IFinding extends assay.v1.Finding.$Properties {
        }

        /** Represents a Finding. */
        class Finding {

            /**
             * Constructs a new Finding.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Finding.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Finding check. */
            check: string;

            /** Finding title. */
            title: string;

            /** Finding outcome. */
            outcome: string;

            /** Finding required. */
            required: boolean;

            /** Finding explain. */
            explain: string;

            /** Finding remedy. */
            remedy: string;

            /** Finding points. */
            points: number;

            /** Finding excuse. */
            excuse: string;

            /** Finding excused_until_ms. */
            excused_until_ms: number;

            /**
             * Encodes the specified Finding message. Does not implicitly {@link assay.v1.Finding.verify|verify} messages.
             * @param message Finding message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Finding.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Finding message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Finding & assay.v1.Finding.$Shape} Finding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Finding & assay.v1.Finding.$Shape;

            /**
             * Creates a Finding message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Finding
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Finding;

            /**
             * Creates a plain object from a Finding message. Also converts values to other types if specified.
             * @param message Finding
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Finding, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Finding to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Finding {

            /** Properties of a Finding. */
            interface $Properties {

                /** Finding check */
                check?: (string|null);

                /** Finding title */
                title?: (string|null);

                /** Finding outcome */
                outcome?: (string|null);

                /** Finding required */
                required?: (boolean|null);

                /** Finding explain */
                explain?: (string|null);

                /** Finding remedy */
                remedy?: (string|null);

                /** Finding points */
                points?: (number|null);

                /** Finding excuse */
                excuse?: (string|null);

                /** Finding excused_until_ms */
                excused_until_ms?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Finding. */
            type $Shape = assay.v1.Finding.$Properties;
        }

        /**
         * Properties of a Report.
         * @deprecated Use assay.v1.Report.$Properties instead.
         */
        interface IReport extends assay.v1.Report.$Properties {
        }

        /** Represents a Report. */
        class Report {

            /**
             * Constructs a new Report.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Report.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Report device_id. */
            device_id: string;

            /** Report number. */
            number: number;

            /** Report nonce. */
            nonce: Uint8Array;

            /** Report boot_id. */
            boot_id: string;

            /** Report created_at_ms. */
            created_at_ms: number;

            /** Report signals. */
            signals: assay.v1.Observation.$Properties[];

            /** Report lost. */
            lost?: (assay.v1.Lost.$Properties|null);

            /**
             * Encodes the specified Report message. Does not implicitly {@link assay.v1.Report.verify|verify} messages.
             * @param message Report message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Report.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Report message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Report & assay.v1.Report.$Shape} Report
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Report & assay.v1.Report.$Shape;

            /**
             * Creates a Report message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Report
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Report;

            /**
             * Creates a plain object from a Report message. Also converts values to other types if specified.
             * @param message Report
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Report, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Report to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Report {

            /** Properties of a Report. */
            interface $Properties {

                /** Report device_id */
                device_id?: (string|null);

                /** Report number */
                number?: (number|null);

                /** Report nonce */
                nonce?: (Uint8Array|null);

                /** Report boot_id */
                boot_id?: (string|null);

                /** Report created_at_ms */
                created_at_ms?: (number|null);

                /** Report signals */
                signals?: (assay.v1.Observation.$Properties[]|null);

                /** Report lost */
                lost?: (assay.v1.Lost.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Report. */
            type $Shape = {
              device_id?: string|null;
              number?: number|null;
              nonce?: Uint8Array|null;
              boot_id?: string|null;
              created_at_ms?: number|null;
              signals?: assay.v1.Observation.$Shape[]|null;
              lost?: assay.v1.Lost.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a Lost.
         * @deprecated Use assay.v1.Lost.$Properties instead.
         */
        interface ILost extends assay.v1.Lost.$Properties {
        }

        /** Represents a Lost. */
        class Lost {

            /**
             * Constructs a new Lost.
             * @param [properties] Properties to set
             */
            constructor(properties?: assay.v1.Lost.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Lost full. */
            full: number;

            /** Lost expired. */
            expired: number;

            /** Lost damaged. */
            damaged: number;

            /** Lost refused. */
            refused: number;

            /** Lost unwritten. */
            unwritten: number;

            /**
             * Encodes the specified Lost message. Does not implicitly {@link assay.v1.Lost.verify|verify} messages.
             * @param message Lost message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: assay.v1.Lost.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Lost message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {assay.v1.Lost & assay.v1.Lost.$Shape} Lost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): assay.v1.Lost & assay.v1.Lost.$Shape;

            /**
             * Creates a Lost message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Lost
             */
            static fromObject(object: { [k: string]: any }): assay.v1.Lost;

            /**
             * Creates a plain object from a Lost message. Also converts values to other types if specified.
             * @param message Lost
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: assay.v1.Lost, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Lost to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Lost {

            /** Properties of a Lost. */
            interface $Properties {

                /** Lost full */
                full?: (number|null);

                /** Lost expired */
                expired?: (number|null);

                /** Lost damaged */
                damaged?: (number|null);

                /** Lost refused */
                refused?: (number|null);

                /** Lost unwritten */
                unwritten?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Lost. */
            type $Shape = assay.v1.Lost.$Properties;
        }
    }
}
