# Unpacks a payload as macOS' Installer does, with Python's own reader of xz, and refuses what is not exactly as
# compression_tool(1), "Block compression file format", says: python3 unpack-pbzx.py PAYLOAD >CPIO
import lzma
import struct
import sys

with open(sys.argv[1], "rb") as file:
    data = file.read()
magic, size = struct.unpack_from(">4sQ", data)
assert magic == b"pbzx", magic
at = 12
while at < len(data):
    plain, stored = struct.unpack_from(">QQ", data, at)
    block = data[at + 16 : at + 16 + stored]
    at += 16 + stored
    assert len(block) == stored, "cut off"
    if stored != plain:
        reader = lzma.LZMADecompressor(lzma.FORMAT_XZ)
        block = reader.decompress(block)
        assert reader.eof and not reader.unused_data, "a block is one whole xz stream"
    assert len(block) == plain, "a block is as long as it says"
    assert plain == size or at == len(data), "only the last block is shorter"
    sys.stdout.buffer.write(block)
