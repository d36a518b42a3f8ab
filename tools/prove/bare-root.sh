#!/bin/sh
# Makes a bare Linux and runs a command in it: Debian's minbase with this machine's Node and npm, and nothing else.
# No browser, no fonts, no Java, no poppler, no Python, no compiler. Linux, as root, with debootstrap.
#
#   sh tools/prove/bare-root.sh                        prints the root's folder; makes it where it is not there yet
#   sh tools/prove/bare-root.sh run FOLDER COMMAND...  runs COMMAND in it, in FOLDER, which stands there as /work
#   sh tools/prove/bare-root.sh run-as-user FOLDER COMMAND...  the same as user 1000, to whom FOLDER is given
#
# The root stays in ${TMPDIR:-/tmp}/foldmark-bare-root and is never written to: each run works on a layer over it,
# which is dropped afterwards. Only FOLDER and npm's download cache keep what a run wrote. The network is this machine's.
# FOLDMARK_BARE_PACKAGES="chromium fonts-noto-core" puts these packages of Debian into the layer first.
set -eu

base=${TMPDIR:-/tmp}/foldmark-bare-root
root=$base/root

make_root() {
  [ -e "$root/.complete" ] && return
  command -v debootstrap >/dev/null || { echo "bare-root: debootstrap is needed: apt-get install debootstrap" >&2; exit 3; }
  mkdir -p "$base/npm"
  exec 9>"$base/lock"
  flock 9 # two scripts that start together make one root
  if [ ! -e "$root/.complete" ]; then fill_root; fi
  exec 9>&-
}

fill_root() {
  . /etc/os-release
  rm -rf "$root"
  debootstrap --variant=minbase "${VERSION_CODENAME:-stable}" "$root" >"$base/debootstrap.log" 2>&1 || { tail -5 "$base/debootstrap.log" >&2; exit 3; }
  copy_network_settings
  copy_node
  rm -rf "$root"/var/cache/apt/archives/*.deb
  touch "$root/.complete"
}

# Node's own binary needs libc and libstdc++ alone, which minbase has. npm stands in a folder of its own.
copy_node() {
  node=$(node -p process.execPath)
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  cp "$node" "$root/usr/bin/node"
  mkdir -p "$root/usr/lib/node_modules"
  cp -R "$npm" "$root/usr/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/bin/npx"
  chroot "$root" /usr/bin/node --version >/dev/null
  chroot "$root" /usr/bin/npm --version >/dev/null
}

copy_network_settings() {
  cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
  mkdir -p "$root/etc/ssl/certs"
  if [ -e /etc/ssl/certs/ca-certificates.crt ]; then cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"; fi
}

run_in_root() {
  user=$1 # a number, of users and of groups
  folder=$(cd "$2" && pwd)
  shift 2
  make_root
  npm_cache=$base/npm
  if [ "$user" != 0 ]; then
    npm_cache=$base/npm-$user
    mkdir -p "$npm_cache"
    chown -R "$user:$user" "$npm_cache" "$folder"
  fi
  layer=$(mktemp -d "$base/run-XXXXXX")
  trap 'rm -rf "$layer"' EXIT
  mkdir "$layer/upper" "$layer/scratch" "$layer/root"
  status=0
  ROOT=$root LAYER=$layer FOLDER=$folder NPM_CACHE=$npm_cache OWNER=$user PACKAGES=${FOLDMARK_BARE_PACKAGES:-} unshare --mount --pid --fork --kill-child sh -c '
    set -eu
    mount -t overlay overlay -o "lowerdir=$ROOT,upperdir=$LAYER/upper,workdir=$LAYER/scratch" "$LAYER/root"
    cd "$LAYER/root"
    mkdir -p work var/cache/npm outside
    home=/root
    if [ "$OWNER" != 0 ]; then
      home=/home/reader
      echo "reader:x:$OWNER:$OWNER::$home:/bin/sh" >>etc/passwd
      mkdir -p ".$home"
      chown "$OWNER:$OWNER" ".$home"
    fi
    mount --bind "$FOLDER" work
    mount --bind "$NPM_CACHE" var/cache/npm
    mount -t proc proc proc
    mount --rbind /dev dev
    if [ -n "$PACKAGES" ]; then
      chroot . apt-get update -qq
      DEBIAN_FRONTEND=noninteractive chroot . apt-get install -y -qq --no-install-recommends $PACKAGES >"$LAYER/apt.log" 2>&1 || { tail -5 "$LAYER/apt.log" >&2; exit 3; }
    fi
    # Not chroot alone: inside of one, no user may make the namespace that the sandbox of a browser takes.
    pivot_root . outside
    umount -l outside
    rmdir outside
    exec setpriv --reuid="$OWNER" --regid="$OWNER" --clear-groups /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$home" LANG=C.UTF-8 \
      NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt npm_config_cache=/var/cache/npm npm_config_update_notifier=false \
      ${npm_config_registry+"npm_config_registry=$npm_config_registry"} ${https_proxy+"https_proxy=$https_proxy"} ${no_proxy+"no_proxy=$no_proxy"} \
      sh -c "cd /work && exec \"\$@\"" bare "$@"
  ' bare "$@" || status=$?
  exit "$status"
}

[ "$(id -u)" = 0 ] || { echo "bare-root: it takes root to make and enter a root" >&2; exit 3; }
case ${1:-make} in
  make) make_root >&2; echo "$root" ;;
  run | run-as-user)
    [ $# -ge 3 ] || { echo "usage: bare-root.sh $1 FOLDER COMMAND..." >&2; exit 2; }
    if [ "$1" = run ]; then user=0; else user=1000; fi
    shift
    run_in_root "$user" "$@"
    ;;
  *) echo "usage: bare-root.sh [run|run-as-user FOLDER COMMAND...]" >&2; exit 2 ;;
esac
