#!/bin/sh
# Stands for macOS' pkgutil where none is: knows receipts, and how to forget one.
if [ "$1" != --forget ] || [ $# != 2 ]; then
  echo "unknown: $*" >&2
  exit 64
fi
if [ ! -e "/var/db/receipts/$2.bom" ]; then
  echo "No receipt for '$2' found at '/'." >&2
  exit 1
fi
rm "/var/db/receipts/$2.bom"
echo "Forgot package '$2' on '/'."
