# shellcheck shell=bash
# A place with the tools that Plumb is built with: this machine, where its own packages are new
# enough; otherwise a Debian 13 root of the project's own, entered with bubblewrap.
#
# Sourced by dev, which sets $top, and $sandboxes (yes where commands make some). What it offers:
#   prepare_machine       makes sure of the place; may install, and says so first
#   enter_machine CMD...  replaces this process by CMD in that place

: "${top:?}"

suite=trixie
cache_dir=${XDG_CACHE_HOME:-$HOME/.cache}/plumb/dev
log=$cache_dir/setup.log

# What the program needs at least, as Debian names it.
floor=(
  'libgtk-4-dev 4.18'
  'libadwaita-1-dev 1.7'
  'libjson-glib-dev 1.10'
  'libsqlite3-dev 3.40'
  'meson 1.7'
  'blueprint-compiler 0.16'
)

say () {
  printf '%s\n' "$*" >&2
}

# fail WHAT [HINT...]: what failed, the end of the log, what to do; then the end. A half-made
# root, named by $doomed, goes too.
fail () {
  local what=$1
  shift
  [[ -z ${doomed-} ]] || as_root rm -rf --one-file-system -- "$doomed" "$cache_dir/apt.conf"
  if [[ -s $log && ${log_used-} == yes ]]; then
    say "── the end of $log ──"
    tail -n 20 "$log" >&2
    say '──'
  fi
  say "dev: failed: $what"
  local hint
  for hint in "$@"; do
    say "     $hint"
  done
  exit 1
}

as_root () {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo -- "$@"
  else
    fail "this needs root: $*" 'Run it as root, or install sudo.'
  fi
}

# The log of this run begins when there is something to write, so as not to wipe another's.
begin_log () {
  if [[ ${log_used-} != yes ]]; then
    log_used=yes
    : >"$log"
  fi
}

# Turns what mmdebstrap and apt say into one line a step, with the seconds since the start.
show_progress () {
  awk -v start="$(date +%s)" '
    function line(text,   cmd, now) {
      cmd = "date +%s"; cmd | getline now; close(cmd)
      printf "  [%3d s] %s\n", now - start, text > "/dev/stderr"
      fflush("/dev/stderr")
    }
    function stage(key, text) { if (!(key in said)) { said[key] = 1; line(text) } }
    /newly installed/ { total = 0; for (i = 1; i <= NF; i++) if ($i == "newly") total = $(i - 1) }
    /^Need to get/ { if (total > 0) line("downloading " total " packages, " $4 " " $5); got = 0; next }
    /^Get:/ {
      got++
      if (total > 100 && got % int(total / 4) == 0) line("downloaded " got " of " total)
      next
    }
    /^I: running apt-get update/ { stage("update", "fetching the package lists") }
    /^I: extracting archives/ { stage("extract", "unpacking the base system") }
    /^I: installing essential packages/ { stage("essential", "installing the base system") }
    /^I: installing remaining packages/ { stage("rest", "resolving the packages of build-aux/packages.txt") }
    /^Fetched / { if (total > 100) unpacking = 1 }
    unpacking && /^Unpacking / { if (++n % 150 == 0) line("unpacked " n " of " total); next }
    unpacking && /^Setting up / { if (++m % 150 == 0) line("set up " m " of " total); next }
    /^I: cleaning package lists/ { stage("clean", "tidying up") }
  '
}

# step TEXT COMMAND...: one line for the reader, all output for the log.
step () {
  local text=$1 start=$SECONDS
  shift
  say "• $text"
  begin_log
  printf '\n# %s\n' "$text" >>"$log"
  if ! "$@" 2>&1 </dev/null | tee -a "$log" | show_progress; then
    fail "$text" "$(hint_from_log)"
  fi
  say "  done in $((SECONDS - start)) s"
}

# What to do about a failure, guessed from what apt said.
hint_from_log () {
  local end
  end=$(tail -n 60 "$log")
  case $end in
    *NO_PUBKEY* | *'is not signed'* | *'no_pubkey'*)
      echo "This machine has no key for Debian $suite: apt-get install debian-archive-keyring (a newer one), then try again." ;;
    *'No space left'*)
      echo "The disk is full: free about 3 GB where $cache_dir is, or set XDG_CACHE_HOME to another folder." ;;
    *'Could not resolve'* | *'Temporary failure'* | *'Could not connect'* | *'Connection timed out'* | *'Failed to fetch'*)
      echo "The package server did not answer: check the network and apt's settings (“apt-get update” must work), then try again." ;;
    *'Could not get lock'*)
      echo "Another program is installing packages: wait until it is done, then try again." ;;
    *'Operation not permitted'* | *'unshare'*)
      echo "This machine forbids what making a root needs (mounts); in a container, start it with more rights, or use Debian 13." ;;
    *)
      echo "The whole log is $log. Running the command again starts afresh." ;;
  esac
}

