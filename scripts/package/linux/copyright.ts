/** In the form that Debian reads: ours, and of the runtime that is part of it. */
export const COPYRIGHT = `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: assay

Files: *
Copyright: the Assay authors
License: Apache-2.0
 On Debian systems, the text is in /usr/share/common-licenses/Apache-2.0.

Files: node
Copyright: Node.js contributors
License: Expat
 The runtime that is part of the executable. Its licence and those of the libraries in it:
 https://github.com/nodejs/node/blob/main/LICENSE
`;
