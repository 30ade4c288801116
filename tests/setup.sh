#!/bin/sh
# Installs what the tests need beyond PyPI and npm (browsers, a server, an office, Chinese fonts) or names it.
set -eu
missing=""
command -v "${CHROMIUM:-chromium}" >/dev/null || missing="$missing chromium"
command -v "${FIREFOX:-firefox-esr}" >/dev/null || missing="$missing firefox-esr"
command -v "${WEBKIT_DRIVER:-WebKitWebDriver}" >/dev/null || missing="$missing webkit2gtk-driver"
command -v Xvfb >/dev/null || missing="$missing xvfb"
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
command -v "${SOFFICE:-soffice}" >/dev/null ||
  missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-noto-cjk"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update --quiet
  # shellcheck disable=SC2086 # a list of names
  exec apt-get install --yes --quiet --no-install-recommends $missing
fi
echo "The tests need:$missing (Debian's package names). Install them and run again." >&2
exit 1