# Of two runs that would change something at once, the second waits, and finds it done.
work_alone () {
  if [[ ${alone-} != yes ]]; then
    exec 9>"$cache_dir/lock"
    if ! flock --nonblock 9; then
      say '• waiting for another run that is setting up'
      flock 9
    fi
    alone=yes
  fi
}

package_list () {
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$top/build-aux/packages.txt"
}

# The package lists may never have been fetched, as in a new container.
have_package_lists () {
  compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null
}

ensure_package_lists () {
  have_package_lists || work_alone
  if ! have_package_lists; then
    step 'fetching the package lists (apt-get update)' as_root env LC_ALL=C apt-get update
  fi
}

# Whether what this machine has, or could install, is new enough.
machine_meets_floor () {
  local line package wanted candidate
  for line in "${floor[@]}"; do
    read -r package wanted <<<"$line"
    candidate=$(apt-cache policy "$package" 2>/dev/null | sed -n 's/^ *Candidate: *//p')
    [[ -n $candidate && $candidate != '(none)' ]] || return 1
    dpkg --compare-versions "$candidate" ge "$wanted" || return 1
  done
}

missing_packages () {
  local package
  while read -r package; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
      printf '%s\n' "$package"
  done
}

install_packages () {
  step "installing $#: $*" as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$@"
}

