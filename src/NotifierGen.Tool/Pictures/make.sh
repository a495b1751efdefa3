#!/usr/bin/env bash
# Makes the README's pictures anew: a migration of the emulator in the terminal, its timeline, and the emulator's dispatch table.
# Needs Chromium and script (util-linux).
set -euo pipefail
pictures=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$pictures/../../.." && pwd)
cd "$root"
dotnet build samples/Emulator -v q
dotnet build src/NotifierGen.Tool -v q
emulator=$root/samples/Emulator/bin/Debug/net10.0/Emulator.dll
tool=$root/src/NotifierGen.Tool/bin/Debug/net8.0/NotifierGen.Tool.dll

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A terminal of its own, so that the emulator writes in colour; the story from the switchover on, as a page.
cd "$work"
script -qec "stty cols 130 rows 60; dotnet $emulator migrate --fail-at switchover --record migration.json" typescript >/dev/null
{
  echo '<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0;padding:16px 20px;background:#12161d;color:#e6ebf2;font:13px/1.45 "DejaVu Sans Mono",monospace;white-space:pre}'
  echo '[class="c-1"],[class^="c-1-"]{font-weight:600}[class*="33"],[class*="93"],[class*="-3-"],[class$="-11"],[class$="-3"]{color:#f0c674}[class*="31"],[class*="91"],[class$="-9"],[class$="-1"]{color:#ff7b72}'
  echo '[class*="32"],[class*="92"],[class$="-2"],[class$="-10"]{color:#45b983}[class*="36"],[class*="96"],[class$="-14"],[class$="-6"]{color:#6fd3e0}[class*="90"],[class*="37"],[class$="-8"]{color:#9aa7b8}</style><body>'
  tr -d '\r' < typescript | sed -n '/=== VM stops/,/guest: unharmed/p' \
    | sed -E 's/\x1b\[\?[0-9]+[hl]//g; s/\x1b\[[0-9]*[A-LN-Za-ln-z]//g; s/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/\x1b\[0?m/<\/span>/g' \
    | sed -E ':again; s/\x1b\[([0-9-]*);([0-9;]*)m/\x1b[\1-\2m/; t again; s/\x1b\[([0-9-]+)m/<span class="c-\1">/g'
} > "$work/terminal.html"
dotnet "$tool" timeline "$work/migration.json" -o "$work/timeline.html"
dotnet "$tool" table "$emulator" -o "$work/table.html"

shoot() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" --window-size="$2" --screenshot="$pictures/$1.png" "file://$work/$1.html" 2>/dev/null
}
shoot terminal 1120,1060
shoot timeline 1120,1180
shoot table 1120,900
