#!/bin/sh
# Gets the browsers that "make test-browsers" walks with, beside the Chromium of the other tests: WebKit and Firefox with
# apt, and an old Chromium out of the npm package chrome-aws-lambda, which ships version 80 whole.
# Never asks and never fails: the walks say at their end which browser could not be had.
set -u
cd "$(dirname "$0")/.."
. tools/telling.sh
. tools/apt.sh
there=.tools/browsers
old=$there/chromium-80

has() { command -v "$1" >/dev/null 2>&1; }

{ has WebKitWebDriver && has Xvfb; } || apt_install webkit2gtk-driver xvfb
has firefox-esr || has firefox || apt_install firefox-esr

# The browser and the libraries that draw without a graphics card are packed with brotli, which Node unpacks.
unpack() {
    node -e '
        const {brotliDecompressSync} = require("zlib"), fs = require("fs");
        fs.writeFileSync(process.argv[2], brotliDecompressSync(fs.readFileSync(process.argv[1])));
    ' "$1" "$2"
}

if [ ! -x "$old" ] && [ "$(uname -sm)" = "Linux x86_64" ] && has npm; then
    mkdir -p "$there"
    echo "Getting Chromium 80 with npm: chrome-aws-lambda"
    packed=$(npm pack --silent --pack-destination "$there" chrome-aws-lambda@2.1.1 </dev/null) &&
        tar -xzf "$there/$packed" -C "$there" package/bin package/LICENSE &&
        unpack "$there/package/bin/swiftshader.tar.br" "$there/swiftshader.tar" &&
        tar -xf "$there/swiftshader.tar" -C "$there" &&
        unpack "$there/package/bin/chromium.br" "$old.part" &&
        chmod +x "$old.part" && mv "$old.part" "$old"
    rm -rf "$there/package" "$there/swiftshader.tar" "$there"/*.tgz
fi
exit 0