prepare_native () {
  local missing
  mapfile -t missing < <(package_list | missing_packages)
  if [[ ${#missing[@]} -gt 0 ]]; then
    work_alone
    mapfile -t missing < <(package_list | missing_packages)
  fi
  if [[ ${#missing[@]} -gt 0 ]]; then
    say "This machine's own packages are new enough. It lacks ${#missing[@]} of them, which are installed now."
    ensure_package_lists
    install_packages "${missing[@]}"
  fi
}

# --- The root ---

root_dir () {
  # The recipe counts as much as the list: this file is part of what names the root.
  local key
  key=$({
    package_list
    sed -n '/^make_root ()/,/^}/p' "$top/build-aux/machine.sh"
  } | sha256sum)
  printf '%s/%s-%s\n' "$cache_dir" "$suite" "${key:0:12}"
}

# The mirror that this machine itself uses.
debian_mirror () {
  local codename
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME-}")
  apt-get indextargets --format '$(ORIGIN)|$(CODENAME)|$(COMPONENT)|$(REPO_URI)' \
    'Created-By: Packages' 2>/dev/null |
    awk -F'|' -v code="$codename" '$1 == "Debian" && $2 == code && $3 == "main" { print $4; exit }'
}

# Proxies, retries, time-outs and the like, as this machine's apt has them.
apt_settings () {
  apt-config dump |
    grep -E '^Acquire::(http|https|Retries|ForceIPv|Queue-Mode|Check-Valid-Until|Max-|Proxy)' || true
}

debian_keyring () {
  local file
  for file in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    if [[ -e $file ]]; then
      printf '%s\n' "$file"
      return
    fi
  done
}

# make_root DIR MIRROR KEYRING APT-CONF: Debian with our packages in DIR.
make_root () {
  local dir=$1 mirror=$2 keyring=$3 settings=$4
  as_root env LC_ALL=C mmdebstrap --verbose --variant=apt --mode=root --skip=cleanup/tmp \
    --aptopt="$settings" \
    --dpkgopt='force-unsafe-io' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' \
    --include="$(package_list | paste -sd ' ')" \
    --customize-hook='rm -f "$1"/etc/apt/apt.conf.d/99mmdebstrap' \
    --customize-hook='chroot "$1" fc-cache' \
    "$suite" "$dir" "deb [signed-by=$keyring] $mirror $suite main" || return 1
  # GLib wants one for its buses, and mmdebstrap leaves it empty.
  tr -d - </proc/sys/kernel/random/uuid | as_root tee "$dir/etc/machine-id"
}

install_root_tools () {
  local tools
  mapfile -t tools < <(printf '%s\n' mmdebstrap bubblewrap | missing_packages)
  if [[ ${#tools[@]} -gt 0 ]]; then
    ensure_package_lists
    install_packages "${tools[@]}"
  fi
}

# Half-made roots, and finished ones that no list asks for and nobody is using.
remove_old_roots () {
  local keep=$1 old
  for old in "$cache_dir/$suite"-*/ "$cache_dir"/making-*/; do
    old=${old%/}
    [[ -d $old && $old != "$keep" ]] || continue
    if flock --exclusive --nonblock "$old.lock" true; then
      as_root rm -rf --one-file-system -- "$old"
      rm -f -- "$old.lock"
    fi
  done
}

prepare_root () {
  root=$(root_dir)
  [[ ! -d $root ]] || return 0

  if compgen -G "$cache_dir/$suite-*" >/dev/null; then
    say 'The list of packages has changed since the Debian 13 root was made. A new one is made in'
  else
    say "This machine's own packages are older than Plumb needs. A Debian 13 root is made in"
  fi
  say "  $root (1.5 GB, once, a minute or two);"
  say "nothing else changes here, except that mmdebstrap and bubblewrap are installed if missing."
  work_alone
  if [[ ! -d $root ]]; then
    install_root_tools
    ensure_package_lists
    local mirror keyring free making settings
    free=$(df -Pk "$cache_dir" | awk 'NR == 2 { print $4 }')
    [[ $free -gt 3000000 ]] ||
      fail "only $((free / 1024)) MB free in $cache_dir" \
        'Free 3 GB, or set XDG_CACHE_HOME to a folder with more room.'
    mirror=${PLUMB_MIRROR:-$(debian_mirror)}
    [[ -n $mirror ]] ||
      fail 'apt on this machine names no Debian mirror' \
        'Set PLUMB_MIRROR to the address of one and try again.'
    keyring=$(debian_keyring)
    [[ -n $keyring ]] ||
      fail "there is no Debian keyring in /usr/share/keyrings" \
        'apt-get install debian-archive-keyring, then try again.'

    remove_old_roots "$root"
    making=$cache_dir/making-$$
    settings=$cache_dir/apt.conf
    # Private, since a proxy may have a password.
    (umask 077 && apt_settings >"$settings")
    doomed=$making
    step 'making the Debian 13 root' make_root "$making" "$mirror" "$keyring" "$settings"
    doomed=
    as_root mv -T -- "$making" "$root"
    rm -f -- "$settings"
  fi
}

# Adds to $args what binds PATH... at the same place, with parents that everybody may pass (which
# bubblewrap alone does not see to).
bind_in_place () {
  local how=$1 path parent parents
  shift
  for path in "$@"; do
    parents=()
    parent=${path%/*}
    while [[ -n $parent ]]; do
      parents=(--perms 0755 --dir "$parent" "${parents[@]}")
      parent=${parent%/*}
    done
    args+=("${parents[@]}" "$how" "$path" "$path")
  done
}

# enter_root CMD...: CMD with the root as its file system, the source at its usual path, and no
# more of this machine than a display needs.
enter_root () {
  local args=() forwarded=() proc=(--unshare-pid --proc /proc) name path uid
  uid=$(id -u)
  if [[ ${sandboxes-} == yes ]]; then
    # A sandbox inside mounts a /proc of its own, which the kernel allows only where the whole of
    # one is in view. The one that bubblewrap makes has parts of it covered.
    proc=(--bind /proc /proc)
  fi
  args+=(
    --die-with-parent --unshare-uts --hostname plumb
    --tmpfs /
    --ro-bind "$root/usr" /usr
    --symlink usr/bin /bin --symlink usr/sbin /sbin
    --symlink usr/lib /lib --symlink usr/lib64 /lib64
    --ro-bind "$root/etc" /etc
    --ro-bind "$root/var/lib" /var/lib --ro-bind "$root/var/cache" /var/cache
    "${proc[@]}" --dev /dev --dev-bind-try /dev/dri /dev/dri --ro-bind-try /sys /sys
    --tmpfs /run --perms 1777 --tmpfs /tmp --perms 1777 --tmpfs /var/tmp
    --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
    --setenv PLUMB_DEV_ROOT "$cache_dir"
    --unsetenv LD_PRELOAD --unsetenv LD_LIBRARY_PATH
    --unsetenv GTK_MODULES --unsetenv GTK_IM_MODULE --unsetenv GIO_EXTRA_MODULES
    --unsetenv XDG_DATA_DIRS --unsetenv XDG_CONFIG_DIRS
  )
  if [[ $uid -ne 0 ]]; then
    {
      cat "$root/etc/passwd"
      getent passwd "$uid" || printf 'user:x:%s:%s::%s:/bin/bash\n' "$uid" "$(id -g)" "$HOME"
    } >"$cache_dir/passwd"
    args+=(--ro-bind "$cache_dir/passwd" /etc/passwd)
  fi
  if [[ -z ${TZ-} && -L /etc/localtime ]]; then
    path=$(readlink -f /etc/localtime)
    args+=(--setenv TZ ":$path")
  fi

  # The home folder is an empty one, with those parts of the real one that are Plumb's.
  args+=(--perms 1777 --tmpfs "$HOME")
  for path in "${XDG_DATA_HOME:-$HOME/.local/share}/plumb" \
    "${XDG_CONFIG_HOME:-$HOME/.config}/plumb" \
    "${XDG_STATE_HOME:-$HOME/.local/state}/plumb" \
    "${XDG_CACHE_HOME:-$HOME/.cache}/plumb"; do
    mkdir -p -- "$path"
    bind_in_place --bind "$path"
  done
  # Without dconf, preferences go to a key file; this keeps it.
  path=${XDG_CONFIG_HOME:-$HOME/.config}
  mkdir -p -- "$path/plumb/settings"
  args+=(--perms 0755 --dir "$path/glib-2.0"
    --bind "$path/plumb/settings" "$path/glib-2.0/settings" --setenv GSETTINGS_BACKEND keyfile)

  # The display and the session bus, where there are any.
  if [[ -n ${WAYLAND_DISPLAY-}${DISPLAY-} && -d ${XDG_RUNTIME_DIR-} ]]; then
    bind_in_place --bind "$XDG_RUNTIME_DIR"
  else
    (umask 077 && mkdir -p -- "$cache_dir/run")
    args+=(--perms 0755 --dir /run/user --bind "$cache_dir/run" "/run/user/$uid" --setenv XDG_RUNTIME_DIR "/run/user/$uid"
      --unsetenv DBUS_SESSION_BUS_ADDRESS)
  fi
  if [[ -n ${DISPLAY-} ]]; then
    args+=(--ro-bind-try /tmp/.X11-unix /tmp/.X11-unix)
    path=${XAUTHORITY:-$HOME/.Xauthority}
    bind_in_place --ro-bind-try "$path"
  fi

  bind_in_place --bind "$top"
  args+=(--chdir "$top")
  # A worktree keeps its history elsewhere.
  path=$(git -C "$top" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || true)
  if [[ -n $path && $path != "$top"/* ]]; then
    bind_in_place --ro-bind "$path"
  fi

  # Held for as long as the command runs, so that nobody removes the root under it.
  exec 8>>"$root.lock"
  flock --shared 8
  if bwrap --ro-bind / / true 2>/dev/null; then
    exec bwrap "${args[@]}" -- "$@"
  fi
  if [[ $uid -eq 0 ]]; then
    fail 'bubblewrap may not make a name space here' \
      'In a container, start it with the right to mount (CAP_SYS_ADMIN), or use Debian 13.'
  fi
  # Where users may not make name spaces, root makes them and steps down to the user inside.
  # sudo clears the environment, so it goes in by hand.
  while IFS= read -r name; do
    forwarded+=(--setenv "$name" "${!name}")
  done < <(compgen -e)
  say '• this machine lets only root enter the Debian 13 root: asking sudo'
  local status=0
  as_root bwrap --cap-add CAP_SETUID --cap-add CAP_SETGID "${forwarded[@]}" "${args[@]}" -- \
    setpriv --reuid "$uid" --regid "$(id -g)" --clear-groups -- "$@" || status=$?
  exit "$status"
}

# --- Which of the two ---

prepare_machine () {
  mkdir -p -- "$cache_dir"
  place=${PLUMB_DEV-}
  if [[ -z $place ]]; then
    if [[ -d $(root_dir) ]]; then
      place=root
    elif ! command -v apt-get >/dev/null; then
      place=native
    else
      ensure_package_lists
      if machine_meets_floor; then
        place=native
      else
        place=root
      fi
    fi
  fi
  case $place in
    native)
      if command -v apt-get >/dev/null; then
        prepare_native
      fi
      ;;
    root)
      command -v apt-get >/dev/null ||
        fail 'the Debian 13 root is made with apt, which this machine lacks' \
          'Install GTK 4.18, libadwaita 1.7, json-glib 1.10, SQLite, meson 1.7 and blueprint-compiler 0.16, and use PLUMB_DEV=native.'
      prepare_root
      ;;
    *) fail "PLUMB_DEV is “$place”" 'It can be native or root.' ;;
  esac
  if [[ ${alone-} == yes ]]; then
    exec 9>&-
  fi
}

enter_machine () {
  if [[ $place == root ]]; then
    enter_root "$@"
  fi
  cd -- "$top" || exit
  exec "$@"
}
